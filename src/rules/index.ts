/** The rules, one a line, and what runs them. */
import type { Report } from '../diagnostic/index.js';
import { type ProfileChoice, resolveProfile } from '../profiles/index.js';
import type { Source } from '../source/index.js';
import { treeBuilder, type XmlDocument, type XmlSink } from '../xml/index.js';
import { ruleMessages } from './messages.js';
import { pageOrder } from './page-order.js';
import type { Rule } from './rule.js';
import { textFidelity } from './text-fidelity.js';

export const rules: readonly Rule[] = [pageOrder, textFidelity];

export { ruleMessages } from './messages.js';
export type { Rule, TeiSubject } from './rule.js';

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
}

/** Runs all rules on a document. */
export function checkRules({ document, against, profile }: CheckedDocument, report: Report): void {
  const conventions = profile === undefined ? undefined : resolveProfile(profile);
  for (const rule of rules) rule.check({ on: 'tei', document, against, conventions }, report);
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
