/** Encoding `frus`: TEI in the manner of the volumes of Foreign Relations of the United States, valid against their schema. */
import type { Phrase } from '../../document/index.js';
import { dateAttributes } from '../build.js';
import type { Encoding, PhraseContext, PhraseElement } from '../encoding.js';

export const frus: Encoding = {
  name: 'frus',
  summary: 'TEI in the manner of Foreign Relations of the United States (schema frus)',
  schema: 'frus',
  phrase: phraseElement,
  dates: {
    universalTime: 'Z',
    hours: 'time',
    fullStop: 'outside',
    abbreviationStop: 'inside',
    undated: 'date',
    heads: 'numbered',
  },
  // Lists whose identifiers end in a number behind a low line (`p_RDJ_1`) are of volumes that date in another manner.
  shownDates: [{ identifiers: /^[pt]_[^_]+_\d+$/, dates: { universalTime: 'none', hours: 'range' } }],
  division: (kind) => ({
    type: 'document',
    subtype: kind === 'editorial-note' ? 'editorial-note' : 'historical-document',
  }),
  unnumbered: '[unnumbered]',
  notePlace: undefined,
  enclosure: 'paragraphs',
  attachment: 'frus:attachment',
  signedFor: 'paragraph',
  introducedList: 'inside',
  signers: 'listed',
  runIn: 'processingInstruction',
  wordBreaks: false,
  anchored: false,
  standOff: false,
  inlineSource: 'rend',
  listTypes: new Set(['participants', 'subject', 'to', 'references']),
  header: {
    respStmt: false,
    availability: false,
    msDesc: false,
    profileDesc: false,
    facts: 'processingInstruction',
    editorialDecl: 'paragraphs',
    titleType: 'complete',
  },
};

function phraseElement(phrase: Phrase, context: PhraseContext): PhraseElement {
  switch (phrase.type) {
    case 'persName':
      if (context === 'signed') return { name: 'persName', attributes: { corresp: phrase.key } };
      return { name: 'persName', attributes: { corresp: phrase.key, type: phrase.role } };
    case 'term':
      return { name: 'gloss', attributes: { target: phrase.key } };
    case 'orgName':
      return phrase.role && { name: 'gloss', attributes: { type: phrase.role } };
    case 'roleName':
      if (context === 'signed') return { name: 'hi', attributes: { rend: 'italic' } };
      return phrase.role && { name: 'gloss', attributes: { type: phrase.role } };
    case 'placeName':
      return context === 'dateline' ? { name: 'placeName', attributes: {} } : undefined;
    case 'date':
      if (context !== 'dateline' && context !== 'head') return undefined;
      return {
        name: phrase.span === 'time' ? 'time' : 'date',
        // No attribute of this encoding says that a date is doubted.
        attributes: phrase.cert ? {} : dateAttributes(phrase),
      };
    case 'ref':
      return phrase.target === undefined ? undefined : { name: 'ref', attributes: { target: phrase.target } };
    case 'gap':
      return undefined;
    case 'salute':
    case 'signed':
    case 'dateline':
      return { name: phrase.type, attributes: {} };
  }
}
