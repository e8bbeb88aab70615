/** A line below the name that signs -> does somebody else sign with it? `Anna`, `und Anna`, `Deine Anna`, `Anna Weber` below `Karl Weber`; an office does not. */
import { fold, isForename } from '../authority/index.js';
import type { Cues } from './cues.js';
import { isLetterName, ownNameAt } from './letter-name.js';

/** Names of children and adults in letters of other languages than English; short forms among them. Folded. */
const FORENAMES: ReadonlySet<string> = new Set(
  `adele adelheid agnes albert alexandre alfred alois amalie andrea angela antoine antonio antonie antoinette arnold august auguste
  beatrice bernard bernhard bertha bettina camille carla carlo carmen carolina caroline catherine cecile charlotte christian christine clara
  claire claude clemens cornelia daniel dieter dirk dora dorothea eduard elena eleonore elisa elisabeth elise ella else emil emile emilie emilio
  emma emmy enrico erich erika ernst erna eugen eugenie eva felix ferdinand fernando filippo francesco francisco francois franz franziska
  frederic friedrich frieda fritz gabriele georg georges gerda gerhard gertrud gianni giovanna giovanni giulia giuseppe gottfried greta grete gretchen
  guido guillaume gustav hanna hannah hanne hanni hannes hedwig heinrich heinz helene henri henriette hendrik herbert hermann hilda hilde hugo
  ida ilse ines inge ingeborg irene irma isabella isabelle jacob jacques jakob jeanne joachim johann johanna johannes jose josef josefa josephine juan
  julie julien juliette julius jurgen karoline katharina kathe klara klaus konrad kurt leonie leopold lieschen lili lina lisa lisbeth louise lotte lucie
  lucia ludwig luigi luise luis magdalena manuel marcel marco margarete margarethe margherita marguerite maria marianne marie mario martha martin
  mathilde matteo max mathieu michel mina minna moritz nicolas olga oskar otto ottilie paola paolo paula pauline peter philipp pierre pieter
  rainer reinhard renate ricardo richard robert rosa rosalie rudolf ruth sabine sofia sophie stefan susanne suzanne sven theodor therese tilde toni
  trude ulrich ursula uwe valentin vera victor viktor vincenzo volker walter wilhelm wilhelmine willem willi willy wolfgang yvonne`.split(
    /\s+/,
  ),
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
  const words = line.slice(lead).replace(/[.,]$/, '').split(/\s+/u);
  if (words.length > MOST_WORDS || !isLetterName(line.slice(lead), cues)) return undefined;
  const first = fold(words[0] ?? '');
  const isKnown = isForename(first) || FORENAMES.has(first);
  return lead > 0 || isKnown || (words.length > 1 && words.at(-1) === surnameOf(name)) ? lead : undefined;
}

/** `Weber` of `Karl Weber,`; undefined of a single word. */
function surnameOf(name: string): string | undefined {
  const words = name.replace(/[.,]$/, '').split(/\s+/u);
  return words.length > 1 ? words.at(-1) : undefined;
}
