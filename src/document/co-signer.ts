/** A line below the name that signs -> does somebody else sign with it? `Anna`, `und Anna`, `Deine Anna`, `Anna Weber` below `Karl Weber`, `A. Beck, Schriftführer`; an office does not. */
import type { Cues } from './cues.js';
import { hasSeveralWords, isKnownForename, isLetterName, nameWithMore, ownNameAt, surnameOf } from './letter-name.js';

const MOST_WORDS = 3;
/** `J. Smith`: an office begins with no initial. */
const INITIALED = /^(?:\p{Lu}\. ?){1,2}\p{Lu}[\p{Ll}’'-]+\.?$/u;

/**
 * In: a line below a name, and the line of that name, both trimmed. Out: where the name in it begins; undefined where it says
 * something else, as an office does.
 */
export function coSignerAt(line: string, name: string, cues: Cues): number | undefined {
  const own = ownNameAt(line, cues);
  if (own !== undefined) return own;
  const lead = cues.and.exec(line)?.[0].length ?? 0;
  const typed = line.slice(lead);
  // `A. Beck, Schriftführer`
  const second = nameWithMore(typed, cues) ?? typed;
  const words = second.split(/\s+/u);
  if (words.length > MOST_WORDS || !isLetterName(second, cues)) return undefined;
  const isKnown = isKnownForename(words[0] ?? '') || INITIALED.test(second);
  return lead > 0 || isKnown || haveOneSurname(second, name) ? lead : undefined;
}

/** `Anna Weber` and `Karl Weber`; a single word is none. */
function haveOneSurname(one: string, other: string): boolean {
  return hasSeveralWords(one) && hasSeveralWords(other) && surnameOf(one) === surnameOf(other);
}
