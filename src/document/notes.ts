/** Entries of the list of notes and their markers -> the notes of the document. */
import {
  type Block,
  type Inline,
  type NoteEntry,
  type NoteMarker,
  type Transcript,
  typedNoteLabel,
} from '../transcript/index.js';
import { plainText } from './content.js';
import { contentOf } from './contents.js';
import type { Cues } from './cues.js';
import type { Note } from './document.js';

/** One note for each entry, in order; the number is the marker's, or the entry's own where no marker was found. */
export function notesOf(transcript: Transcript, wrapped: boolean, cues: Cues): readonly Note[] {
  const markers = new Map<number, NoteMarker>();
  for (const marker of markersIn(transcript.children)) {
    if (marker.note !== undefined && !markers.has(marker.note)) markers.set(marker.note, marker);
  }
  return transcript.notes.map((entry) => {
    const marker = markers.get(entry.index);
    const paragraphs = entry.children.flatMap((child) =>
      child.kind === 'paragraph' ? [contentOf(child.children, { wrapped })] : [],
    );
    const first = paragraphs[0];
    const isSource = first !== undefined && cues.source.test(plainText(first));
    const n = marker?.label ?? entry.label;
    const typedLabel = irregularLabel(
      entry,
      transcript.noteNumbering === 'ordinal' ? `${entry.index + 1}` : n,
      transcript,
    );
    return {
      n,
      ...(typedLabel !== undefined && { typedLabel }),
      type: isSource ? 'source' : 'editorial',
      anchored: marker !== undefined,
      paragraphs,
      confidence: marker?.confidence ?? 0,
      place: entry.place,
    };
  });
}

/** What was typed before the note, where it is not what the list's numbering and the convention give. */
function irregularLabel(entry: NoteEntry, label: string, { conventions }: Transcript): string | undefined {
  const text = entry.children.findIndex(({ kind }) => kind !== 'layout');
  const lead = entry.children.slice(0, text === -1 ? entry.children.length : text);
  const typed = lead
    .map(({ place }) => place.source.text.slice(place.start, place.end))
    .join('')
    .trim();
  return typed === typedNoteLabel(conventions, label).trim() ? undefined : typed;
}

function* markersIn(blocks: readonly Block[]): Generator<NoteMarker> {
  for (const block of blocks) {
    switch (block.kind) {
      case 'paragraph':
        yield* markersAmong(block.children);
        break;
      case 'listItem':
        yield* markersAmong(block.label ?? []);
        yield* markersAmong(block.children);
        break;
      case 'tableRow':
        for (const cell of block.children) if (cell.kind === 'tableCell') yield* markersAmong(cell.children);
        break;
      case 'quotation':
        yield* markersIn(block.children);
        break;
      case 'noteEntry':
        for (const child of block.children) if (child.kind === 'paragraph') yield* markersAmong(child.children);
        break;
      case 'pageBreak':
      case 'layout':
        break;
    }
  }
}

function* markersAmong(inlines: readonly Inline[]): Generator<NoteMarker> {
  for (const inline of inlines) if (inline.kind === 'noteMarker') yield inline;
}
