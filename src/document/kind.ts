/** A head's words -> what kind of document it is. */
import type { DocumentKind } from './document.js';
import { wordedKind } from './worded-head.js';

/** Tried in turn: the first whose words the head has, read without its number. */
const KINDS: readonly (readonly [words: RegExp, kind: DocumentKind])[] = [
  [/^editorial note\b/i, 'editorial-note'],
  [/^(?:\w+ ){0,3}(?:telegram|airgram|cable|telex)\b/i, 'telegram'],
  [
    /^(?:\w+ ){0,2}(?:memorand(?:um|a)|record|notes?|transcript|minutes|summary|report) (?:of|on) (?:an? |the )?(?:\w+ )?(?:conversation|telephone)/i,
    'conversation',
  ],
  [/^(?:\w+ ){0,3}(?:memorandum|memoranda|aide-m[ée]moire)\b/i, 'memorandum'],
  [/^(?:\w+ ){0,2}(?:letter|letters)\b/i, 'letter'],
  [/^(?:\w+ ){0,2}message\b/i, 'message'],
  [/^(?:\w+ ){0,3}minutes\b/i, 'minutes'],
  [/^(?:\w+ ){0,4}(?:report|estimate|d[ei]spatch)\b/i, 'report'],
  [/^(?:\w+ ){0,3}paper\b/i, 'paper'],
];

/** The kind of a document with this head (without its number); `document` where no word tells. */
export function kindOfHead(title: string): DocumentKind {
  return KINDS.find(([words]) => words.test(title))?.[1] ?? wordedKind(title) ?? 'document';
}
