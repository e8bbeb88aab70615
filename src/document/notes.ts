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
import type { Cues } from './cues.js';
import type { Note, NoteListPlace } from './document.js';
import { noteParagraphs } from './note-paragraphs.js';

/** One note for each entry, in order; the number is the marker's, or the entry's own where no marker was found. */
export function notesOf(transcript: Transcript, wrapped: boolean, cues: Cues): readonly Note[] {
  const markers = new Map<number, NoteMarker>();
  collectMarkers(transcript.children, markers);
  const isListOrder = areInListOrder(transcript, markers);
  return transcript.notes.map((entry) => {
    const marker = markers.get(entry.index);
    const paragraphs = noteParagraphs(entry, wrapped);
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
      ...((!isListOrder || !marker) && { entry: entry.index + 1 }),
      paragraphs,
      confidence: marker?.confidence ?? 0,
      place: entry.place,
    };
  });
}

/** Of the notes in the text above the list each later one has its marker further on; a list is of its own text otherwise, and so are notes in notes. */
function areInListOrder({ notes }: Transcript, markers: ReadonlyMap<number, NoteMarker>): boolean {
  const end = notes[0]?.place.start ?? 0;
  const starts = notes.flatMap(({ index }) => markers.get(index)?.place.start ?? []).filter((start) => start < end);
  return starts.every((start, index) => index === 0 || start > (starts[index - 1] ?? 0));
}

/** The lists of notes that do not simply end the text. */
export function noteListPlaces({ noteLists }: Transcript): readonly NoteListPlace[] {
  return noteLists.flatMap(({ head, entries, isLast, place }) => {
    if (isLast && !head) return [];
    const typed = head?.place.source.text.slice(head.place.start, head.place.end);
    return [{ ...(typed !== undefined && { head: typed }), count: entries.length, place }];
  });
}

/** What was typed before the note, where it is not what the list's numbering and the convention give. */
function irregularLabel(entry: NoteEntry, label: string, { conventions }: Transcript): string | undefined {
  const text = entry.children.findIndex(({ kind }) => kind !== 'layout');
  const lead = entry.children.slice(0, text === -1 ? entry.children.length : text);
  const laid = lead.map(({ place }) => place.source.text.slice(place.start, place.end)).join('');
  const typed = laid.trim();
  if (laid.endsWith('\u00a0')) return laid.trimStart();
  return typed === typedNoteLabel(conventions, label).trim() ? undefined : typed;
}

/** The first marker of each note, in the order of reading. */
function collectMarkers(blocks: readonly Block[], markers: Map<number, NoteMarker>): void {
  for (const block of blocks) {
    switch (block.kind) {
      case 'paragraph':
        collectAmong(block.children, markers);
        break;
      case 'listItem':
        collectAmong(block.label ?? [], markers);
        collectAmong(block.children, markers);
        break;
      case 'tableRow':
        for (const cell of block.children) if (cell.kind === 'tableCell') collectAmong(cell.children, markers);
        break;
      case 'quotation':
      case 'noteEntry':
        collectMarkers(block.children, markers);
        break;
      case 'pageBreak':
      case 'noteListHead':
      case 'layout':
        break;
    }
  }
}

function collectAmong(inlines: readonly Inline[], markers: Map<number, NoteMarker>): void {
  for (const inline of inlines) {
    if (inline.kind !== 'noteMarker' || inline.note === undefined || markers.has(inline.note)) continue;
    markers.set(inline.note, inline);
  }
}
