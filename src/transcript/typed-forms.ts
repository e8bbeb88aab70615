/** A number or label -> the characters that a transcriber following the conventions types for it. */
import type { Conventions, Enclosure, MarkerForm, NoteLabelForm } from './conventions.js';

const SUPERSCRIPTS = '⁰¹²³⁴⁵⁶⁷⁸⁹';

/** `19` -> `[Page 19]`. */
export function typedPageBreak({ pageBreak }: Conventions, n: string): string {
  return enclose(pageBreak, n);
}

/** `1` -> `1`, `[1]`, `¹` or `[^1]`. */
export function typedMarker({ marker }: Conventions, label: string): string {
  if (marker === 'superscript') return toSuperscript(label);
  const enclosure = enclosureOf(marker);
  return enclosure ? enclose(enclosure, label) : label;
}

function toSuperscript(label: string): string {
  return label.replace(/[0-9]/g, (digit) => SUPERSCRIPTS.charAt(Number(digit)));
}

/** `¹²` -> `12`; what is no superscript digit stays. */
export function fromSuperscript(typed: string): string {
  return [...typed].map((c) => (SUPERSCRIPTS.includes(c) ? String(SUPERSCRIPTS.indexOf(c)) : c)).join('');
}

/** What encloses the label of a marker, where anything does. */
export function enclosureOf(marker: MarkerForm): Enclosure | undefined {
  switch (marker) {
    case 'glued':
    case 'superscript':
      return undefined;
    case 'brackets':
      return { before: '[', after: ']' };
    case 'caret':
      return { before: '[^', after: ']' };
    default:
      return marker;
  }
}

/** `1` -> `  1. ` or `¹ `, what an entry of the list of notes begins with. */
export function typedNoteLabel({ noteLabel }: Conventions, label: string): string {
  return enclose(labelEnclosure(noteLabel), noteLabel === 'superscript' ? toSuperscript(label) : label);
}

/** What encloses the label of an entry; a number that is set higher has but a space behind it. */
export function labelEnclosure(form: NoteLabelForm): Enclosure {
  return form === 'superscript' ? BEHIND_SUPERSCRIPT : form;
}

const BEHIND_SUPERSCRIPT: Enclosure = { before: '', after: ' ' };

function enclose({ before, after }: Enclosure, label: string): string {
  return `${before}${label}${after}`;
}
