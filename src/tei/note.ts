/** A note of the document model -> `note` (TEI Guidelines 3.9.1), at its anchor or, without one, where it may stand. */
import type { Note } from '../document/index.js';
import { placeAt } from '../source/index.js';
import type { Element, XmlNode } from '../xml/index.js';
import { instruction, tei } from './build.js';
import { encodeContent } from './content.js';
import type { EncodeContext } from './context.js';

/** In: a note. Out: its element; several paragraphs become `p`. */
export function encodeNote(note: Note, context: EncodeContext): Element {
  const { document, encoding, ids } = context;
  const place = placeAt(note.place.source, note.place.start);
  const entry: Record<string, string> = {};
  if (note.entry !== undefined) entry[note.anchored ? 'listed' : 'entry'] = String(note.entry);
  if (note.typedLabel !== undefined) entry['label'] = note.typedLabel;
  const children: XmlNode[] = Object.keys(entry).length > 0 ? [instruction(entry, place)] : [];
  const attributes = {
    n: note.n,
    'xml:id': ids.take(`${document.id}fn${note.n}`),
    type: note.type === 'source' ? 'source' : undefined,
    place: encoding.notePlace,
    anchored: note.anchored || !encoding.anchored ? undefined : 'false',
  };
  const [first, ...more] = note.paragraphs;
  if (first && more.length === 0) {
    for (const node of encodeContent(first, 'note', context)) children.push(node);
  } else {
    for (const paragraph of note.paragraphs) {
      children.push(tei('p', {}, encodeContent(paragraph, 'note', context), paragraph[0]?.place ?? place));
    }
  }
  return tei('note', attributes, children, note.place);
}
