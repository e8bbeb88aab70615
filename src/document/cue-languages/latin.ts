/** Cues of letters in Latin. */
import type { CueWords } from './cue-words.js';

export const latin: CueWords = {
  greeting: [
    '(?:vir|domine|amice|frater|pater|princeps|clarissime|ornatissime|doctissime|reverende|reverendissime|illustrissime|carissime|charissime|praestantissime|celeberrime|nobilissime|amplissime|excellentissime|dilectissime|venerande|honorande|humanissime)',
  ],
  address: [
    '(?:\\p{L}+ ){1,6}(?:salutem|s\\. ?d\\.|s\\. ?p\\. ?d\\.|s\\. ?p\\.|sal\\.)(?: (?:dicit|plurimam|in domino|d\\.)){0,3}',
    's\\. ?p\\. ?d\\.',
    'salve',
  ],
  close: [
    '(?:bene )?vale(?:te)?(?: (?:et|in|iterum|feliciter|diu|vir|amice|mi)[^.\\n]{0,60})?',
    '(?:tu(?:us|a)|vester|tui)(?= (?:\\p{L}+ ){0,4}\\p{L}+\\.?\\s*$|\\s*$)',
    '(?:deus|dominus) te (?:servet|conservet)[^.\\n]{0,40}',
    'tibi (?:addictissimus|deditissimus)',
  ],
  closeTail: [
    '(?:et|ex|animo|tu(?:us|a)|totus|semper)',
    '(?:\\p{L}{4,16}issimus|deditus|addictus)',
    '(?:servus|cliens|amicus|frater|cultor)',
  ],
  closeLead: ['vale', 'deus'],
  postscript: ['p\\. ?s\\.', 'post ?scriptum', 'n\\. ?b\\.'],
  source: ['fons', 'fontes'],
  begin: ['incipit(?: epistola| textus)?'],
  end: ['explicit(?: epistola| textus)?', 'finis'],
  weekdays: ['die (?:lunae|martis|mercurii|iovis|veneris|sabbati|dominic[ao])'],
  dated: ['die', 'dat\\.', 'datum', 'scribebam', 'dabam', 'raptim'],
  common: [
    'et',
    'in',
    'ad',
    'ut',
    'non',
    'quod',
    'est',
    'cum',
    'te',
    'tibi',
    'mihi',
    'sed',
    'ex',
    'quae',
    'esse',
    'me',
    'si',
    'quam',
    'enim',
  ],
};
