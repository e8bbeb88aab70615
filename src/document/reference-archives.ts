/** The words of a note -> the references to archives in it: `Department of State, Central Files, 711.11-KE/5-1661`. */
import { openingAt, type RepositoryNames, repositoryNames } from './archival-reference.js';
import { NAMES_A_SERIES, REFERENCE_FORMS } from './file-numbers.js';
import { matchAt } from './match-at.js';
import type { Repository } from './repository.js';
import type { Stretch } from './source-note-sentences.js';

/** One piece between commas; it begins with a capital letter, a figure or a sign of quotation. */
const PIECE =
  /[,:]\s(?=[\p{Lu}\d[“"#])(?:[^,;:()\n.“”]|\.(?=[^\s.])|(?<=\b(?:Vols?|Nos?|Mr|Mrs|Dr|Jr|Pt|St|Gen|\p{Lu}))\.|:(?=\d)|\([^()\n]{0,60}\)|“[^“”\n]{0,80}”){1,100}/uy;
/** Where the sentence goes on behind the reference. */
const SENTENCE_GOES_ON = /\s(?:is|are|was|were|has|have|had|contains?|indicates?|reports?|reads?|for|see)\s.*$/;
const MOST_PIECES = 12;
const NONE_OF_ITS_OWN: readonly Repository[] = [];

/** In: a text, and the repositories of the edition. Out: the stretches that refer to archives, in order. */
export function archivalStretches(text: string, own: readonly Repository[] = NONE_OF_ITS_OWN): readonly Stretch[] {
  const names = repositoryNames(own);
  const found: Stretch[] = [];
  let from = 0;
  for (let match = names.anywhere.find(text, from); match; match = names.anywhere.find(text, from)) {
    const { index } = match;
    from = index + match[0].length;
    if (index < (found.at(-1)?.end ?? 0)) continue;
    const end = endOf(text, index, names);
    if (end !== undefined) found.push({ start: index, end });
  }
  return found;
}

function endOf(text: string, start: number, names: RepositoryNames): number | undefined {
  const opening = openingAt(text, start, names);
  if (!opening || opening.publication !== undefined) return undefined;
  let end = opening.end;
  let isArchival = opening.repository?.endsWith(' Library') ?? false;
  for (let count = 0; count < MOST_PIECES; count++) {
    const piece = matchAt(PIECE, text, end)?.[0].replace(SENTENCE_GOES_ON, '');
    if (piece === undefined || piece.trim().length < 3) break;
    const words = piece.slice(1).trim();
    isArchival ||= NAMES_A_SERIES.test(words) || /\bFiles?\b/.test(words) || isForm(words);
    end += piece.trimEnd().length;
  }
  return isArchival && end > opening.end ? end : undefined;
}

function isForm(words: string): boolean {
  return REFERENCE_FORMS.some(({ form }) => form.test(words));
}
