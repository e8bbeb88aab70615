/** A capitalised word before a surname -> is it a forename, though neither the list nor the table of forenames has it? */
import { isForename, isForenameElsewhere } from './forenames.js';
import type { MentionIndex } from './mention-index.js';
import { isAllCapitals, type Word } from './name-words.js';
import { isThing } from './ordinary-words.js';
import type { Reading } from './reading.js';
import { startsSentence } from './starts-sentence.js';
import { isCalling, isNoName } from './titles.js';
import { wordSet } from './word-set.js';

/** Behind these, and in no other place, a word is none that a person is called by: `the Chancellor`, `in Havana`, `mein Freund`. */
const BEFORE_NOUNS: ReadonlySet<string> = wordSet(`
  the a an this that these those his her my our your their every each no in at near
  der die das den dem des ein eine einer einem einen eines im am zum zur mein meine meinem meinen dein ihr sein seine unser unsere
  le la les un une des du au aux mon ma mes notre votre ce cet cette
  el los las una del al mi su il lo gli i uno della dello nel nella o os as um uma de het een`);

/** Words that stand before names in titles and at the start of a sentence, beside those that `isNoName` knows. */
const WORDS: ReadonlySet<string> = wordSet(`
  about above according across against agree all almost among another any approach around ask attached being believe below beneath beside
  besides between beyond can compare continued could day days despite did do does during each enclosed enough even evident except final first second third expect following
  forthcoming further furthermore given has have having hence how however if indeed inform instead into is knows large last later like
  may maybe meanwhile met might more moreover most much must nevertheless never next nonetheless none nor note noted once only onto other our
  otherwise over pass per perhaps post pre previously re reminded repeat request said saw say says see seeing seems send several shall should
  shown signed similarly sincerely some soon still subject such suggest tell than thank thanks them therefore though through throughout thus
  today toward towards told tomorrow tone tonight too under unless unlike unlikely up upon urge versus very via was we were what where whereas
  whatever whenever whether which who whom whose why will within without would yesterday yet young
  agency development industry memcon memcons memos ministry program telcon telcons
  january february march april may june july august september october november december
  monday tuesday wednesday thursday friday saturday sunday
  als am auf aus bei da dann dass denn doch durch ein eine fur gegen gestern hat heute ihr in ist mit nach nun ob oder ohne seit so
  sondern uber um und von vor wahrend wann warum was weil wenn wer wie wir zu zwischen
  alors apres au avant avec car comme dans de des donc du elle en entre et hier il je lorsque mais ou par pour puis quand que qui sans
  selon si sur al ante como con cuando desde donde el ella ellos entre hoy los mas para pero por porque segun si sin su un una
  y ya anche che da del della di dopo e ed ieri il la le ma nel oggi per quando se tra`);

/** `Russians`, `Communists`. */
const PEOPLES = /(?:[ia]ans|ese|ists)$/;

/** In: the words of all passages. Out: what tells its ordinary words; they are gathered when first asked for. */
export function ordinaryWordsOf(passages: readonly (readonly Word[])[]): Reading['ordinary'] {
  let known: ReadonlySet<string> | undefined;
  return () => {
    known ??= gather(passages);
    return known;
  };
}

function gather(passages: readonly (readonly Word[])[]): ReadonlySet<string> {
  const ordinary = new Set<string>();
  for (const passage of passages)
    for (const [i, { text, folded }] of passage.entries())
      if (text === text.toLowerCase() || BEFORE_NOUNS.has(passage[i - 1]?.folded ?? '')) ordinary.add(folded);
  return ordinary;
}

/** In: a passage, and the index of the first word of a surname in it. Out: whether the word before it may be a forename; in capitals, whether it is known for one. */
export function isOtherForename({ text, words: all, index, ordinary }: Reading, i: number): boolean {
  const word = all[i - 1];
  if (!word || text.slice(word.end, all[i]?.start) !== ' ') return false;
  const { folded } = word;
  if (isAllCapitals(word.text)) return isAllCapitals(all[i]?.text ?? '') && isForenameElsewhere(folded);
  if (!/^\p{Lu}\p{Ll}{2,}$/u.test(word.text)) return false;
  if (isNoName(folded) || isCalling(folded) || isThing(folded) || WORDS.has(folded) || PEOPLES.test(folded))
    return false;
  if (index.surnames.next.has(folded) || index.described.has(folded)) return false;
  if (isInPhrase(text, all, i - 1, index)) return false;
  if (/\p{L}{3}ing$/u.test(folded) || (startsSentence(text, word.start) && /(?:ly|ing|ed)$/.test(folded))) return false;
  return !ordinary().has(folded);
}

/** `Foreign Ministry Etemadi`, `Minister of Mines Yusuf`: the word ends a phrase of words with capitals; but `Prime Minister Raul Castro`. */
function isInPhrase(text: string, all: readonly Word[], j: number, index: MentionIndex): boolean {
  const before = all[j - 1];
  if (!before || text.slice(before.end, all[j]?.start) !== ' ') return false;
  if (before.text === 'of') return /^\p{Lu}\p{Ll}/u.test(all[j - 2]?.text ?? '');
  if (!/^\p{Lu}\p{Ll}/u.test(before.text) || startsSentence(text, before.start)) return false;
  const { folded } = before;
  return !isNoName(folded) && !isCalling(folded) && !isForename(folded) && !index.forenames.has(folded);
}
