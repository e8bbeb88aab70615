/** The tree of a TEI file -> what is kept of it for the whole run: plain data, which holds neither tree nor text. */
import { attributeValue, descendants, type Element } from '../../xml/index.js';
import { latestDayIn } from '../latest-day.js';
import { type DividedText, type Division, divideFile } from './divide-file.js';
import { headOf } from './head-of.js';
import { findAll, findElement, lineOf, plainName } from './plain-name.js';
import { type DocumentFacts, readDocumentFacts } from './read-document.js';
import { readPersons, readTerms } from './read-entries.js';
import type { ReadEntry } from './volume.js';

interface Common {
  readonly id: string | undefined;
  readonly number: string | undefined;
  readonly title: string;
  /** What it would be called if every name were free: where its file is the only one, and among others. */
  readonly wanted: { readonly alone: string; readonly amongOthers: string };
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

/** In: the tree, and the name of its file. */
export function readFacts(root: Element, fileName: string): FileFacts {
  const header = findElement(root, 'teiHeader');
  const { texts } = divideFile(root);
  const ids = new Map<string, number>();
  for (const { parts } of texts) for (const part of parts) holdIds(part, ids);
  const facts = {
    parts: texts.flatMap((text) => {
      const inner = text.tei === root ? undefined : attributeValue(text.tei, 'xml:id');
      return readText(text, fileName, inner ?? fileName);
    }),
    ids,
    persons: readPersons(root),
    terms: readTerms(root),
    title: header && titleOf(header),
    language: languageOf(root),
    latestDay: latestDayIn(root),
  };
  // A piece of a text holds all of it; a copy does not.
  return structuredClone(facts);
}

function holdIds(part: Division, ids: Map<string, number>): void {
  for (const element of descendants(part.element)) {
    const id = attributeValue(element, 'xml:id');
    if (id !== undefined) ids.set(id, part.at);
  }
  for (const inner of part.parts) holdIds(inner, ids);
}

/** `own`: of a corpus, each TEI has a name of its own. */
function readText({ tei, parts, marked }: DividedText, fileName: string, own: string): readonly PartFacts[] {
  const header = findElement(tei, 'teiHeader');
  const language = languageOf(tei);
  const fallback = (marked === 0 && header && titleOf(header)) || fileName;
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
      title: (printed ?? fallback).replace(/^\[?\d+[a-z]?\]?\.\s+/, '') || fallback,
      wanted: { alone: id ?? own, amongOthers: isOnlyOne ? own : `${own}-${id}` },
      at,
      parts: inner,
      facts: { ...facts, language: facts.language ?? language },
    };
  };
  return parts.map(read);
}

function readSection(element: Element) {
  const kind = 'section' as const;
  if (plainName(element) === 'titlePage')
    return { kind, id: undefined, number: undefined, title: 'Title page', wanted: both('title-page') };
  const id = attributeValue(element, 'xml:id');
  const head = headOf(element);
  const title = (head && lineOf(head)) || 'Untitled section';
  return { kind, id, number: undefined, title, wanted: both(id ?? 'section') };
}

function both(name: string): PartFacts['wanted'] {
  return { alone: name, amongOthers: name };
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
