/** A line below the name that signs -> does somebody else sign with it? `Anna`, `und Anna`, `Deine Anna`, `Anna Weber` below `Karl Weber`; an office does not. */
import { fold, isForename } from '../authority/index.js';
import type { Cues } from './cues.js';
import { isLetterName, ownNameAt } from './letter-name.js';

/** Names in letters of other languages than English, short forms among them, beside those that `isForename` knows. Folded. */
const FORENAMES: ReadonlySet<string> = new Set(
  `adele adelheid agnes alexandre alois amalie andrea angela antoine antonie antoinette august auguste beatrice bernhard bertha bettina
  camille carla carlo carmen carolina caroline cecile charlotte christian christine clara claire clemens cornelia dieter dirk dora dorothea
  eduard elena eleonore elisa elisabeth elise ella else emil emile emilie emilio emma emmy enrico erich erika erna eugen eugenie eva
  fernando filippo francesco francisco francois franz franziska frederic friedrich frieda gabriele georg georges gerda gerhard gertrud
  gianni giovanna giulia giuseppe gottfried greta grete gretchen guido guillaume hanna hannah hanne hanni hannes hedwig heinrich heinz
  helene henri henriette hendrik hilda hilde ida ilse ines inge ingeborg irene irma isabella isabelle jakob jeanne joachim johann johanna
  josef josefa josephine julie julien juliette jurgen karoline katharina kathe klara klaus konrad leonie leopold lieschen lili lina lisa
  lisbeth lotte lucie lucia ludwig luigi luise magdalena marcel marco margarete margarethe margherita marguerite marianne marie mario martha
  mathilde matteo mathieu michel mina minna moritz nicolas olga oskar ottilie paola paolo paula pauline philipp pieter rainer reinhard
  renate ricardo rosa rosalie rudolf sabine sofia sophie susanne suzanne sven theodor therese tilde toni trude ulrich ursula uwe valentin
  vera vincenzo volker wilhelm wilhelmine willem willi wolfgang yvonne`.split(/\s+/),
);

/** With them another name goes on in its line: `und Anna`. */
const AND = /^(?:und|u\.?|and|&|et|e|y|en) (?=\p{Lu})/u;
const MOST_WORDS = 3;

/**
 * In: a line below a name, and the line of that name, both trimmed. Out: where the name in it begins; undefined where it says
 * something else, as an office does.
 */
export function coSignerAt(line: string, name: string, cues: Cues): number | undefined {
  const own = ownNameAt(line, cues);
  if (own !== undefined) return own;
  const lead = AND.exec(line)?.[0].length ?? 0;
  const words = wordsOf(line.slice(lead));
  if (words.length > MOST_WORDS || !isLetterName(line.slice(lead), cues)) return undefined;
  const first = fold(words[0] ?? '');
  const isKnown = isForename(first) || FORENAMES.has(first);
  return lead > 0 || isKnown || haveOneSurname(words, wordsOf(name)) ? lead : undefined;
}

function wordsOf(name: string): readonly string[] {
  return name.replace(/[.,]$/, '').split(/\s+/u);
}

/** `Anna Weber` and `Karl Weber`; a single word is none. */
function haveOneSurname(one: readonly string[], other: readonly string[]): boolean {
  return one.length > 1 && other.length > 1 && one.at(-1) === other.at(-1);
}
