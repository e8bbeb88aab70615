/** Elements and texts -> the running text of each block, with the places of notes and breaks in it: `it <pb/>cannot<note/>`. */
import type { Element, TextNode } from '../xml/index.js';

/** What stands at a point of the text without being of it. */
export interface Mark {
  readonly at: number;
  readonly element: Element;
}

export interface TextRun {
  /** The block that the text is of. */
  readonly block: Element;
  /** The document that it is of. */
  readonly document: Element | undefined;
  /** `BREAK` stands for what parts words: readings, gaps, pictures. */
  readonly text: string;
  readonly pieces: readonly { readonly at: number; readonly node: TextNode }[];
  /** Breaks and notes, in order. */
  readonly marks: readonly Mark[];
}

/** Not text, but not nothing: no word goes over it. */
export const BREAK = '\uFFFC';

const MARKS: ReadonlySet<string> = new Set(['pb', 'lb', 'cb', 'gb', 'milestone', 'anchor', 'note']);

/** What runs on in the text around it. */
const INLINE: ReadonlySet<string> = new Set(
  `abbr add addName am c catchwords code corr date damage del distinct email emph ex expan foreign forename fw
  genName geogName gi gloss hi handShift idno locus mentioned metamark mod name nameLink num objectName obliterated
  objectType orgName orig pc persName persPronouns placeName country region settlement district bloc q quote ref reg
  restore retrace roleName rs s said seg sic soCalled stamp supplied surname surplus term time title unclear
  undo unit w width height measure measureGrp ident`.split(/\s+/),
);

/** Several readings of one place, or text that is not there to be read. */
const READINGS: ReadonlySet<string> = new Set(
  'choice app subst gap figure graphic formula space ptr table list lg'.split(' '),
);

interface OpenRun {
  readonly block: Element;
  readonly document: Element | undefined;
  text: string;
  readonly pieces: { readonly at: number; readonly node: TextNode }[];
  readonly marks: Mark[];
}

export interface RunBuilder {
  enter(element: Element, document: Element | undefined): void;
  text(node: TextNode): void;
  leave(element: Element): void;
}

export function runBuilder(see: (run: TextRun) => void): RunBuilder {
  const open: OpenRun[] = [];
  let readings = 0;
  return {
    enter(element, document) {
      const { local } = element.name;
      const run = open[open.length - 1];
      if (run && MARKS.has(local)) run.marks.push({ at: run.text.length, element });
      if (run && READINGS.has(local)) run.text += BREAK;
      if (local === 'choice' || local === 'app' || local === 'subst') readings++;
      else if (run && readings > 0 && INLINE.has(local)) run.text += BREAK;
      if (!INLINE.has(local) && !READINGS.has(local) && (local === 'note' || !MARKS.has(local))) {
        open.push({ block: element, document, text: '', pieces: [], marks: [] });
      }
    },
    text(node) {
      const run = open[open.length - 1];
      if (!run) return;
      run.pieces.push({ at: run.text.length, node });
      run.text += node.text;
    },
    leave(element) {
      const { local } = element.name;
      if (local === 'choice' || local === 'app' || local === 'subst') readings--;
      const run = open[open.length - 1];
      if (run && READINGS.has(local)) run.text += BREAK;
      if (run?.block !== element) return;
      open.pop();
      const around = open[open.length - 1];
      // A block in a paragraph, such as a list, parts its text; a note does not.
      if (around && local !== 'note') around.text += BREAK;
      if (run.pieces.length > 0 || run.marks.length > 0) see(run);
    },
  };
}
