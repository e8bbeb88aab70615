/** The text of a TEI file -> the same for a deposit: pointers by the new names, the schema that was used named first, UTF-8, NFC. */
import type { Report } from '../../diagnostic/index.js';
import { type Place, placeAt, type Source } from '../../source/index.js';
import { type Attribute, type Element, valuePlace, type XmlDocument } from '../../xml/index.js';
import { declaredUtf8 } from '../archive/payload.js';
import { exportMessages } from '../messages.js';

/** A word of an attribute that becomes another. */
export interface Rewritten {
  readonly element: Element;
  readonly attribute: Attribute;
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

export function rewriteTei(
  source: Source,
  tei: XmlDocument,
  words: readonly Rewritten[],
  models: Models,
  report: Report,
): string {
  const edits = [...attributeEdits(source, words, report), ...modelEdits(source, tei, models)];
  let text = '';
  let at = 0;
  for (const edit of edits.sort((a, b) => a.start - b.start)) {
    text += source.text.slice(at, edit.start) + edit.text;
    at = edit.end;
  }
  return normalized(declaredUtf8(text + source.text.slice(at)), source, report);
}

/** An attribute is written once, however many of its words change. */
function attributeEdits(source: Source, words: readonly Rewritten[], report: Report): readonly Edit[] {
  const byAttribute = new Map<Attribute, Rewritten[]>();
  for (const word of words) byAttribute.set(word.attribute, [...(byAttribute.get(word.attribute) ?? []), word]);
  const edits: Edit[] = [];
  for (const [attribute, changed] of byAttribute) {
    const [first] = changed;
    if (!first) continue;
    const place = valuePlace(first.element, attribute);
    if (!isWritten(place, source, attribute)) {
      const { word, now } = first;
      report(exportMessages['pointer-not-rewritten']({ pointer: word, now }, first.element.place));
      continue;
    }
    const now = new Map(changed.map((each) => [each.word, each.now]));
    const value = attribute.value.replace(/\S+/g, (word) => now.get(word) ?? word);
    edits.push({ start: place.start, end: place.end, text: escapeValue(value) });
  }
  return edits;
}

/** What an entity or a document type brought in is not written here. */
function isWritten({ source, start, end }: Place, own: Source, { value }: Attribute): boolean {
  if (source !== own) return false;
  const before = own.text[start - 1];
  if ((before !== '"' && before !== "'") || own.text[end] !== before) return false;
  const written = own.text.slice(start, end);
  return written.includes('&') || written.replace(/\s+/g, ' ').trim() === value.replace(/\s+/g, ' ').trim();
}

function escapeValue(value: string): string {
  return value.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/"/g, '&quot;').replace(/'/g, '&apos;');
}

function modelEdits(source: Source, { prolog }: XmlDocument, { hrefs, added }: Models): readonly Edit[] {
  const edits: Edit[] = [];
  for (const node of prolog) {
    if (node.kind !== 'processingInstruction' || node.target !== 'xml-model') continue;
    const href = modelHref(node.data);
    const now = href === undefined ? undefined : hrefs.get(href);
    if (now === undefined) continue;
    const data = node.data.replace(HREF, (_, before: string) => `${before}"${now}"`);
    edits.push({ start: node.place.start, end: node.place.end, text: `<?xml-model ${data}?>` });
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
  if (text.normalize('NFC') === text) return text;
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
