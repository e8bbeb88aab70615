/** Words that are names or terms in a list and something else in a text. All folded. */
import { wordSet } from './word-set.js';

/** Surnames that begin a sentence, or stand in capitals, as other words too. */
const WORDS_TOO: ReadonlySet<string> = wordSet(`
  ash ball banks bay begin bell black bond bridge bull bush butler camp cannon case chase church clay close cook cross day dent
  even ever chief driver east field fields ford free french gates german good grant green hall hand hard hill hold home hope
  house hunt judge key king lake law lay lie little long lord love low major march mark marshal mason may moon new noble north
  page park parks peace plaza pope porter post pound powers press price rich rock rose rush sage salt savage sharp shell short
  small smart snow south stone strong sweet temple town turner wade wait walker wall waters way wells west white will wise wolf
  wood woods young some an no do go so le lee`);

/** Terms that are words when everything is in capitals, or at the start of a sentence. */
const TERMS_TOO: ReadonlySet<string> = wordSet(`
  a aid all am an and are art as at be but by can cat do for fan go had has he her him his how i if in is it its jack let mac man
  map may me mid my new no nor not now of off on one or our out own pal para per pol ran rep sac said sea set she so sub tab tel
  than that the they to too top up us use was we who why will with you act add ago ask box come did due end far few get got
  half here high its just keep last less like long made make many more most much must near next none only other over part past
  plan post same see some such take them then there these this those time very vs way well were what when which while work year
  year yes frank mike adam nick kent eddie larry doc hank goss mil del min res min sec col son sen`);

export function isOrdinaryName(folded: string): boolean {
  return WORDS_TOO.has(folded);
}

export function isOrdinaryTerm(folded: string): boolean {
  return TERMS_TOO.has(folded);
}

/** Behind a surname these make it a place, a paper, a law: `Kennedy Library`, `Brezhnev Doctrine`, `Lodge Act`. */
const NAMED_AFTER: ReadonlySet<string> = wordSet(`
  library material foundation university college school institute bill act amendment street avenue road square
  building hall hospital airport field base county city town island islands bay harbor river lake mountain fort prize
  newspapers dynasty museum center centre fund memorial house`);

/** `library`. */
export function isNamedAfter(folded: string): boolean {
  return NAMED_AFTER.has(folded);
}

/** Behind a surname these are no surname: `Clifford Mission`, `Nixon Doctrine`. */
const THINGS: ReadonlySet<string> = wordSet(`
  mission doctrine visit administration administrations government papers plan report memo memorandum paper letter letters
  proposal proposals committee commission group round presidency correspondence office files file team trip talks speech
  statement message telegram formula initiative regime era years cabinet staff appointment book diary tapes`);

export function isThing(folded: string): boolean {
  return THINGS.has(folded);
}

/** Surnames that are an adjective where a capital follows: `White House`, `Black Sea`. */
const ADJECTIVES: ReadonlySet<string> = wordSet('white black long new north west south east green little free');

export function isAdjective(folded: string): boolean {
  return ADJECTIVES.has(folded);
}

/** `West German`, `South Asian`. */
export function isDirection(folded: string): boolean {
  return /^(?:north|south|east|west)$/.test(folded);
}
