/** Contents of a document -> the same with its references marked; a target that does not exist is reported and left out. */
import type { Report } from '../diagnostic/index.js';
import { matchesOf } from '../source/index.js';
import { type Content, plainText, type Run, type Span } from './content.js';
import { annotate, placeOfSpan } from './content-edit.js';
import type { DocumentBlock, Note } from './document.js';
import { documentMessages } from './messages.js';
import { type FoundReference, findReferences, type ReferenceOptions } from './reference.js';

/** What references may point to: identifiers of this volume (`d7`, `pg_28`), or of others with theirs (`frus1958-60v10p2#d3`). */
export interface Targets {
  readonly ids: ReadonlySet<string>;
  /** Id of this volume, where the list says it. */
  readonly volume?: string;
}

export interface MarkOptions extends Omit<ReferenceOptions, 'last'> {
  readonly targets?: Targets;
}

export interface ReferenceMarker {
  readonly note: (note: Note) => Note;
  readonly block: (block: DocumentBlock) => DocumentBlock;
  /** Only what editors have put in brackets: `[For a summary, see Document 203.]`. */
  readonly insertions: (block: DocumentBlock) => DocumentBlock;
}

/** In: the notes of the document. Out: what marks its notes, which are to be given in order, and its paragraphs. */
export function referenceMarker(notes: readonly Note[], options: MarkOptions, report: Report): ReferenceMarker {
  const { targets, document } = options;
  const volume = options.volume ?? targets?.volume;
  const own = new Set(notes.map(({ n }) => `${document}fn${n}`));
  const known: ReferenceOptions = volume === undefined ? options : { ...options, volume };
  let last: FoundReference | undefined;

  function isKnown(target: string): boolean {
    const [cited = '', id = ''] = target.split('#');
    if (cited !== '' && cited !== volume) return !namesVolume(targets, cited) || targets?.ids.has(target) === true;
    if (own.has(id)) return true;
    // A note of this document is here, or it is nowhere.
    if (document !== undefined && id.startsWith(`${document}fn`)) return false;
    return targets === undefined || id === '' || targets.ids.has(id) || targets.ids.has(target);
  }

  function mark(content: Content, keep: (found: FoundReference) => boolean): Content {
    const text = plainText(content);
    const found = findReferences(text, last ? { ...known, last } : known);
    last = found.findLast(isCitation) ?? last;
    const spans = found.filter(keep).map(({ start, end, refType, target }): Span => {
      const exists = target === undefined || isKnown(target);
      if (!exists) {
        const words = text.slice(start, end).replace(/\s+/g, ' ');
        report(documentMessages['unknown-target']({ words, target }, placeOfSpan(content, start, end)));
      }
      return { start, end, phrase: { type: 'ref', refType, ...(target !== undefined && exists && { target }) } };
    });
    return annotate(content, spans);
  }

  return {
    note: (note) => ({ ...note, paragraphs: note.paragraphs.map((content) => mark(content, () => true)) }),
    block: (block) => (block.kind === 'paragraph' ? { ...block, content: mark(block.content, () => true) } : block),
    insertions(block) {
      if (block.kind !== 'paragraph' || !block.content.some(mayOpen)) return block;
      const inside = insertionsOf(plainText(block.content));
      if (inside.length === 0) return block;
      return {
        ...block,
        content: mark(block.content, ({ start, end }) => inside.some((one) => one.start < start && end < one.end)),
      };
    },
  };
}

/** A sign may stand in a phrase. */
function mayOpen(run: Run): boolean {
  return run.kind === 'phrase' || (run.kind === 'text' && run.text.includes('['));
}

/** `ibid.` in the next note repeats it. */
function isCitation({ refType, target, isForeign = false }: FoundReference): boolean {
  if (isForeign) return true;
  return (refType === 'volume' || refType === 'archival' || refType === 'document') && !target?.startsWith('#');
}

const BRACKETED = /\[[^[\]]{8,2000}\]/g;

/** Words in brackets that send the reader elsewhere. */
function insertionsOf(text: string): readonly { readonly start: number; readonly end: number }[] {
  return matchesOf(BRACKETED, text).map(({ index, 0: words }) => ({
    start: index,
    end: index + words.length,
  }));
}

const volumes = new WeakMap<Targets, Set<string>>();

/** The list has identifiers of that volume. */
function namesVolume(targets: Targets | undefined, volume: string): boolean {
  if (!targets) return false;
  let known = volumes.get(targets);
  if (!known) {
    known = new Set([...targets.ids].flatMap((id) => (id.includes('#') ? [id.slice(0, id.indexOf('#'))] : [])));
    volumes.set(targets, known);
  }
  return known.has(volume);
}
