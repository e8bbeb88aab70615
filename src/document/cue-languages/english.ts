/** Cues of letters in English that stand by themselves; those of documents with a head are stricter (`../cues.ts`). */
import type { CueWords } from './cue-words.js';

/** Who writes or is written to, by kin or bond. */
const KIN =
  '(?:friends?|brothers?|sisters?|mother|father|mama|mamma|papa|parents|cousins?|aunt|uncle|nephew|niece|sons?|daughter|child|children|boys?|girls?|wife|husband|companion|pupil|comrade)';
const SERVANT = "(?:servants?|ser[vt]+[’'.]?t?s?\\.?|svt\\.?|ser\\.)";
const QUALITY =
  "(?:most|very|ever|always|truly|sincerely|sincere|ob(?:e?d)?(?:ien)?t|obe[dt]+[’']?t?\\.?|humble|hu?m?ble\\.?|h[’']?ble|faithful|dutiful|loving|affectionate|affect?(?:ionat)?(?:e|n|ne|te|ly)?\\.?|aff\\.|devoted|obliged|obligd|oblidged|grateful|respectful|attached|old|true|constant|own|poor|real|kind|good|dear|fond|unworthy|only|eldest|little|unfortunate)";
const ADVERB =
  "(?:sincere?ly|sinc?(?:er)?[’']?ly|truly|faithfully|fai?thly|affectionately|affect?(?:ion)?(?:ate?)?[’']?l?y|gratefully|respectfully|resp(?:ect)?[’']?y|obediently|cordially|lovingly|devotedly|fondly|fraternally|dutifully|heartily|warmly|hastily|tenderly)";
const SIR =
  "(?:sirs?|madam|ma[’']?am|gentle(?:men|man)|gent(?:m|n|lm?n)\\.?|lord|lady|mr\\.?|mrs\\.?|miss|doctor|dr\\.?|colonel|general|captain|sweet(?:heart|est)?|love|heart|creature|fellow|one|old|lads?|all|everybody)";
const DEAR =
  "(?:d(?:ea)?re?(?:st)?\\.?|dearly|esteemed|estd\\.?|respected|worthy|good|kind|honest|gentle|beloved|darling|hon(?:ou?re?|[’'])?d\\.?|hon\\.|rev\\.|reve?re?n?d?\\.?|precious|sweetest|sweet)";

/** Words of closes that no name in English begins with or holds. */
export const NO_NAMES: readonly string[] = [
  'good',
  'best',
  'many',
  'thanks',
  'love',
  'regards',
  'wishes',
  'greetings',
  'kisses',
  'end',
  'with',
  'yours',
];

export const english: CueWords = {
  greeting: [
    `(?:(?:and )?(?:my|our) )?(?:very |own |ever |right |most |much |old |good |poor |and )*${DEAR}(?:,? (?:and |& )?${DEAR}){0,3},?(?: (?:old |little |good |young )*(?:${SIR}|${KIN})|(?= \\p{Lu})| ?(?=[,:!;—–-]|$))(?: (?:and|&) (?:dear |good )?(?:${SIR}|${KIN}))?`,
    `(?:my|our) (?:very |own |ever |old |poor |little |sweet |good )*(?:${SIR}|${KIN}|pet|darlings?|dearest|own|liege|treasure|angel)`,
    '(?:(?:MY|OUR) )?(?:VERY )?DEAR(?: (?:SIRS?|MADAM|GENTLEMEN))?(?!\\p{L})',
    `(?:friend|brother|sister|cousin|comrade|aunt|uncle)(?= \\p{Lu}[^\\n]{1,40}[,:!;—–-]\\s*$)`,
  ],
  address: [
    '(?:hello|hi|hullo|hallo|hey)(?:,? (?:there|all|everybody|everyone)(?=[,!–—-])|(?=,? \\p{Lu}[^\\n,:!;]{1,40}[,:!;—–-]|[,!]))',
    '(?:mr|mrs|miss|dr|sir|lord|lady|captain|colonel|general|professor|doctor)\\.?(?= \\p{Lu}[^\\n]{1,40}[,:!;—–-]\\s*$)',
    'sirs?(?: (?:and|&) (?:brothers?|friends?))?',
    '(?:SIRS?|GENTLEMEN|MADAM|YOUR (?:EXCELLENCY|MAJESTY|HONOU?R))',
    "(?:gentlemen|gent(?:m|n|lm?n)\\.?|madam|ma[’']am|mesdames|ladies(?: and gentlemen)?|mamma|mother|father|papa)",
    '(?:your|his|her) (?:excellency|majesty|highness|holiness|honou?r|lordship|ladyship|grace|worship|eminence)s?',
    '(?:mr|mrs|madam|miss)\\.? (?:president|chairman|secretary|ambassador|minister|prime minister|premier|chancellor|editor|speaker|mayor)',
    "(?:mr|mrs)\\.? \\p{Lu}[\\p{L}’'-]+,? (?:dear )?sir",
    'dearests?',
    'darlings?',
    'sweetheart',
    'comrades?',
    'sweet love',
    'may it please your \\p{L}+',
  ],
  close: [
    `(?:and |so ){0,2}(?:I|we) (?:am|are|remain|rest|beg|have the (?:great )?honou?r|have y?e honou?r|subscribe myself|continue)(?:(?=[^.\\n]{0,20}\\n)[^\\n]{0,20}|[^\\n]{0,160}(?:${SERVANT}|y(?:ou)?r[’']?s(?!\\p{L})|truly|sincerely|respectfully|obedient|humble|faithfully|devoted|etc|&c|${KIN})(?:[.,]? [^\\n.]{0,30})?)`,
    '(?:and )?believe me[^.\\n]{0,120}',
    'y(?:ou)?rs?\\.? (?:etc\\.?|&c\\.?)',
    `y(?:ou)?r\\.? (?:${QUALITY}\\.? ){1,3}${SERVANT}`,
    'cheers',
    `(?:(?:with|in|and|believe me|from) )?(?:(?:ever|always|still|as ever|most|very|entirely|wholly|as always|thus|so|all|only|hastily|in haste|and|,) ){0,4}(?:your?s?|y(?:ou)?r[’']?s?|thine|thy)\\.?(?: (?:lordship|ladyship|excellency|grace|honou?r|majesty|highness|worship|reverence)[’']?s)?(?:,? (?:${QUALITY}|${ADVERB}|indeed|and|&|in haste|again|till death|for ever|forever|as ever|as always|ever|always|to command|in (?:the )?(?:lord|christ|truth|haste|gospel|bonds|love)|sir|,)){0,10}(?:,? (?:${SERVANT}|${KIN}))?(?:,? (?:and|&) (?:${QUALITY} ){0,4}(?:${SERVANT}|${KIN}|wellwisher))?(?=\\W*(?:$|\\n|\\p{Lu}))`,
    `(?:most |very |ever |always |yours? |yrs )*${ADVERB}(?:,? (?:and ${ADVERB}|your?s?|yrs?|your own)\\.?)?(?: ever)?(?=\\W*(?:$|\\n|\\p{Lu}))`,
    '(?:and )?(?:now )?(?:may )?(?:god|heaven|the lord)(?: almighty)? (?:bless|keep|preserve|be with|grant|protect|guide)[^\\n.]{0,80}',
    '(?:and )?(?:now |so )?(?:adieu|farewell|good-? ?bye|good-? ?night|bye)(?:[^.\\n]{0,60})',
    '(?:and |with |in |accept |give |all |our |my |the |very |much |many |lots of |heaps of |best |kind(?:est)? |warm(?:est)? |fond(?:est)? |dear(?:est)? |sincer(?:e|est) |united |every |great(?:est)? |high(?:est)? |personal |good |affectionate |tender(?:est)? |respectful |cordial |profound |perfect |true |due |deep(?:est)? |hearty |most ){1,8}(?:love|regards?|respects?|wishes|remembrances?|compliments|thanks|esteem|affection|gratitude|sentiments|sincerity|kisses|friendship|veneration|consideration|greetings|sympathy|haste|truth|humility|duty)[^.\\n]{0,80}',
    'love[^.?\\n]{0,60}',
    'in (?:great |much |desperate |the greatest )?haste',
    '(?:as |for )?(?:ever|always)',
    '(?:thanking|wishing|hoping|trusting|begging|awaiting|expecting|assuring|requesting|praying|waiting|with)(?= )[^.\\n]{0,120}(?=[,\\n—–-]|$)',
    '(?:cheerio|so long|ta-?ta|kisses|au revoir)[^.\\n]{0,40}',
    'accept[^\\n]{0,20}(?=[^\\n]{0,120}(?:assurance|consideration|respect|esteem|regard))[^\\n]{0,120}',
  ],
  closeTail: [
    `(?:and|&|sir|madam|my lord|dear sir|gentlemen|etc\\.?|&c\\.?|ever|always|indeed|in haste|to be|as)`,
    `(?:${QUALITY}|${ADVERB}|${SERVANT}|${KIN}|yours?|y(?:ou)?r[’']?s?\\.?|thine)`,
  ],
  beforeName: [`(?:${QUALITY}|${ADVERB}|${SERVANT}|${KIN}|yours?|yrs?|from)\\.?`],
  beforeOwn: ['as', 'am', 'remain', 'me', 'from'],
  closeLead: ['with', 'in', 'kind(?:est)?', 'best', 'believe', 'my', 'our', 'and'],
  postscript: ['p\\.? ?s\\.?', 'post ?script(?:um)?', 'n\\. ?b\\.'],
  source: [],
  begin: [],
  end: [],
  dayTimes: [],
  seasons: [],
  own: ['(?:ever )?(?:your|yr|thy)'],
  toward: ['to', 'and', 'for', 'dear', 'of', 'see', 'with'],
  notName: [...NO_NAMES, 'yrs', 'sir', 'adieu', 'farewell', 'sincerely', 'truly', 'faithfully', 'god'],
  weekdays: [
    '(?:mon|tues|wednes|thurs|fri|satur|sun)day',
    '(?:mon|tues?|wed|thurs?|fri|sat|sun)\\.',
    'christmas(?: day| eve)?',
    'easter(?: day| sunday)?',
    'good friday',
    'whit ?sunday',
    "new year[’']s (?:day|eve)",
  ],
  dated: ['on', 'the', 'this', 'at'],
  addressee: [
    '(?:to|for) (?:the|my|mr|mrs|messrs|miss|master|sir|lord|lady|his|her|dr|doctor|colonel|col|general|gen|captain|capt|major|maj|rev|revd|reverend|hon|professor|prof|madame|monsieur)\\.?',
    'the (?:right |rt\\.? )?(?:hon(?:ou?ra)?ble|hon(?:our)?\\.?|rev(?:eren)?d?\\.?)',
    'messrs\\.?',
    '(?:mr|mrs|miss|dr|sir|lady|lord|rev|revd|col|capt|gen|prof|hon)\\.? \\p{Lu}[^\\n]{1,60}(?=\\n|\\s*$)',
    '\\p{Lu}[^\\n]{2,40},? esq(?:r?e?|uire)\\.?',
  ],
  from: ['from', 'at', 'near', 'in'],
  farewell: [
    '(?:and )?(?:now |so )?(?:adieu|farewell|good-? ?bye|good-? ?night)(?=,? )',
    '(?:(?:all |my |our |much |best |give |with ){0,3})(?:love|regards|remembrances|compliments|kisses) (?:to|from|and)',
    '(?:may )?(?:god|heaven) (?:bless|keep|preserve|grant)',
  ],
  assurance: [
    '(?<!^you [^\\n]{0,200})assurances? of (?!(?:his|her|their|your)(?!\\p{L}))(?:\\p{L}+ ){0,6}(?:consideration|esteem|regard|respects?)',
  ],
  statement: [
    'we',
    'they',
    'he',
    'she',
    'it',
    'you',
    'there',
    'this',
    'that',
    'those',
    'these',
    'everybody',
    'nobody',
    'what',
    'how',
    'who',
    'when',
    'if',
    'the',
    'your letters?',
    'my (?:father|mother|brother|sister|husband|wife)',
    'mr',
    'mrs',
  ],
  forAnother: ['for', 'p\\. ?p\\.', 'by direction', 'by order'],
  courtesy: [
    'thanks?',
    'love',
    'bless',
    'forgive',
    'farewell',
    'remember',
    'wish(?:es)?',
    'hope',
    'greetings?',
    'regards',
  ],
  and: ['and'],
  titleOf: ['of'],
  born: ['born', 'n[ée]e'],
  signedBy: ['signed', 'sgd'],
  article: ['the'],
  unread: ['illegible', 'signature'],
  enclosed: ['enclosures?', 'attachments?'],
  sheet: ['Copy', 'Private', 'Confidential', 'Personal', 'Draft', 'Minute'],
  near: ['near'],
  common: [],
};
