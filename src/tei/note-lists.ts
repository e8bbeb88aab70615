/** Lists of notes -> processing instructions where they stood: the notes themselves stand where they are cited. */
import type { XmlNode } from '../xml/index.js';
import { instruction } from './build.js';
import type { EncodeContext } from './context.js';

/** In: a place. Out: the lists that stood before it, and that no instruction tells of yet. */
export function noteListsBefore(start: number, { document: { noteLists }, told }: EncodeContext): readonly XmlNode[] {
  const nodes: XmlNode[] = [];
  for (let list = noteLists[told.lists]; list && list.place.start < start; list = noteLists[++told.lists]) {
    const { head, count, place } = list;
    nodes.push(instruction({ notes: String(count), ...(head !== undefined && { head }) }, place));
  }
  return nodes;
}
