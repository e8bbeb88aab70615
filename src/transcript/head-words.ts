/** The words of heads of letters in each language: data for whoever reads a head (`Brief von X an Y`, `Schiller an Goethe`). */

export interface HeadWords {
  /** BCP 47. */
  readonly language: string;
  readonly letter: readonly string[];
  readonly telegram: readonly string[];
  readonly from: readonly string[];
  readonly to: readonly string[];
  /** What stands before a person who is not named, or a title with a small letter: `seine` Mutter, `the` Editor. */
  readonly whose: readonly string[];
  /** What stands before the place where the addressee is: `Marx an Engels in Manchester`. */
  readonly at: readonly string[];
}

/** A row for each language; of languages that share their words the first one counts. */
export const HEAD_WORDS: readonly HeadWords[] = [
  {
    language: 'de',
    letter: ['brief', 'schreiben', 'postkarte'],
    telegram: ['telegramm'],
    from: ['von', 'vom'],
    to: ['an', 'an den', 'an die'],
    whose: ['seine', 'seinen', 'ihre', 'ihren', 'meine', 'meinen', 'die', 'den', 'das'],
    at: ['in', 'zu'],
  },
  {
    language: 'en',
    letter: ['letter'],
    telegram: ['telegram'],
    from: ['from'],
    to: ['to', 'to the'],
    whose: ['his', 'her', 'my', 'the'],
    at: ['at', 'in'],
  },
  {
    language: 'fr',
    letter: ['lettre', 'carte postale'],
    telegram: ['télégramme'],
    from: ['de', 'du', 'd’'],
    to: ['à', 'au', 'à la', 'à l’', 'aux'],
    whose: ['son', 'sa', 'ses', 'mon', 'ma', 'le', 'la', 'l’'],
    at: ['à'],
  },
  {
    language: 'it',
    letter: ['lettera', 'cartolina'],
    telegram: ['telegramma'],
    from: ['di', 'da'],
    to: ['a', 'ad', 'al', 'alla', 'all’'],
    whose: ['suo', 'sua', 'mio', 'mia', 'il', 'la'],
    at: ['a', 'in'],
  },
  {
    language: 'es',
    letter: ['carta', 'tarjeta postal'],
    telegram: ['telegrama'],
    from: ['de', 'del'],
    to: ['a', 'al', 'a la'],
    whose: ['su', 'sus', 'mi', 'el', 'la'],
    at: ['en'],
  },
  {
    language: 'nl',
    letter: ['brief', 'briefkaart'],
    telegram: ['telegram'],
    from: ['van'],
    to: ['aan', 'aan de'],
    whose: ['zijn', 'haar', 'mijn', 'de', 'het'],
    at: ['in', 'te'],
  },
  {
    language: 'la',
    letter: ['epistola', 'epistula'],
    telegram: [],
    from: ['a', 'ab'],
    to: ['ad'],
    whose: [],
    at: [],
  },
  {
    language: 'ru',
    letter: ['письмо', 'открытка'],
    telegram: ['телеграмма'],
    from: ['от'],
    to: ['к', 'ко'],
    whose: [],
    at: ['в'],
  },
];

/** Words that a title of another kind begins with: who writes is called by none of them. */
export const NO_SENDERS: readonly string[] = [
  'the|a|an|this|that|dear|my|copy|draft|extract|reply|answer|response|return|welcome|greetings|thanks|ode|address|invitation|report|note|memo|speech|introduction|re|telegram|memorandum|message|cable|circular|airgram|despatch|dispatch|instruction|statement|letters?|guide|road|way',
  'abschrift|kopie|durchschlag|entwurf|auszug|antwort|gru(?:ß|ss)|grü(?:ß|ss)e|dank|willkommen|reise|bericht|bitte|gedicht|rede|aufruf|einladung|hinweise?|nachricht|mitteilung|briefe?|ein|eine',
  'lettres?|lettere|cartas?|brieven|copie|extrait|réponse|hommage|bienvenue|adieu|merci|salut|appel|discours|cher|chère|mon|ma|copia|risposta|estratto|omaggio|benvenuto|saluto|caro|cara|respuesta|extracto|homenaje|gracias|saludo|querido|querida|estimado|afschrift|antwoord|groet|groeten|dank|welkom|beste|lieve',
];

/** What stands behind `an` and the like, and names nobody: `Frankfurt an der Oder`, `Bergen aan Zee`. */
export const NO_ADDRESSEES: readonly string[] = [
  'bord|land|ort|stelle|hand|gott|alle|der|dem|de[nr]? (?:rijn|ijssel|maas|zaan|amstel|vecht)|zee|mare|board|date|order|euch|dich|sie|you|everybody|all',
];
