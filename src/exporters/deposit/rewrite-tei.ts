/** The text of a TEI file -> the same for a deposit: pointers by the new names, the schema that was used named first, UTF-8, NFC. */
import type { Report } from '../../diagnostic/index.js';
import { type Place, placeAt, type Source } from '../../source/index.js';
import { declaredUtf8 } from '../archive/payload.js';
import { exportMessages } from '../messages.js';
import type { MemberFacts } from './member-facts.js';
import type { PointingAttribute } from './outward-pointers.js';

/** A word of an attribute that becomes another. */
export interface Rewritten {
  readonly attribute: PointingAttribute;
  readonly word: string;
  readonly now: string;
}

/** What the file is to say of its schemas. */
export interface Models {
  /** `href` as it is written -> as it is to be. */
  readonly hrefs: ReadonlyMap<string, string>;
  /** Instructions that are to stand before all others. */
  readonly added: readonly string[];
}

interface Edit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** What is to be written in other words. */
export interface Rewriting {
  readonly words: readonly Rewritten[];
  readonly models: Models;
  /** The `xml-model` instructions that there are. */
  readonly written: MemberFacts['models'];
}

/** Out: the text, and whether that is in NFC without help. */
export function rewriteTei(
  source: Source,
  rewriting: Rewriting,
  report: Report,
): { readonly text: string; readonly wasNormal: boolean } {
  const edits = [...attributeEdits(source, rewriting.words, report), ...modelEdits(source, rewriting)];
  let text = '';
  let at = 0;
  const written = source.text;
  for (const edit of edits.sort((a, b) => a.start - b.start)) {
    text += written.slice(at, edit.start) + edit.text;
    at = edit.end;
  }
  const made = declaredUtf8(text + written.slice(at));
  const wasNormal = made.normalize('NFC') === made;
  return { text: wasNormal ? made : normalized(made, source, report), wasNormal };
}

/** An attribute is written once, however many of its words change. */
function attributeEdits(source: Source, words: readonly Rewritten[], report: Report): readonly Edit[] {
  const byAttribute = new Map<PointingAttribute, Rewritten[]>();
  for (const word of words) byAttribute.set(word.attribute, [...(byAttribute.get(word.attribute) ?? []), word]);
  const edits: Edit[] = [];
  for (const [{ place, isWritten, value, element }, changed] of byAttribute) {
    const [first] = changed;
    if (!first) continue;
    if (!isWritten) {
      const { word, now } = first;
      const where = placeAt(source, element.start, element.end);
      report(exportMessages['pointer-not-rewritten']({ pointer: word, now }, where));
      continue;
    }
    const now = new Map(changed.map((each) => [each.word, each.now]));
    edits.push({ ...place, text: escapeValue(value.replace(/\S+/g, (word) => now.get(word) ?? word)) });
  }
  return edits;
}

function escapeValue(value: string): string {
  return value.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/"/g, '&quot;').replace(/'/g, '&apos;');
}

function modelEdits(source: Source, { models: { hrefs, added }, written }: Rewriting): readonly Edit[] {
  const edits: Edit[] = [];
  for (const { data, start, end } of written) {
    const href = modelHref(data);
    const now = href === undefined ? undefined : hrefs.get(href);
    if (now === undefined) continue;
    const text = data.replace(HREF, (_, before: string) => `${before}"${now}"`);
    edits.push({ start, end, text: `<?xml-model ${text}?>` });
  }
  if (added.length > 0) {
    const start = /^<\?xml\s[^>]*\?>[\t ]*(?:\r\n|\r|\n)?/.exec(source.text)?.[0].length ?? 0;
    const isOwnLine = start === 0 || /[\r\n]$/.test(source.text.slice(0, start));
    edits.push({ start, end: start, text: `${isOwnLine ? '' : '\n'}${added.map((line) => `${line}\n`).join('')}` });
  }
  return edits;
}

const HREF = /((?:^|\s)href\s*=\s*)(?:"([^"]*)"|'([^']*)')/;

/** The `href` of an `xml-model` instruction, as it is written. */
export function modelHref(data: string): string | undefined {
  const [, , double, single] = HREF.exec(data) ?? [];
  return double ?? single;
}

/** The places of a text that are not in NFC are counted; marks of markup never become one with what stands behind. */
function normalized(text: string, source: Source, report: Report): string {
  let count = 0;
  const made = text.replace(/[^<>="']+/g, (stretch) => {
    const composed = stretch.normalize('NFC');
    if (composed !== stretch) count += stretch.match(/\P{M}\p{M}+|[^\p{M}]/gu)?.filter(isOther).length ?? 1;
    return composed;
  });
  if (count > 0) report(exportMessages['text-normalized']({ count }, firstOther(source)));
  return made;
}

function isOther(sequence: string): boolean {
  return sequence.normalize('NFC') !== sequence;
}

function firstOther(source: Source): Place {
  for (const { 0: sequence, index } of source.text.matchAll(/\P{M}\p{M}+|[^\0-\u02ff]/gu))
    if (isOther(sequence)) return placeAt(source, index, index + sequence.length);
  return placeAt(source, 0);
}
