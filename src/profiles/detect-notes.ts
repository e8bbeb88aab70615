/** A transcription -> how the markers and the entries of its notes are typed, and why it is thought so. */
import type { Source } from '../source/index.js';
import {
  type Conventions,
  type MarkerForm,
  measureNotes,
  type NoteAgreement,
  type NoteLabelForm,
} from '../transcript/index.js';
import { linesAtEnds, markerForms, noteLabelForms } from './forms.js';

export interface DetectedNotes {
  readonly marker: MarkerForm;
  readonly noteLabel: NoteLabelForm;
  /** `markers of notes as "[1]" (4 of 4 notes)`, `notes listed as "[1]"`. */
  readonly reasons: readonly string[];
}

/** So much more (log odds) must speak for markers that are set apart than for glued ones: most transcriptions have these. */
const MARGIN = 3;
/** So many markers in sequence without a list of notes are a convention, by their form. */
const UNLISTED = { caret: 1, superscript: 2 } as const;

/**
 * In: a source and the conventions so far. Out: the forms under which the list of notes and its markers agree best;
 * undefined where nothing but glued markers and a list like `  1. ` is to be seen.
 */
export function detectNotes(source: Source, conventions: Conventions): DetectedNotes | undefined {
  const { text } = source;
  const [standard, ...others] = noteLabelForms;
  const ends = linesAtEnds(text, conventions.pageBreak);
  const apart = markerForms.filter(({ trace, noteLabel }) => !noteLabel && trace.test(text));
  const labels = others
    .filter(({ sign }) => sign === undefined || apart.some(({ form }) => form === sign))
    .filter(({ trace }) => trace.test(text, ends))
    .map(({ form }) => form);
  const markers = markerForms.filter((each) =>
    each.noteLabel ? labels.includes(each.noteLabel) && each.trace.test(text) : apart.includes(each),
  );
  if (!standard || (markers.length === 0 && labels.length === 0)) return undefined;
  let best: { readonly found: DetectedNotes; readonly weight: number } | undefined;
  for (const noteLabel of standard.trace.test(text, ends) || labels.length === 0
    ? [standard.form, ...labels]
    : labels) {
    for (const { form: marker, alike } of [...markers, GLUED]) {
      if (alike && noteLabel !== alike && labels.includes(alike)) continue;
      const agreement = measureNotes(source, { ...conventions, marker, noteLabel });
      const weight = weigh(agreement, marker);
      if (weight <= (best?.weight ?? 0)) continue;
      best = { found: { marker, noteLabel, reasons: reasonsOf(agreement, marker) }, weight };
      if (marker !== 'glued' && isPlain(agreement)) return best.found;
    }
  }
  return best?.found;
}

const GLUED: { readonly form: MarkerForm; readonly alike?: NoteLabelForm } = { form: 'glued' };

function weigh({ notes, unlisted, weight }: NoteAgreement, marker: MarkerForm): number {
  if (notes > 0) return weight - (marker === 'glued' ? 0 : MARGIN);
  if (marker !== 'caret' && marker !== 'superscript') return 0;
  return unlisted >= UNLISTED[marker] ? unlisted : 0;
}

/** So many notes have their markers that nothing else has to be tried. */
function isPlain({ notes, marked, weight }: NoteAgreement): boolean {
  return notes >= 5 && marked >= notes * 0.9 && weight >= notes * 5;
}

function reasonsOf({ notes, marked, unlisted, marker, entry }: NoteAgreement, form: MarkerForm): readonly string[] {
  const reasons: string[] = [];
  if (form !== 'glued' && marker !== undefined) {
    const count = notes > 0 ? `${marked} of ${notes} notes` : `${unlisted} in sequence`;
    reasons.push(`markers of notes as "${marker}" (${count})`);
  }
  if (entry !== undefined) reasons.push(`notes listed as "${entry}"`);
  return reasons;
}
