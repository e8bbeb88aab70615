/** A located syntax tree -> the document model: head, opener, body, enclosures, closer, notes, correspondence. */
import type { Authority } from '../authority/index.js';
import type { Report } from '../diagnostic/index.js';
import { placeAt, type Source } from '../source/index.js';
import { dividesWord, type Transcript } from '../transcript/index.js';
import { withAttachments } from './attachment.js';
import { blocksOf } from './blocks.js';
import { withCloser } from './closer.js';
import { plainText } from './content.js';
import { placeOfSpan } from './content-edit.js';
import { correspondenceOf } from './correspondence.js';
import { type Cues, cuesFor, letterCuesFor, type Signature } from './cues.js';
import { datedHead } from './dated-head.js';
import { detectLanguage } from './detect-language.js';
import type {
  Correspondence,
  Document,
  DocumentBlock,
  DocumentKind,
  FrameBlock,
  Note,
  ParagraphBlock,
} from './document.js';
import { withEnclosures } from './enclosure.js';
import { findHead } from './find-head.js';
import { datelineIn } from './frame.js';
import { withFurtherLetters } from './further-letters.js';
import { withGaps } from './gaps.js';
import { withLetterClosers } from './letter-closers.js';
import { withLetterOpener } from './letter-opener.js';
import { withListHeads } from './list-head.js';
import { type MarkOptions, referenceMarker, type Targets } from './mark-references.js';
import { withMentions } from './mentions.js';
import { documentMessages } from './messages.js';
import { withoutNamedPlaces } from './named-place.js';
import { noteListPlaces, notesOf } from './notes.js';
import { numberedLetter } from './numbered-letter.js';
import { salutationApart, withOpener } from './opener.js';
import { openingLine } from './opening-line.js';
import type { Repository } from './repository.js';
import { type Series, seriesOf, seriesTable } from './series.js';
import { withShortYears } from './short-year.js';
import { parseSourceNote, toSourceNote } from './source-note.js';
import type { SourceNote } from './source-note-model.js';
import { titledLetter } from './titled-letter.js';
import { withTornLists } from './torn-lists.js';
import { withTornParagraphs } from './torn-paragraphs.js';
import { reportUnreadDates } from './unread-dates.js';

/** How letters are encoded, where editions differ. */
export interface LetterManner {
  /** Below a text, of a line that ends in the name; `own` is the default. */
  readonly signature?: Signature;
}

export interface InterpretOptions {
  /** BCP 47; decides the cues. */
  readonly language?: string;
  /** How letters are encoded, where editions differ. */
  readonly letters?: LetterManner;
  /** Repositories beside the built-in table. */
  readonly repositories?: readonly Repository[];
  /** Series of volumes beside the built-in table. */
  readonly series?: readonly Series[];
  /** Id of the volume that the document belongs to: `frus1958-60v17`. */
  readonly volume?: string;
  /** What references may point to; without it, whatever they say is taken to be there. */
  readonly targets?: Targets;
  /** Persons and terms to be found in the text. */
  readonly authority?: Authority;
  /** Offsets at which blocks start that are to stay plain paragraphs, whatever they look like. */
  readonly plain?: ReadonlySet<number>;
}

/** One for all documents: what is made of repositories is kept by the list of them. */
const NO_REPOSITORIES: readonly Repository[] = [];

/** In: a syntax tree. Out: the document; what is doubtful is reported, and the best guess made. */
export function interpretDocument(transcript: Transcript, options: InterpretOptions, report: Report): Document {
  const language = options.language ?? detectLanguage(transcript.source.text);
  const cues = cuesFor(language);
  const wrapped = isWrapped(transcript);
  const notes = notesOf(transcript, wrapped, cues);
  const typed = blocksOf(transcript.children, {
    wrapped,
    bullet: transcript.conventions.bullet,
    plain: options.plain ?? new Set(),
  });
  const body = withTornLists(withListHeads(withTornParagraphs(typed)));
  const opens = (block: ParagraphBlock) => {
    const text = plainText(block.content).trim();
    return (
      cues.salutation.test(text) ||
      datelineIn(text, language, cues) !== undefined ||
      openingLine(block, cues, language) !== undefined
    );
  };
  const below = { openerOf: (rest: readonly DocumentBlock[]) => openerOf(rest, language), opens };
  const found = titledLetter(body, notes, below) ?? findHead(body, notes, opens);
  const kind = found?.parsed.kind ?? 'document';
  const numbered = found ? undefined : numberedLetter(body, below.openerOf);
  const number = found ? found.parsed.number : numbered?.number;
  const id = freeId(number === undefined ? nameOf(transcript.source) : `d${number}`, options.authority);
  const frame = (blocks: readonly DocumentBlock[], signed: boolean, ofHead?: string) =>
    withCloser(withOpener(blocks, cues, language, ofHead), cues, language, signed);
  const enclosed = withEnclosures((found ?? numbered)?.rest ?? body, cues, id, (inner) => frame(inner, true), report);
  const frameHeaded = (blocks: readonly DocumentBlock[]) =>
    frame(blocks, kind !== 'editorial-note', found?.parsed.language);
  // Volumes that print file numbers set papers apart that are attached; later ones print them as part of the document.
  const isOfState = found !== undefined && found.parsed.title === undefined;
  const inFrames = found?.sourceLine
    ? withAttachments(enclosed, id, cues, language, frameHeaded)
    : isOfState
      ? frameHeaded(enclosed)
      : framedLetters(enclosed, id, language, options.letters);
  const persons = found?.parsed.parties.filter((party) => party.kind === 'person') ?? [];
  const framed = withoutNamedPlaces(
    inFrames,
    persons.map(({ name }) => name),
  );
  reportUnreadDates(framed, isOfState, report);
  const isLetter =
    kind === 'document' && !found && framed.some((block) => block.kind === 'opener' || block.kind === 'closer');
  const settled: DocumentKind = isLetter ? 'letter' : kind;
  const { repositories, series, targets } = options;
  const said = options.volume ?? targets?.volume;
  const volume = said ?? volumeOfFolder(transcript.source.path, series);
  const references: MarkOptions = {
    document: id,
    ...(repositories && { repositories }),
    ...(series && { series }),
    ...(volume !== undefined && { volume, isVolumeInferred: said === undefined }),
    ...(targets && { targets }),
  };
  const marker = referenceMarker(notes, references, report);
  const marked = framed.map(settled === 'editorial-note' ? marker.block : marker.insertions);
  const { source } = transcript;
  const place = placeAt(source, 0, source.text.length);
  const head = found ? datedHead(found.head, found.parsed, marked, language) : numbered?.head;
  const blocks =
    isLetter || settled === 'letter' ? withShortYears({ head, blocks: marked, notes }, language, report) : marked;
  // To whom a letter goes may stand below who signs: in words of letters.
  const words = isOfState ? cues : { ...cues, addressee: letterCuesFor(language).addressee };
  const own = correspondenceOf(id, settled, found && head && { head, parsed: found.parsed }, blocks, place, words);
  const enclosures = enclosureLetters(blocks, words);
  const sourceNote = interpretSourceNote(notes, options.repositories ?? NO_REPOSITORIES, report);
  const document: Document = {
    source,
    conventions: transcript.conventions,
    noteNumbering: transcript.noteNumbering,
    kind: settled,
    language,
    id,
    ...(number !== undefined && { number }),
    ...(found?.sourceLine && { sourceLine: found.sourceLine }),
    ...(head && { head }),
    blocks: [...((found ?? numbered)?.before ?? []), ...blocks],
    notes: notes.map(marker.note),
    noteLists: noteListPlaces(transcript),
    ...(sourceNote && { sourceNote }),
    correspondence: [...(own ? [own] : []), ...enclosures],
    place,
  };
  return withGaps(options.authority ? withMentions(document, options.authority, report) : document, source.text);
}

/** What the blocks begin with, if they do as a letter does. */
function openerOf(blocks: readonly DocumentBlock[], language: string): FrameBlock | undefined {
  const framed = withLetterOpener(blocks, letterCuesFor(language), language);
  const first = framed.find(({ kind }) => kind !== 'pageBreak');
  return first?.kind === 'opener' ? first : undefined;
}

/** Without a head it may be a letter, or several on one sheet, which may be as their writers pleased. */
function framedLetters(
  blocks: readonly DocumentBlock[],
  id: string,
  language: string,
  manner: LetterManner | undefined,
): readonly DocumentBlock[] {
  const words = letterCuesFor(language);
  const cues = manner?.signature ? { ...words, signature: manner.signature } : words;
  const frameLetter = (letter: readonly DocumentBlock[]) => {
    const opened = salutationApart(withLetterOpener(letter, cues, language), cues);
    const isOpened = opened.some((block) => block.kind === 'opener');
    return withLetterClosers(opened, cues, language, isOpened);
  };
  return withFurtherLetters(blocks, id, frameLetter, cues, language);
}

/** `raw/frus1961-63v06/d3.txt`: the folder of a volume is called by its identifier. */
function volumeOfFolder(path: string, series: readonly Series[] | undefined): string | undefined {
  const folder = /([^/\\]+)[/\\][^/\\]*$/.exec(path)?.[1];
  return folder !== undefined && seriesOf(folder, seriesTable(series)) ? folder : undefined;
}

/** The identifiers of a list of persons and terms are made once. */
const identified = new WeakMap<Authority, ReadonlySet<string>>();

/** What a person or a term is called by names no document: `lindqvist` becomes `lindqvist-document`. */
function freeId(id: string, authority: Authority | undefined): string {
  if (!authority) return id;
  let ids = identified.get(authority);
  if (!ids) {
    ids = new Set([...authority.persons, ...authority.terms].map((each) => each.id));
    identified.set(authority, ids);
  }
  return ids.has(id) ? `${id}-document` : id;
}

/** An identifier for a document without a number: the base name of its file, as an NCName. */
function nameOf({ path }: Source): string {
  const base = path.replace(/^.*[/\\]/, '').replace(/\.[^.]*$/, '');
  const name = base.replace(/[^A-Za-z0-9._-]+/g, '_').replace(/^[._-]+/, '');
  if (!/[A-Za-z0-9]/.test(name)) return 'document';
  return /^[A-Za-z]/.test(name) ? name : `d_${name}`;
}

function enclosureLetters(blocks: readonly DocumentBlock[], cues: Cues): readonly Correspondence[] {
  return blocks.flatMap((block) => {
    if (block.kind !== 'enclosure' && !(block.kind === 'attachment' && block.type === 'letter')) return [];
    const act = correspondenceOf(block.id, block.type ?? 'letter', undefined, block.blocks, block.place, cues);
    return act ? [act] : [];
  });
}

function interpretSourceNote(
  notes: readonly Note[],
  repositories: readonly Repository[],
  report: Report,
): SourceNote | undefined {
  const [index, second] = notes.flatMap((note, i) => (note.type === 'source' ? [i] : []));
  const note = index === undefined ? undefined : notes[index];
  const content = note?.paragraphs[0];
  if (index === undefined || !content) return undefined;
  const another = second === undefined ? undefined : notes[second];
  if (another) report(documentMessages['several-source-notes']({ n: another.n }, another.place));
  const parsed = parseSourceNote(plainText(content), repositories);
  const sourceNote = toSourceNote(parsed, index, (start, end) => placeOfSpan(content, start, end));
  const { repository, publication } = sourceNote.reference ?? {};
  if (!repository && !publication) report(documentMessages['no-repository']({}, note.place));
  for (const { text, place } of sourceNote.remainder) {
    report(
      documentMessages['source-note-remainder']({ text: text.length > 80 ? `${text.slice(0, 79)}…` : text }, place),
    );
  }
  return sourceNote;
}

/** No machine divides more words than these, which it does where they have a hyphen (`mother-in-law`). */
const MOST_DIVIDED = 0.03;

/** Lines that end at about one column are wrapped by a machine: their ends say nothing, unless words are divided there, as who sets or writes a page divides them. */
function isWrapped(transcript: Transcript): boolean {
  let ends = 0;
  let full = 0;
  let divided = 0;
  const { text } = transcript.source;
  for (const block of transcript.children) {
    if (block.kind !== 'paragraph') continue;
    let start = block.place.start;
    for (const { kind, place } of block.children) {
      if (kind !== 'lineBreak') continue;
      ends++;
      const width = place.start - start;
      if (width >= 50 && width <= 110) full++;
      if (
        dividesWord(
          text.slice(Math.max(place.start - 2, 0), place.start),
          text.slice(place.end, place.end + 40).trimStart(),
        )
      )
        divided++;
      start = place.end;
    }
  }
  return ends >= 2 && full / ends > 0.6 && divided / ends <= MOST_DIVIDED;
}
