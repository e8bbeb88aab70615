/** A list of identifiers as JSON, text, CSV or TEI -> what references may point to. */
import { type Report, watchErrors } from '../diagnostic/index.js';
import { type Place, placeAt, type Source } from '../source/index.js';
import { readJsonTree } from '../source/json-tree.js';
import { attributeValue, scanXml } from '../xml/index.js';
import { authorityMessages } from './messages.js';

export interface TargetList {
  readonly ids: readonly string[];
  /** Identifier of the volume: `@xml:id` of the root of a TEI file. */
  readonly volume?: string;
}

/**
 * In: the text of a list: a JSON array of identifiers, a table or text with one at the beginning of each line, or TEI, of
 * which every `xml:id` is one. Out: the identifiers; what is none is left out. What cannot be read is reported.
 */
export function loadTargets(source: Source, report: Report): TargetList {
  const { path, text } = source;
  const watched = watchErrors(report);
  const isTei = /\.xml$/i.test(path) || /^\s*</.test(text);
  const list = isTei ? fromTei(source, watched.report) : { ids: fromLines(source, watched.report) };
  if (list.ids.length === 0 && !watched.failed()) report(authorityMessages['targets-empty']({}, placeAt(source, 0)));
  return list;
}

function fromLines(source: Source, report: Report): readonly string[] {
  const { path, text } = source;
  if (/\.json$/i.test(path) || /^\s*\[/.test(text)) return fromJson(source, report);
  return text.split(/\r\n|\r|\n/).flatMap((line) => idOf(/^[^,;\t]*/.exec(line)?.[0] ?? ''));
}

function fromJson(source: Source, report: Report): readonly string[] {
  const unread = (reason: string, place: Place) => {
    report(authorityMessages['targets-not-read']({ reason }, place));
    return [];
  };
  const tree = readJsonTree(source);
  if ('mistake' in tree) return unread(`not valid JSON: ${tree.mistake}`, tree.place);
  const { root } = tree;
  if (root.type !== 'array') return unread('it is no list of identifiers', placeAt(source, root.offset));
  return (root.children ?? []).flatMap(({ value }) => (typeof value === 'string' ? idOf(value) : []));
}

function fromTei(source: Source, report: Report): TargetList {
  const ids: string[] = [];
  let volume: string | undefined;
  let isRoot = true;
  const sink: Parameters<typeof scanXml>[1] = (event) => {
    if (event.kind !== 'startTag') return;
    const id = attributeValue(event, 'xml:id');
    if (id !== undefined) ids.push(id);
    if (isRoot) volume = id;
    isRoot = false;
  };
  scanXml(source, sink, report);
  return { ids, ...(volume !== undefined && { volume }) };
}

/** `d7`, `frus1958-60v10p2#d3`, with or without signs of quotation or `#` before it. */
function idOf(words: string): readonly string[] {
  const id = words.trim().replace(/^["']?#?|["']$/g, '');
  return /^[\p{L}_][\p{L}\p{N}._-]*(?:#[\p{L}_][\p{L}\p{N}._-]*)?$/u.test(id) ? [id] : [];
}
