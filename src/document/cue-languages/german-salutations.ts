/** What salutations in German begin with, and those that need no name. */

/** What somebody is by his realm: `Eurer Kaiserlichen und Königlichen Majestät`. */
const REALM =
  '(?:[Kk]öniglich|[Kk]aiserlich|(?:[Gg]roß|[Ee]rz)?[Hh]erzoglich|(?:[Kk]ur|[Hh]och)?[Ff]ürstlich|[Aa]postolisch|[Bb]ischöflich|k|K)';

/** `Ew. Majestät wollen`, `Ew. Wohlgeboren beehre ich mich`: a sentence begins so. */
const NO_SENTENCE =
  '(?![^\\n,!:;]*(?<!\\p{L})(?:ich|wir)(?!\\p{L})| (?:wollen|wolle|haben|hatten|geruhen|mögen|möchten|belieben|werden|würden|sind|verzeihen)(?!\\p{L}))';

export const GERMAN_GREETINGS: readonly string[] = [
  '(?!besten dank)(?:mein(?:e|er)? )?(?:(?:gut|süß|klein|alt|einzig|treu|hold|arm)(?:e|er|es),? |sehr |innig |\\p{L}{3,16}lich |hoch ?|viel ?|theuer ?|wertest|verehrtest|best|lieb|teuerst|theuerst){0,3}(?:liebe|liebste|teure|theure|teuerste|theuerste|geehrte|geehrteste|verehrte|verehrteste|werte|werthe|wehrte|werteste|wertheste|beste|bester|geliebte|geschätzte|geschätzteste|gnädige|gnädigste|hochgeehrte|hochgeehrteste|hochverehrte|hochverehrteste|hochzuverehrende|hochwohlgeborne|hochwohlgeborene|wohlgeborne|wohlgeborene|hochgeborne|hochgeborene|hochgeschätzte|hochwürdige|hochwürdigste|vielgeliebte|allerliebste|allerbeste|durchlauchtigste|allergnädigste|herzliebste|ehrwürdige|edle|alte)[rsn]?',
  // Of older letters: `Hochedelgebohrner Herr`, `Wohlgebohrner`.
  '(?:insonders |besonders )?(?:hoch|wohl|viel)-?(?:[Ee]del|[Ee]hr|[Zz]u|[Gg]e|wohl|ver|löb)\\p{L}{3,18}[res]',
  // `L. Papa!`, `M. l. Hanna,`
  '(?:m\\. ?)?(?:l\\.|lb\\.|lbst\\.|liebst\\.|gel\\.|geliebt\\.|verehrt\\.|geehrt\\.|werth?\\.|theuerst\\.|teuerst\\.)(?= \\p{Lu})',
  // `Verehrungswürdigster Freund`, `Vielgeliebte Tante`, `Hochgelehrter Herr`.
  '(?:mein(?:e|er)? |unser(?:e|er)? )?\\p{L}{0,16}(?:(?:[Gg]eliebte|[Gg]eschätzte|(?<!verk)ehrte)(?:ste)?|(?:lieb|[Ww]ürdig|[Tt]refflich|[Ll]öblich)(?:e|ste))[rsn]?(?= \\p{Lu})',
  '(?:mein(?:e|er)? )?(?:gütig|gelehrt|hochedl|edl|erlaucht|gestreng|einzig|innigst|freundlich|verehrlich|wohllöblich|hoh|würdig|theu?er|hold|brav|wacker|schön)(?:e|ste)[rs]?(?= (?:(?:herr|frau|freund|gönner|mann|meister|vater|mutter|bruder|schwester|base|vetter|oheim|onkel|tante|fürst|fürstin|dame|senat|rat|ministerium|direktion|direction|redaktion|redaction|schriftleitung|kommission|commission|regierung|behörde|akademie|versammlung|gesellschaft|fakultät|magistrat)(?!\\p{L})|\\p{Lu}\\p{L}*(?:freund|herr|gönner)(?:in)?(?!\\p{L})))',
  's\\. ?g\\.(?= \\p{Lu})',
  '(?:hallo|hallöchen|servus|moin)(?=,? \\p{Lu}[^\\n,:!;]{1,40}[,:!;—–-]|[,!])',
  '(?:(?:aller)?(?:durchlauchtig|großmächtig|gnädig|unüberwindlich)ste[rsn]?,? ?){1,4}',
  'grü(?:ß|ss) (?:gott|dich|sie|euch),',
  'guten (?:tag|morgen|abend)',
  '(?:meine? )?gute[rs]?(?! nacht| reise| besserung)',
  '[SPT]\\. ?[TP]\\.(?= \\p{L})',
  'kü(?:ß|ss) (?:die|ihre) hand(?=,? \\p{L}[^\\n]{1,40}[,:!])',
];

export const GERMAN_ADDRESSES: readonly string[] = [
  'mein(?:e)? (?:herr|freund|lieber|liebster|bester|einziger|teuerster|kind|sohn|herz|schatz|engel|leben|bub|junge|liebling|goldkind|mädchen|mädel|alter|[Hh]erzens\\p{L}+)',
  '(?:hochwürden|eminenz|magnifi[cz]enz|spe[ck]tabilität|herzens(?:mutter|mama|papa|vater|schatz|freund|mann|kind))',
  'majestät',
  'meine (?:herren|damen|liebe|liebste|beste|einzige|teuerste|tochter)',
  `(?:eue?re?r?|ew\\.?|e\\.|ihre?) (?:ex[cz]ellenz|(?:hoch|wohl|edel|ehr|löb){1,3}(?:ge)?bo(?:h)?r(?:e)?n(?:e?n)?|wol(?:h)?gebo(?:h)?ren|durchlaucht|majestät|gnaden|liebden|hochwürden|magnifi[cz]enz|spe[ck]tabilität|eminenz|hochehrwürden|(?:${REALM}(?:en|er|e|\\.)?,? (?:und |u\\. )?){0,3}(?:hoheit|majestät|durchlaucht|gnaden))${NO_SENTENCE}`,
  'ex[cz]ellenz',
  'herr (?:doctor|doktor|professor|graf|baron|rat|rath|minister|geheimrat|hofrat|hofrath|direktor|director)',
  'ihr (?:lieben|guten|liebsten)',
  'gnädige frau',
  'gnädiges fräulein',
  'p\\. ?p\\.',
  'titl?\\.',
  'herr (?:\\p{Lu}\\p{L}+)',
  `(?:ew|eue?re?r?|e)\\.? (?:(?:hoch|wohl|wol|edel|ehr)-?(?:[Ee]del|[Ee]hr)?){1,3}(?:ge)?b\\.${NO_SENTENCE}`,
];
