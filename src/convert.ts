/** A transcription -> its TEI: parse, interpret, encode, and see that the transcription can be rebuilt. */
import type { Authority } from './authority/index.js';
import { type Diagnostic, moveDiagnostic, type PartOrigin, type Report } from './diagnostic/index.js';
import { interpretDocument, type Targets } from './document/index.js';
import { chooseProfile, type ProfileChoice } from './profiles/index.js';
import { firstDifference, rebuildTranscription } from './rebuild/index.js';
import { checkRules } from './rules/index.js';
import { createSource, type Place, placeAt, pointAt, type Source } from './source/index.js';
import {
  assembleTei,
  conversionFacts,
  createIds,
  documentNumber,
  type Edition,
  type Encoding,
  encodeTei,
  encodings,
  findEncoding,
  SOFTWARE,
  teiMessages,
} from './tei/index.js';
import {
  type Conventions,
  type Decision,
  decisionKeys,
  decisionsWithin,
  parseTranscript,
  type Segment,
  type SettledDecision,
  segmentTranscription,
  settleDecisions,
  type Transcript,
} from './transcript/index.js';
import { layoutDocument, type XmlDocument } from './xml/index.js';

export interface ConvertOptions {
  /** Name of a profile, `auto` (the default), or a profile of one's own: a base, and what differs from it. */
  readonly profile?: ProfileChoice;
  /** Name of an encoding; `tei-letter` is the default. */
  readonly encoding?: string;
  readonly edition?: Edition;
  /** Persons and terms that names in the text are keyed with. */
  readonly authority?: Authority;
  /** What references may point to; without it, whatever they say is taken to be there. */
  readonly targets?: Targets;
  /** Markers and beginnings of documents that somebody has decided on. */
  readonly decisions?: readonly Decision[];
  /** Whether the rules are run on the result; they are by default. */
  readonly rules?: boolean;
  /** Whether white space is added between elements; it is by default. */
  readonly layout?: boolean;
}

export interface Conversion {
  /** The tree, its places in the transcription. */
  readonly tei: XmlDocument;
  /** The profile that was used. */
  readonly profile: string;
  readonly encoding: Encoding;
  /** What the TEI says of the conversion. */
  readonly facts: Readonly<Record<string, string>>;
}

/**
 * Converts one transcription. Bad input becomes diagnostics and the best guess; the tree is always there. `serializeXml`
 * makes it a text.
 */
export function convert(source: Source, options: ConvertOptions, report: Report): Conversion {
  const conventions = chooseProfile(source, options.profile ?? 'auto', report);
  return convertWith(source, conventions, options, report, settleDecisions(source, options.decisions ?? []));
}

function convertWith(
  source: Source,
  conventions: Conventions,
  options: ConvertOptions,
  report: Report,
  decisions: readonly SettledDecision[],
): Conversion {
  const encoding = chooseEncoding(options.encoding, report);
  const transcript = parseTranscript(source, conventions, report, decisions);
  const encoded = encodeFaithfully(transcript, encoding, options, report);
  const tei = options.layout === false ? encoded : layoutDocument(encoded);
  if (options.rules ?? true) checkRules({ document: tei }, report);
  return { tei, profile: conventions.name, encoding, facts: conversionFacts(transcript, encoding) };
}

/** What is said where a source is not split. */
const SEVERAL: ReadonlySet<string> = new Set(['transcript/several-documents', 'transcript/heads-alike']);

/** One of the documents of a source. */
export interface ConvertedDocument extends Conversion {
  /** The source, or the part of it that the document is. */
  readonly source: Source;
  /** Where that part begins in the source that was given. */
  readonly origin?: PartOrigin;
  /** What its file is to be called, where the source holds several documents: `d15`, each once. */
  readonly name: string | undefined;
}

/**
 * Converts a source that may hold several documents: a chapter, a volume. Each becomes a tree of its own; its places are
 * those in its own part, but what is reported has its place in the source. With `report`, it is only said that there are several.
 */
export function convertDocuments(
  source: Source,
  options: ConvertOptions & { readonly segments?: 'report' | 'split' },
  report: Report,
): readonly ConvertedDocument[] {
  const conventions = chooseProfile(source, options.profile ?? 'auto', report);
  const isSplit = options.segments === 'split';
  const decisions = settleDecisions(source, options.decisions ?? []);
  const reportSegments: Report = (diagnostic) => {
    if (isSplit || SEVERAL.has(diagnostic.code)) report(diagnostic);
  };
  const segments = segmentTranscription(source, conventions, reportSegments, decisions, isSplit);
  if (!isSplit || segments.length < 2) {
    return [{ ...convertWith(source, conventions, options, report, decisions), source, name: undefined }];
  }
  return partsOf(source, segments).map(({ name, source: part, origin, segment }) => {
    const { start, end, separator } = segment;
    const moved: Report = (diagnostic) =>
      report(
        restateDecision(
          moveDiagnostic(diagnostic, (of) => (of === part ? origin : undefined)),
          diagnostic,
        ),
      );
    const converted = convertWith(part, conventions, options, moved, decisionsWithin(decisions, start, end));
    return {
      ...converted,
      facts: { ...converted.facts, ...(separator && { separator: separator.typed }) },
      source: part,
      origin,
      name,
    };
  });
}

/** One of the documents of a source, not yet converted. */
export interface DocumentPart {
  /** What its file is to be called. */
  readonly name: string;
  readonly source: Source;
  readonly origin: PartOrigin;
  readonly segment: Segment;
}

/** The documents of a source as `convertDocuments` tells them; what it reports is not said again. */
export function documentParts(
  source: Source,
  conventions: Conventions | undefined,
  decisions: readonly Decision[] = [],
): readonly DocumentPart[] {
  const ignore = () => undefined;
  const known = conventions ?? chooseProfile(source, 'auto', ignore);
  return partsOf(source, segmentTranscription(source, known, ignore, settleDecisions(source, decisions)));
}

function partsOf(source: Source, segments: readonly Segment[]): readonly DocumentPart[] {
  const ids = createIds();
  const base = source.path.replace(/\.[^./\\]*$/, '');
  return segments.map((segment, index) => {
    const { start, end, number, separator } = segment;
    const name = ids.take(number === undefined ? `${base.replace(/^.*[/\\]/, '')}-${index + 1}` : `d${number}`);
    const text = source.text.slice(start, separator?.start ?? end);
    const part = createSource(`${base.replace(/[^/\\]*$/, '')}${name}.txt`, text);
    return { name, source: part, origin: { source, start }, segment };
  });
}

/** The decision that a finding proposes names its place, which is another one in the whole. */
function restateDecision(moved: Diagnostic, { place, note }: Diagnostic): Diagnostic {
  if (!place || !moved.place || note === undefined) return moved;
  const keys = ({ source, start }: Place) => {
    const { line, column } = pointAt(source, start);
    return decisionKeys(source.path, `${line}:${column}`);
  };
  return { ...moved, note: note.replace(keys(place), () => (moved.place ? keys(moved.place) : '')) };
}

/**
 * Puts converted documents, each with the names of its file and of its chapter if it has them, into one TEI document; the rules are run on
 * the whole. Files stand in the order of their first documents' numbers; what is in a file stays in its order. Undefined where there are no documents.
 */
export function assembleVolume(
  documents: readonly (ConvertedDocument & { readonly chapter?: string; readonly file?: string })[],
  title: string,
  { edition = {}, authority, rules = true }: ConvertOptions,
  report: Report,
): XmlDocument | undefined {
  const [first] = documents;
  if (!first) return undefined;
  const options = { title, edition, encoding: first.encoding, ...(authority && { lists: authority }) };
  const tei = layoutDocument(assembleTei(inOrder(documents), options));
  const origins = new Map(documents.map(({ source, origin }) => [source, origin]));
  if (rules) {
    checkRules({ document: tei }, (diagnostic) => report(moveDiagnostic(diagnostic, (part) => origins.get(part))));
  }
  return tei;
}

function inOrder<Each extends ConvertedDocument>(documents: readonly Each[]): readonly Each[] {
  const firsts = new Map<Source, number>();
  const fileOf = ({ source, origin }: ConvertedDocument) => origin?.source ?? source;
  for (const each of documents) if (!firsts.has(fileOf(each))) firsts.set(fileOf(each), documentNumber(each));
  const order = (each: Each) => firsts.get(fileOf(each)) ?? 0;
  return [...documents].sort((a, b) => order(a) - order(b));
}

/** So many blocks are given up one by one, then all that are left. */
const MOST_ROUNDS = 30;
const STRUCTURED: ReadonlySet<string> = new Set(['listItem', 'tableRow', 'quotation']);

/**
 * Encodes, rebuilds the transcription, and compares. A block whose typing the encoding cannot give back (a list with
 * bullets of three kinds in one line) is encoded again as a plain paragraph, so that no character is lost; that is reported.
 */
function encodeFaithfully(
  transcript: Transcript,
  encoding: Encoding,
  options: ConvertOptions,
  report: Report,
): XmlDocument {
  const { edition = {}, authority, targets } = options;
  const { source, conventions, noteNumbering, children } = transcript;
  const plain = new Set<number>();
  for (let round = 1; ; round++) {
    const held: Parameters<Report>[0][] = [];
    const document = interpretDocument(
      transcript,
      { ...edition, ...(authority && { authority }), ...(targets && { targets }), plain },
      (d) => held.push(d),
    );
    const tei = encodeTei(document, encoding, edition, SOFTWARE, (d) => held.push(d), authority);
    const difference = firstDifference(rebuildTranscription(tei, { conventions, noteNumbering }).text, source.text);
    // White space before a block is where its layout went wrong.
    const offset = difference && difference.right + source.text.slice(difference.right).search(/\S|$/);
    const lost = offset === undefined ? [] : suspects(children, offset, plain, round > MOST_ROUNDS);
    if (lost.length === 0) {
      if (offset !== undefined) held.push(teiMessages['not-rebuilt']({}, placeAt(source, offset, offset + 1)));
      for (const diagnostic of held) report(diagnostic);
      return tei;
    }
    for (const { kind, place } of lost) {
      report(teiMessages['structure-not-kept']({ kind }, place));
      plain.add(place.start);
    }
  }
}

/**
 * The block at the difference; if it is plain already, the structure before it (what is lost of `>` twice shows only where
 * the third stands); all structures where one by one would take too long.
 */
function suspects(
  blocks: Transcript['children'],
  offset: number,
  plain: ReadonlySet<number>,
  all: boolean,
): Transcript['children'] {
  const structures = blocks.filter(({ kind, place }) => STRUCTURED.has(kind) && !plain.has(place.start));
  if (all) return structures;
  const at = blocks.findLast(({ kind, place }) => kind !== 'layout' && place.start <= offset);
  const found = at && !plain.has(at.place.start) ? at : structures.findLast(({ place }) => place.start <= offset);
  return found ? [found] : [];
}

function chooseEncoding(name: string | undefined, report: Report): Encoding {
  const [standard] = encodings;
  const found = name === undefined ? standard : findEncoding(name);
  if (!found) report(teiMessages['unknown-encoding']({ name: name ?? '', known: encodings.map((e) => e.name) }));
  return found ?? standard;
}
