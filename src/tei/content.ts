/** Content of the document model -> TEI phrases: text, page breaks, notes at their anchors, names, dates, references. */
import {
  type Content,
  dividesWord,
  HYPHEN,
  type NoteRun,
  type PageBreakRun,
  type PhraseRun,
  plainText,
  type Run,
} from '../document/index.js';
import { placeAt } from '../source/index.js';
import type { XmlNode } from '../xml/index.js';
import { instruction, tei, textNodes } from './build.js';
import type { EncodeContext } from './context.js';
import { inManner } from './date-manner.js';
import type { PhraseContext } from './encoding.js';
import { encodeNote } from './note.js';
import { noteListsBefore } from './note-lists.js';

/** The nodes of a content. White space is the transcription's own: none is added, none taken. */
export function encodeContent(content: Content, where: PhraseContext, context: EncodeContext): readonly XmlNode[] {
  const settled = where === 'dateline' || where === 'head' ? inManner(content, context.dates) : content;
  const nodes: XmlNode[] = [];
  for (const [index, run] of settled.entries())
    for (const node of encodeRun(run, settled, index, where, context)) nodes.push(node);
  return nodes;
}

function encodeRun(
  run: Run,
  siblings: Content,
  index: number,
  where: PhraseContext,
  context: EncodeContext,
): readonly XmlNode[] {
  switch (run.kind) {
    case 'text':
      return textNodes(run.text, run.place);
    case 'lineBreak': {
      const end: XmlNode = { kind: 'text', text: '\n', place: run.place };
      if (run.soft) return [end];
      if (!context.encoding.wordBreaks || !isDivided(siblings, index)) return [end, tei('lb', {}, [], run.place)];
      context.told.dividedLine = true;
      // White space would end the word.
      return [tei('lb', { break: 'no' }, [], run.place)];
    }
    case 'pageBreak': {
      // At the foot of a page there may be notes, and the paragraph goes on over it.
      const lists = where === 'note' ? [] : noteListsBefore(run.place.start, context);
      return [...lists, ...encodePageBreak(run, context, context.encoding.wordBreaks && splitsWord(siblings, index))];
    }
    case 'note':
      return encodeAnchor(run, context);
    case 'phrase': {
      const element = isLeftAsWords(run, where, context) ? undefined : context.encoding.phrase(run.phrase, where);
      const inner = encodeContent(run.content, where, context);
      if (!element) return inner;
      const { name, attributes } = element;
      if (element.isEmpty) return [tei(name, attributes, [], placeAt(run.place.source, run.place.start)), ...inner];
      return [tei(name, attributes, inner, run.place)];
    }
  }
}

/** Who signs and is in no list, in an encoding that tags there only listed names; without a list, who signs a document with a file number. */
function isLeftAsWords({ phrase }: PhraseRun, where: PhraseContext, { encoding, document }: EncodeContext): boolean {
  if (phrase.type !== 'persName' || phrase.key !== undefined) return false;
  const isListed = phrase.isListed ?? document.sourceLine === undefined;
  return where === 'signed' && encoding.signers === 'listed' && !isListed;
}

/** A page break with its printed number and an identifier (`pg_19`). */
export function encodePageBreak(run: PageBreakRun, context: EncodeContext, splitsWord = false): readonly XmlNode[] {
  const attributes = { n: run.n, 'xml:id': context.ids.take(`pg_${run.n}`), break: splitsWord ? 'no' : undefined };
  return [...typedForm(run), tei('pb', attributes, [], run.place)];
}

function encodeAnchor(run: NoteRun, context: EncodeContext): readonly XmlNode[] {
  const note = context.document.notes[run.note];
  return note ? [...typedForm(run), encodeNote(note, context)] : [];
}

/** The characters typed, where the convention would write others. */
function typedForm(run: PageBreakRun | NoteRun): readonly XmlNode[] {
  return run.typed === undefined ? [] : [instruction({ typed: run.typed }, placeAt(run.place.source, run.place.start))];
}

const BEFORE_BREAK = new RegExp(`\\p{L}${HYPHEN}?$`, 'u');

/** Letters, or a letter with a hyphen behind it, stand right before and letters right after: the page ends inside a word. */
function splitsWord(siblings: Content, index: number): boolean {
  const { before, after } = around(siblings, index);
  return BEFORE_BREAK.test(before) && /^\p{L}/u.test(after);
}

/** A hyphen divides a word at the end of the line. */
function isDivided(siblings: Content, index: number): boolean {
  const { before, after } = around(siblings, index);
  return dividesWord(before, after);
}

function around(siblings: Content, index: number): { readonly before: string; readonly after: string } {
  return {
    before: plainText(siblings.slice(Math.max(0, index - 1), index)),
    after: plainText(siblings.slice(index + 1, index + 2)),
  };
}
