/** An archival source note -> its parts: where the document is kept, its markings, who drafted it, where it went, copies of it. */
import { matchesOf, type Place } from '../source/index.js';
import {
  type FoundArchivalReference,
  openingAt,
  parseArchivalReference,
  type RepositoryNames,
  repositoryNames,
} from './archival-reference.js';
import { SOURCE_LABEL } from './cues.js';
import type { Repository } from './repository.js';
import { markingsOf } from './source-note-marking.js';
import type { DescribedReference, Remark, SourceNote, SourceNoteParts, Statement } from './source-note-model.js';
import { type Sentence, type Stretch, sentencesOf } from './source-note-sentences.js';
import { STATEMENT_FORMS } from './source-note-statements.js';

/** The parts, with offsets into the text of the note. */
export type ParsedSourceNote = SourceNoteParts<Stretch>;

type Described = DescribedReference<Stretch> & Stretch;

interface Parts {
  reference: FoundArchivalReference | undefined;
  readonly classification: (Statement & Stretch)[];
  readonly handling: (Statement & Stretch)[];
  readonly transmission: (Statement & Stretch)[];
  readonly drafting: (Statement & Stretch)[];
  readonly copies: Described[];
  readonly related: Described[];
  readonly remarks: (Remark & Stretch)[];
  readonly remainder: (Statement & Stretch)[];
}

interface Context {
  readonly text: string;
  readonly names: RepositoryNames;
  readonly parts: Parts;
  /** What `ibid.` stands for. */
  previous: FoundArchivalReference | undefined;
}

/**
 * In: `Source: Kennedy Library, ... Correspondence. Secret; Niact. Repeated to Moscow.`, and the repositories of the
 * edition beside the built-in ones. Out: the parts. They do not overlap; between them stand only `Source:`, punctuation
 * and white space. What no rule knows is the remainder.
 */
export function parseSourceNote(text: string, repositories: readonly Repository[] = []): ParsedSourceNote {
  const context: Context = {
    text,
    names: repositoryNames(repositories),
    parts: {
      reference: undefined,
      classification: [],
      handling: [],
      transmission: [],
      drafting: [],
      copies: [],
      related: [],
      remarks: [],
      remainder: [],
    },
    previous: undefined,
  };
  const label = SOURCE_LABEL.exec(text)?.[0].length ?? 0;
  const start = label + (/^\s*/.exec(text.slice(label))?.[0].length ?? 0);
  for (const [index, sentence] of sentencesOf(text, start).entries()) readSentence(context, sentence, index === 0);
  return context.parts;
}

/** In: the parts, the index of the note, and where in the transcription a stretch of its text stands. */
export function toSourceNote(
  parsed: ParsedSourceNote,
  note: number,
  placeOf: (start: number, end: number) => Place,
): SourceNote {
  function placed<T extends Stretch>(part: T): Omit<T, 'start' | 'end'> & { readonly place: Place } {
    const { start, end, ...rest } = part;
    return { ...rest, place: placeOf(start, end) };
  }
  const described = (part: Described) => ({ ...placed(part), reference: placed(part.reference) });
  return {
    note,
    reference: parsed.reference && placed(parsed.reference),
    classification: parsed.classification.map(placed),
    handling: parsed.handling.map(placed),
    transmission: parsed.transmission.map(placed),
    drafting: parsed.drafting.map(placed),
    copies: parsed.copies.map(described),
    related: parsed.related.map(described),
    remarks: parsed.remarks.map(placed),
    remainder: parsed.remainder.map(placed),
  };
}

function readSentence(context: Context, whole: Sentence, isFirst: boolean): void {
  const { text, parts } = context;
  const sentence = withPlainParentheses(context, whole);
  const isReference = isFirst && readHolding(context, sentence);
  if (!isReference && !readMarkings(context, sentence) && !readCopies(context, sentence))
    readStatement(context, sentence);
  if (!sentence.citation) return;
  const cited = citedIn(context, sentence.citation);
  const description = text.slice(sentence.start, sentence.end);
  const said = statement(text, sentence.citation);
  if (cited) parts.related.push({ description, reference: cited, ...sentence.citation });
  else if (PRINTED.test(said.text)) parts.remarks.push({ kind: 'publication', ...said });
  else parts.remainder.push(said);
}

/** `(Yearbook of the United Nations, 1974, pp. 324–332)`, `(“The Boats,” Oslo Times, January 20, 1977, p. 16)`. */
const PRINTED = /^\((?:See )?[\p{Lu}“][^;]{4,200}, (?:pp?\. [A-Z]?\d|pp\. )[\w–, -]{0,30}(?: and \d+)?\.?\)$/u;

/** `Prepared by Clifford (S/S)`: parentheses in the sentence that name no place are words of it. */
function withPlainParentheses({ text, names }: Context, sentence: Sentence): Sentence {
  const { start, citation } = sentence;
  if (!citation || /\S/.test(text.slice(sentence.end, citation.start))) return sentence;
  const starts = [citation.start + 1];
  for (const { index, 0: mark } of matchesOf(BETWEEN, text.slice(citation.start, citation.end)))
    starts.push(citation.start + index + mark.length);
  return starts.some((at) => openingAt(text, at, names)) ? sentence : { start, end: citation.end };
}

/** The first sentence: where the document is kept; more than one place may be named, with `;` between them. */
function readHolding(context: Context, sentence: Sentence): boolean {
  if (!openingAt(context.text, sentence.start, context.names)) return false;
  const [first, ...others] = referencesIn(context, sentence.start, sentence.end);
  if (!first) return false;
  const { reference } = first;
  context.parts.reference = reference;
  for (const other of others) context.parts.copies.push({ ...other, end: other.reference.end });
  return true;
}

function readMarkings(context: Context, sentence: Stretch): boolean {
  const { text, parts } = context;
  const markings = markingsOf(text, sentence);
  if (!markings) return false;
  for (const marking of markings) {
    if (marking.kind === 'other') readStatement(context, marking);
    else parts[marking.kind].push(statement(text, marking));
  }
  return true;
}

const BETWEEN = /[;,] ((?:and |also |or )?)/g;

/** `Another copy is in`, `The Russian-language text is ibid.`: up to the name of a repository. */
const KEPT =
  / (?:is|are|was|were)(?: also| both| filed| located| found| attached)? (?:in the |in |at the |at |from the )?(?=[\p{Lu}i])/gu;

function readCopies(context: Context, { start, end }: Stretch): boolean {
  const { text, parts } = context;
  const sentence = text.slice(start, end);
  for (const verb of matchesOf(KEPT, sentence)) {
    const at = start + verb.index + verb[0].length;
    const references = openingAt(text, at, context.names) ? referencesIn(context, at, end) : [];
    const [first] = references;
    if (!first) continue;
    const description = text.slice(start, start + verb.index);
    for (const { reference, start: from, description: own } of references) {
      const at = reference === first.reference ? start : from;
      parts.copies.push({ description: own || description, reference, start: at, end: reference.end });
    }
    return true;
  }
  return false;
}

function readStatement({ text, parts }: Context, stretch: Stretch): void {
  const said = statement(text, stretch);
  const words = said.text.replace(/^\((?=.*\)$)/s, '');
  const kind =
    STATEMENT_FORMS.find(({ trace, form }) => trace?.test(words) !== false && form.test(words))?.kind ?? 'remainder';
  if (kind === 'drafting' || kind === 'transmission' || kind === 'remainder') parts[kind].push(said);
  else parts.remarks.push({ kind, ...said });
}

/** `(Telegram 1980 to Moscow, May 16; Department of State, Central Files, 711.11-KE/5-1661)`: the last place in it. */
function citedIn(context: Context, { start, end }: Stretch): FoundArchivalReference | undefined {
  return referencesIn(context, start + 1, end - 1).at(-1)?.reference;
}

interface Listed {
  readonly reference: FoundArchivalReference;
  /** With the words before the reference: `and in`, `another copy is in`. */
  readonly start: number;
  /** `another copy`; empty where nothing is said. */
  readonly description: string;
}

/** `; `, `, and in `, `; also ibid.` */
const JOINED = /[;,] ((?:and |or |as well as )?(?:also )?(?:in |at )?)/g;
/** `; another copy is in `, `, with copies ibid.` */
const COPY_JOINED =
  /[;,] ((?:and )?(?:with )?((?:(?:[Aa]nother|[Aa]n?|[Tt]he|[Tt]wo|[Oo]ther|[Aa]dditional|[Ff]urther|[Oo]ne) (?:[\p{L}-]+ ){0,3})?[Cc]op(?:y|ies)(?: of [^;,.()]{1,60}?)?)(?: (?:is|are|was|were))?(?: (?:also|both|filed|located|kept|found|attached)){0,2} (?:in |at )?)/gu;

/** The references of a stretch, where one stands at its beginning, or joined; the last one is what `ibid.` stands for next. */
function referencesIn(context: Context, start: number, end: number): readonly Listed[] {
  const { text, names } = context;
  const starts = [{ start, at: start, description: '' }];
  for (const form of [JOINED, COPY_JOINED]) {
    for (const { index, 0: mark, 1: words = '', 2: description = '' } of matchesOf(form, text.slice(start, end))) {
      const at = start + index + mark.length;
      if (mark !== ', ' && openingAt(text, at, names)) starts.push({ start: at - words.length, at, description });
    }
  }
  starts.sort((a, b) => a.at - b.at);
  const found: Listed[] = [];
  for (const [index, from] of starts.entries()) {
    const next = starts[index + 1]?.start ?? end;
    const to = from.at + text.slice(from.at, next).replace(/[\s,;]{1,8}$/, '').length;
    const reference = parseArchivalReference(text, from.at, to, names, context.previous);
    if (!reference) continue;
    context.previous = reference;
    found.push({ reference, start: from.start, description: from.description });
  }
  return found;
}

function statement(text: string, { start, end }: Stretch): Statement & Stretch {
  return { text: text.slice(start, end), start, end };
}
