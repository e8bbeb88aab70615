/** A side of a comparison -> what it has of each phenomenon: the table of all that is measured. */
import type { Element } from '../xml/index.js';
import type { NoteRead } from './reading.js';
import type { Side } from './side.js';
import { type BlockClass, blockClasses, type PhraseName, phraseKeys, phraseNames } from './vocabulary.js';

/** One thing that a side has: it is right where the other side has one with the same key. */
export interface Item {
  readonly key: string;
  /** Span in the letters of the gold; of what stands in a note, the note's anchor. */
  readonly start: number;
  readonly end: number;
  readonly element: Element;
  /** Number of the note or page; what stands in a note has that of the note. */
  readonly n: string | undefined;
  readonly inNote: boolean;
  /** Of a note whose text counts: its letters, and the texts that they are of. */
  readonly text?: Pick<NoteRead, 'letters' | 'pieces'>;
  /** Of a phrase whose key counts. */
  readonly value?: string | undefined;
}

export interface Phenomenon {
  readonly name: string;
  readonly summary: string;
  readonly items: (side: Side) => readonly Item[];
}

/** Those that make a document perfect where all of them are right, beside the text. */
export const coreNames = ['pb', 'note', 'note.text'] as const;

const BLOCK_WORDS: Readonly<Record<BlockClass, string>> = {
  cell: 'cells of tables',
  dateline: 'datelines',
  head: 'heads',
  item: 'items of lists',
  label: 'labels',
  p: 'paragraphs and salutations',
  signed: 'signatures',
};

export const phenomena: readonly Phenomenon[] = [
  { name: 'pb', summary: 'page breaks: number and place', items: pageBreaks },
  {
    name: 'note',
    summary: 'notes: number and place of the anchor',
    items: notes,
  },
  {
    name: 'note.text',
    summary: 'the same, and the text of the note',
    items: notesWithText,
  },
  { name: 'note.source', summary: 'source notes: place of the anchor', items: sourceNotes },
  ...blockClasses.map((name) => ({
    name: `block.${name}`,
    summary: `${BLOCK_WORDS[name]}: where they begin and end`,
    items: (side: Side) => blocks(side, name),
  })),
  {
    name: 'block.any',
    summary: 'blocks of all classes: where they begin and end',
    items: (side) => blocks(side, undefined),
  },
  ...phraseNames.flatMap((name): readonly Phenomenon[] => {
    const [attribute, ...others] = phraseKeys[name];
    const words = name === 'gloss' ? '"gloss" and "term"' : `"${name}"`;
    const found = { name, summary: `${words}: where they begin and end`, items: (side: Side) => spans(side, name) };
    if (attribute === undefined) return [found];
    const keyed = (side: Side) => keyedPhrases(side, name);
    const attributes = [attribute, ...others].map((each) => `"${each}"`).join(' or ');
    return [found, { name: `${name}.key`, summary: `the same that have ${attributes}, with its value`, items: keyed }];
  }),
];

/** A place without a letter: a page break, an anchor. */
interface Point {
  readonly n: string | undefined;
  readonly at: number;
  readonly element: Element;
}

function pointItem({ n, at, element }: Point, key: readonly unknown[]): Item {
  return { key: JSON.stringify(key), start: at, end: at, element, n, inNote: false };
}

function pageBreaks({ reading, inGold }: Side): readonly Item[] {
  return reading.pageBreaks.map((found) => {
    const at = inGold(found.at);
    return pointItem({ ...found, at }, [found.n, at]);
  });
}

function placedNotes({ reading, inGold }: Side): readonly NoteRead[] {
  return reading.notes.map((note) => ({ ...note, at: inGold(note.at) }));
}

function notes(side: Side): readonly Item[] {
  return placedNotes(side).map((note) => pointItem(note, [note.n, note.at]));
}

function notesWithText(side: Side): readonly Item[] {
  return placedNotes(side).map((note) => ({ ...pointItem(note, [note.n, note.at, note.letters]), text: note }));
}

/** In gold of before the attribute, the first word says what the note is. */
function sourceNotes(side: Side): readonly Item[] {
  return placedNotes(side)
    .filter(({ type, letters }) => type === 'source' || (side.name === 'gold' && letters.startsWith('Source:')))
    .map((note) => pointItem(note, [note.at]));
}

function blocks({ reading, inGold }: Side, name: BlockClass | undefined): readonly Item[] {
  return reading.blocks
    .filter((block) => name === undefined || block.class === name)
    .map(({ start, end, element }) => {
      const span = [inGold(start), inGold(end)] as const;
      return { key: JSON.stringify(span), start: span[0], end: span[1], element, n: undefined, inNote: false };
    });
}

/** What stands in a note is counted from the note's own beginning, and the note is known by its number and anchor. */
function phrases(side: Side, name: PhraseName): readonly Item[] {
  const { reading, inGold } = side;
  const anchors = placedNotes(side);
  return reading.phrases
    .filter((phrase) => phrase.name === name)
    .map(({ note, start, end, element, key: value }) => {
      const anchor = note === undefined ? undefined : anchors[note];
      if (!anchor) {
        const span = [inGold(start), inGold(end)] as const;
        const key = JSON.stringify(['body', ...span]);
        return { key, start: span[0], end: span[1], element, n: undefined, inNote: false, value };
      }
      const { n, at } = anchor;
      const key = JSON.stringify(['note', n, at, start, end]);
      return { key, start: at, end: at, element, n, inNote: true, value };
    });
}

function spans(side: Side, name: PhraseName): readonly Item[] {
  return phrases(side, name).map((phrase) => ({ ...phrase, value: undefined }));
}

/** What has no key says nothing about keys. */
function keyedPhrases(side: Side, name: PhraseName): readonly Item[] {
  return phrases(side, name)
    .filter(({ value }) => value)
    .map((phrase) => ({ ...phrase, key: `${phrase.key} ${phrase.value}` }));
}
