/** The tree of a TEI file -> what is kept of it for the whole run: plain data, which holds neither tree nor text. */
import { attributeValue, descendants, type Element } from '../../xml/index.js';
import type { TeiFile } from '../exporter.js';
import { latestDayIn } from '../latest-day.js';
import { remembered } from '../remembered.js';
import { type DividedText, type Division, divideFile } from './divide-file.js';
import { headOf } from './head-of.js';
import { findAll, findElement, lineOf, plainName } from './plain-name.js';
import { type DocumentFacts, readDocumentFacts } from './read-document.js';
import { readPersons, readTerms } from './read-entries.js';
import type { ReadEntry, ReadParty } from './volume.js';

/** What a part would be called if every name were free; what is undefined is called by the name of its file. */
interface WantedName {
  /** Where its file is the only one. */
  readonly alone: string | undefined;
  /** Among other files: the `xml:id` of a TEI in a corpus, and what is put behind that, or behind the name of the file. */
  readonly own: string | undefined;
  readonly ending: string;
  /** Whatever the file is called. */
  readonly fixed?: string;
}

interface Common {
  readonly id: string | undefined;
  readonly number: string | undefined;
  /** As it is printed, or as a header has it; undefined where only the name of the file is left. */
  readonly title: string | undefined;
  readonly wanted: WantedName;
  /** Its place among the elements of the file. */
  readonly at: number;
  readonly parts: readonly PartFacts[];
}

export type PartFacts = Common &
  ({ readonly kind: 'section' } | { readonly kind: 'document'; readonly facts: DocumentFacts });

export interface FileFacts {
  readonly parts: readonly PartFacts[];
  /** Which part holds an `xml:id`: the innermost. */
  readonly ids: ReadonlyMap<string, number>;
  readonly persons: readonly ReadEntry[];
  readonly terms: readonly ReadEntry[];
  readonly title: string | undefined;
  readonly language: string | undefined;
  readonly latestDay: string | undefined;
}

/** What is known of each file. */
export const fileFacts = remembered(({ tei }: TeiFile) => readFacts(tei.root));

export function readFacts(root: Element): FileFacts {
  const header = findElement(root, 'teiHeader');
  const { texts } = divideFile(root);
  const ids = new Map<string, number>();
  for (const { parts } of texts) for (const part of parts) holdIds(part, ids);
  return {
    parts: texts.flatMap((text) => readText(text, text.tei === root ? undefined : attributeValue(text.tei, 'xml:id'))),
    ids,
    persons: readPersons(root),
    terms: readTerms(root),
    title: header && titleOf(header),
    language: languageOf(root),
    latestDay: latestDayIn(root),
  };
}

function holdIds(part: Division, ids: Map<string, number>): void {
  for (const element of descendants(part.element)) {
    const id = attributeValue(element, 'xml:id');
    if (id !== undefined) ids.set(id, part.at);
  }
  for (const inner of part.parts) holdIds(inner, ids);
}

/** `own`: of a corpus, each TEI has a name of its own. */
function readText({ tei, parts, marked }: DividedText, own: string | undefined): readonly PartFacts[] {
  const header = findElement(tei, 'teiHeader');
  const language = languageOf(tei);
  // Of a volume it would be the title of each document.
  const fallback = (marked <= 1 && header && titleOf(header)) || undefined;
  const read = ({ kind, element, at, parts }: Division): PartFacts => {
    const inner = parts.map(read);
    if (kind === 'section') return { ...readSection(element), at, parts: inner };
    const id = attributeValue(element, 'xml:id');
    const head = headOf(element);
    const printed = head && lineOf(head);
    const isOnlyOne = marked <= 1 || id === undefined;
    const facts = readDocumentFacts(element, header, marked > 1);
    return {
      kind,
      id,
      number: attributeValue(element, 'n') ?? /^(\d+)\. /.exec(printed ?? '')?.[1],
      title: withoutNumber(printed ?? fallback ?? '') || fallback || describedTitle(element, facts),
      wanted: { alone: id ?? own, own, ending: isOnlyOne ? '' : `-${id}` },
      at,
      parts: inner,
      facts: { ...facts, language: facts.language ?? language },
    };
  };
  return parts.map(read);
}

/** `Letter from Ada Lane to Ben, 4 May 1900`, as the header of a letter by itself has it. */
function describedTitle(document: Element, { senders, addressees, date }: DocumentFacts): string | undefined {
  const named = (parties: readonly ReadParty[]) => parties.find(({ name }) => name !== UNKNOWN)?.name;
  const [from, to] = [named(senders), named(addressees)];
  if (from === undefined && to === undefined && !date) return undefined;
  const kind = (attributeValue(document, 'type') ?? 'document').replaceAll('-', ' ');
  const words = [`${kind.charAt(0).toUpperCase()}${kind.slice(1)}`, from && `from ${from}`, to && `to ${to}`];
  return [words.filter(Boolean).join(' '), date?.text.replace(/[.\s]+$/, '')].filter(Boolean).join(', ');
}

/** How a `correspAction` says that nobody is named. */
const UNKNOWN = 'Unknown';

/** A number that is printed before the title. */
function withoutNumber(title: string): string {
  return title.replace(/^\[?\d+[a-z]?\]?\.\s+/, '');
}

function readSection(element: Element) {
  const kind = 'section' as const;
  if (plainName(element) === 'titlePage')
    return { kind, id: undefined, number: undefined, title: 'Title page', wanted: named('title-page') };
  const id = attributeValue(element, 'xml:id');
  const head = headOf(element);
  const title = (head && lineOf(head)) || 'Untitled section';
  return { kind, id, number: undefined, title, wanted: named(id ?? 'section') };
}

function named(fixed: string): WantedName {
  return { alone: undefined, own: undefined, ending: '', fixed };
}

export function wantedName(
  { alone, own, ending, fixed }: WantedName,
  fileName: string,
  isAmongOthers: boolean,
): string {
  if (fixed !== undefined) return fixed;
  return isAmongOthers ? `${own ?? fileName}${ending}` : (alone ?? fileName);
}

/** The complete or main title, else the first. */
export function titleOf(header: Element): string | undefined {
  const statement = findElement(header, 'titleStmt');
  const titles = statement ? findAll(statement, 'title') : [];
  const typed = (type: string) => titles.find((title) => attributeValue(title, 'type') === type);
  const title = typed('complete') ?? typed('main') ?? titles[0];
  return (title && lineOf(title)) || undefined;
}

function languageOf(tei: Element): string | undefined {
  const written = attributeValue(tei, 'xml:lang');
  if (written) return written;
  const languages = findAll(tei, 'language');
  return languages[0] && attributeValue(languages[0], 'ident');
}
