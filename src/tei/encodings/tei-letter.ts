/** Encoding `tei-letter`: TEI for editions of letters and documents, valid against `letter.rnc` and TEI All. */
import type { Phrase } from '../../document/index.js';
import { dateAttributes } from '../build.js';
import type { Encoding, PhraseElement } from '../encoding.js';

export const teiLetter: Encoding = {
  name: 'tei-letter',
  summary:
    'TEI for documentary editions of letters: msDesc, correspDesc, floatingText for enclosed letters (schema letter)',
  schema: 'letter',
  phrase: phraseElement,
  dates: {
    universalTime: 'Z',
    hours: 'range',
    fullStop: 'outside',
    abbreviationStop: 'inside',
    undated: 'date',
    heads: 'all',
  },
  shownDates: [],
  division: (kind) => ({ type: kind }),
  unnumbered: undefined,
  notePlace: 'bottom',
  enclosure: 'floatingText',
  attachment: 'floatingText',
  signedFor: 'closer',
  introducedList: 'beside',
  signers: 'all',
  runIn: 'rend',
  wordBreaks: true,
  anchored: true,
  standOff: true,
  inlineSource: 'place',
  listTypes: new Set(['participants', 'subject', 'to', 'from', 'references']),
  header: {
    respStmt: true,
    availability: true,
    msDesc: true,
    profileDesc: true,
    facts: 'appInfo',
    editorialDecl: 'parts',
    titleType: 'main',
  },
};

function phraseElement(phrase: Phrase): PhraseElement {
  switch (phrase.type) {
    case 'persName':
    case 'orgName':
      return { name: phrase.type, attributes: { ref: phrase.key } };
    case 'term':
      return { name: 'term', attributes: { ref: phrase.key } };
    case 'placeName':
    case 'roleName':
    case 'salute':
    case 'signed':
    case 'dateline':
      return { name: phrase.type, attributes: {} };
    case 'gap': {
      const { reason, quantity, unit } = phrase;
      return { name: 'gap', attributes: { reason, quantity, unit }, isEmpty: true };
    }
    case 'date':
      return {
        name: phrase.span === 'time' ? 'time' : 'date',
        attributes: dateAttributes(phrase),
      };
    case 'ref':
      return { name: 'ref', attributes: { type: phrase.refType, target: phrase.target } };
  }
}
