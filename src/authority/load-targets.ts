/** A list of identifiers as JSON, text, CSV or TEI -> what references may point to. */
import { type ParseError, parseTree, printParseErrorCode } from 'jsonc-parser';
import type { Report } from '../diagnostic/index.js';
import { placeAt, type Source } from '../source/index.js';
import { scanXml, XML_NAMESPACE } from '../xml/index.js';
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
  let failed = false;
  const watch: Report = (diagnostic) => {
    failed ||= diagnostic.severity === 'error';
    report(diagnostic);
  };
  const isTei = /\.xml$/i.test(path) || /^\s*</.test(text);
  const list = isTei ? fromTei(source, watch) : { ids: fromLines(source, watch) };
  if (list.ids.length === 0 && !failed) report(authorityMessages['targets-empty']({}, placeAt(source, 0)));
  return list;
}

function fromLines(source: Source, report: Report): readonly string[] {
  const { path, text } = source;
  if (/\.json$/i.test(path) || /^\s*\[/.test(text)) return fromJson(source, report);
  return text.split(/\r\n|\r|\n/).flatMap((line) => idOf(/^[^,;\t]*/.exec(line)?.[0] ?? ''));
}

function fromJson(source: Source, report: Report): readonly string[] {
  const errors: ParseError[] = [];
  const root = parseTree(source.text, errors, { disallowComments: true });
  const [error] = errors;
  if (error || root?.type !== 'array') {
    const reason = error ? `not valid JSON (${printParseErrorCode(error.error)})` : 'it is no list of identifiers';
    report(authorityMessages['targets-not-read']({ reason }, placeAt(source, error?.offset ?? 0)));
    return [];
  }
  return (root.children ?? []).flatMap(({ value }) => (typeof value === 'string' ? idOf(value) : []));
}

function fromTei(source: Source, report: Report): TargetList {
  const ids: string[] = [];
  let volume: string | undefined;
  let isRoot = true;
  const sink: Parameters<typeof scanXml>[1] = (event) => {
    if (event.kind !== 'startTag') return;
    const id = event.attributes.find(({ name }) => name.local === 'id' && name.namespace === XML_NAMESPACE)?.value;
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
