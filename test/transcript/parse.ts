import type { Diagnostic } from '../../src/diagnostic/index.js';
import { frusWeb } from '../../src/profiles/index.js';
import { createSource, pointAt } from '../../src/source/index.js';
import { type Conventions, type Inline, parseTranscript, transcriptLeaves } from '../../src/transcript/index.js';

/** Parses a text and gives what tests ask for. */
export function parse(text: string, conventions: Conventions = frusWeb) {
  const found: Diagnostic[] = [];
  const source = createSource('letter.txt', text);
  const transcript = parseTranscript(source, conventions, (diagnostic) => found.push(diagnostic));
  const leaves = transcriptLeaves(transcript);
  return { source, transcript, found, leaves };
}

/** `transcript/note-without-marker 40:3`. */
export function said(found: readonly Diagnostic[]): readonly string[] {
  return found.map(({ code, place }) => {
    if (!place) return code;
    const { line, column } = pointAt(place.source, place.start);
    return `${code} ${line}:${column}`;
  });
}

/** The text of a leaf, or of any node. */
export function typed({ place }: Pick<Inline, 'place'>): string {
  return place.source.text.slice(place.start, place.end);
}

/** Markers as `label > note`, in the order of the text, each with the five characters before it. */
export function markersOf(leaves: readonly Inline[]): readonly string[] {
  return leaves.flatMap((leaf) => {
    if (leaf.kind !== 'noteMarker') return [];
    const { start, source } = leaf.place;
    return [`${source.text.slice(Math.max(0, start - 5), start)}<${leaf.label}> ${leaf.note ?? 'none'}`];
  });
}
