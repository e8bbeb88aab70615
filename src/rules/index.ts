/** The rules, one a line, and what runs them. */
import type { Report } from '../diagnostic/index.js';
import { type ProfileChoice, resolveProfile } from '../profiles/index.js';
import type { Source } from '../source/index.js';
import { treeBuilder, type XmlDocument, type XmlSink } from '../xml/index.js';
import { characters } from './characters.js';
import { correspondence } from './correspondence.js';
import { dates } from './dates.js';
import { documentOrder } from './document-order.js';
import { emptyElements } from './empty-elements.js';
import { finalNewline } from './final-newline.js';
import { leftoverMarkers } from './leftover-markers.js';
import { ruleMessages } from './messages.js';
import { missingIds } from './missing-ids.js';
import { noteIds } from './note-ids.js';
import { noteOrder } from './note-order.js';
import { noteSpaces } from './note-spaces.js';
import { pageOrder } from './page-order.js';
import { pageWords } from './page-words.js';
import { persons } from './persons.js';
import { pictures } from './pictures.js';
import { pointers } from './pointers.js';
import { quotationMarks } from './quotation-marks.js';
import { repeatedWords } from './repeated-words.js';
import type { Rule } from './rule.js';
import type { Surroundings } from './surroundings.js';
import { textFidelity } from './text-fidelity.js';
import { walkDocument } from './walk.js';

export const rules: readonly Rule[] = [
  characters,
  correspondence,
  dates,
  documentOrder,
  emptyElements,
  finalNewline,
  leftoverMarkers,
  missingIds,
  noteIds,
  noteOrder,
  noteSpaces,
  pageOrder,
  pageWords,
  persons,
  pictures,
  pointers,
  quotationMarks,
  repeatedWords,
  textFidelity,
];

export { ruleMessages } from './messages.js';
export type { Rule, TeiSubject } from './rule.js';
export { sharedIds } from './shared-ids.js';
export type { Surroundings } from './surroundings.js';

/** Above this many characters a document is not held as a tree. */
export const LARGEST_TREE = 100_000_000;
/** A document nested deeper is not walked by rules. */
export const DEEPEST_TREE = 1000;

export interface CheckedDocument {
  readonly document: XmlDocument;
  /** The transcription that the encoding must be true to. */
  readonly against?: Source | undefined;
  /** The profile of the transcription, where the settings give one. */
  readonly profile?: ProfileChoice | undefined;
  /** The text that the document was read from; none for a tree that was made of a transcription. */
  readonly written?: Source | undefined;
  /** Files and lists beside the document; without them nothing is said of what leads there. */
  readonly surroundings?: Surroundings | undefined;
}

/** Runs all rules on a document, in one walk. */
export function checkRules(checked: CheckedDocument, report: Report): void {
  const { document, against, profile, written, surroundings } = checked;
  const conventions = profile === undefined ? undefined : resolveProfile(profile);
  const subject = { on: 'tei', document, written, against, conventions, surroundings } as const;
  walkDocument(
    document,
    rules.flatMap((rule) => rule.begin(subject, report) ?? []),
  );
}

/** Builds the tree that the rules look at; undefined, and reported, where the document is too large or too deep for one. */
export function limitedTree(
  source: Source,
  report: Report,
): { readonly sink: XmlSink; document(): XmlDocument | undefined } | undefined {
  if (source.text.length > LARGEST_TREE) {
    report(ruleMessages['not-checked']({ reason: `it is larger than ${LARGEST_TREE / 1e6} million characters` }));
    return undefined;
  }
  const builder = treeBuilder();
  let depth = 0;
  let deepest = 0;
  return {
    sink(event) {
      if (event.kind === 'startTag') deepest = Math.max(deepest, ++depth);
      else if (event.kind === 'endTag') depth--;
      if (deepest <= DEEPEST_TREE) builder.sink(event);
    },
    document() {
      if (deepest <= DEEPEST_TREE) return builder.document();
      report(ruleMessages['not-checked']({ reason: `its elements are nested deeper than ${DEEPEST_TREE}` }));
      return undefined;
    },
  };
}
