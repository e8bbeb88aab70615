/** How languages write dates: the names of the months and the words around them, as data (BCP 47 primary language). */

export interface DateLanguage {
  /** Twelve rows of names, January first; each row may hold variants. Without a point at the end. */
  readonly months: readonly (readonly string[])[];
  /** Names of months have a capital letter; else `march` and `may` would be months. */
  readonly capital: boolean;
  /** What may stand behind the number of a day: `th`, `.`, `er`. */
  readonly ordinals: readonly string[];
  /** What may stand between day and month, and between month and year: `of`, `de`. */
  readonly between: readonly string[];
  /** Words from one end of a range to the other, beside a dash. */
  readonly to: readonly string[];
  readonly and: readonly string[];
  readonly noon: readonly string[];
  readonly midnight: readonly string[];
  /** Words before a date that say it is a guess. */
  readonly about: readonly string[];
  /** Words in place of a date. */
  readonly undated: readonly string[];
  /** What parts day, month and year in figures, day first: `12.5.1961`; empty where the order would be a guess. */
  readonly figures: readonly string[];
}

export const ENGLISH: DateLanguage = {
  months: [
    ['January', 'Jan'],
    ['February', 'Feb'],
    ['March', 'Mar'],
    ['April', 'Apr'],
    ['May'],
    ['June', 'Jun'],
    ['July', 'Jul'],
    ['August', 'Aug'],
    ['September', 'Sept', 'Sep'],
    ['October', 'Oct'],
    ['November', 'Nov'],
    ['December', 'Dec'],
  ],
  capital: true,
  ordinals: ['st', 'nd', 'rd', 'th', 'd'],
  between: ['of', 'day of'],
  to: ['to', 'through', 'until', 'till'],
  and: ['and', '&'],
  noon: ['12:00 noon', '12 noon', 'noon'],
  midnight: ['12:00 midnight', '12 midnight', 'midnight'],
  about: ['about', 'around', 'approximately', 'probably', 'presumably', 'possibly', 'circa', 'ca', 'c'],
  undated: ['undated', 'no date', 'n.d.'],
  figures: [],
};

export const DATE_LANGUAGES: Readonly<Record<string, DateLanguage>> = {
  en: ENGLISH,
  de: {
    months: [
      ['Januar', 'Jänner', 'Jan'],
      ['Februar', 'Feber', 'Febr', 'Feb'],
      ['März', 'Maerz', 'Mrz'],
      ['April', 'Apr'],
      ['Mai', 'May'],
      ['Juni', 'Juny', 'Jun'],
      ['Juli', 'July', 'Jul'],
      ['August', 'Aug'],
      ['September', 'Sept', 'Sep'],
      ['Oktober', 'October', 'Okt', 'Oct'],
      ['November', 'Nov'],
      ['Dezember', 'December', 'Dez', 'Dec'],
    ],
    capital: true,
    ordinals: ['.', 'ten', 'ter', 'sten', 't'],
    between: [],
    to: ['bis', 'bis zum'],
    and: ['und', 'u.'],
    noon: ['12 Uhr mittags', 'mittags'],
    midnight: ['Mitternacht'],
    about: ['etwa', 'ungefähr', 'vermutlich', 'wahrscheinlich', 'wohl', 'um den', 'circa', 'ca', 'c'],
    undated: ['undatiert', 'ohne Datum', 'o. D.', 'o.D.'],
    figures: ['.', '/'],
  },
  fr: {
    months: [
      ['janvier', 'janv'],
      ['février', 'fevrier', 'févr'],
      ['mars'],
      ['avril', 'avr'],
      ['mai'],
      ['juin'],
      ['juillet', 'juil'],
      ['août', 'aout', 'aoust'],
      ['septembre', 'sept', '7bre'],
      ['octobre', 'oct', '8bre'],
      ['novembre', 'nov', '9bre'],
      ['décembre', 'decembre', 'déc', 'Xbre'],
    ],
    capital: false,
    ordinals: ['er', 'ᵉʳ', 'e', 'eme', 'ème'],
    between: ['de'],
    to: ['au', 'à'],
    and: ['et'],
    noon: ['midi'],
    midnight: ['minuit'],
    about: ['vers le', 'vers', 'environ', 'probablement', 'sans doute', 'circa', 'ca'],
    undated: ['sans date', 's.d.', 's. d.'],
    figures: ['/', '.'],
  },
  it: {
    months: [
      ['gennaio', 'genn', 'gen'],
      ['febbraio', 'febbr', 'feb'],
      ['marzo', 'mar'],
      ['aprile', 'apr'],
      ['maggio', 'magg', 'mag'],
      ['giugno', 'giu'],
      ['luglio', 'lug'],
      ['agosto', 'ago'],
      ['settembre', 'sett', 'set', '7bre'],
      ['ottobre', 'ott', '8bre'],
      ['novembre', 'nov', '9bre'],
      ['dicembre', 'dic', 'Xbre'],
    ],
    capital: false,
    ordinals: ['º', '°', 'o'],
    between: ['di', 'del'],
    to: ['al'],
    and: ['e'],
    noon: ['mezzogiorno'],
    midnight: ['mezzanotte'],
    about: ['circa', 'verso il', 'probabilmente', 'forse', 'ca'],
    undated: ['senza data', 's.d.', 's. d.'],
    figures: ['/', '.'],
  },
  es: {
    months: [
      ['enero', 'ene'],
      ['febrero', 'feb'],
      ['marzo', 'mar'],
      ['abril', 'abr'],
      ['mayo', 'may'],
      ['junio', 'jun'],
      ['julio', 'jul'],
      ['agosto', 'ago'],
      ['septiembre', 'setiembre', 'sept', 'sep'],
      ['octubre', 'oct'],
      ['noviembre', 'nov'],
      ['diciembre', 'dic'],
    ],
    capital: false,
    ordinals: ['º', '°', 'o', 'ro', 'er'],
    between: ['de', 'del'],
    to: ['al', 'a'],
    and: ['y'],
    noon: ['mediodía'],
    midnight: ['medianoche'],
    about: ['hacia el', 'hacia', 'aproximadamente', 'probablemente', 'circa', 'ca'],
    undated: ['sin fecha', 's.f.', 's. f.'],
    figures: ['/', '.'],
  },
  nl: {
    months: [
      ['januari', 'jan'],
      ['februari', 'feb'],
      ['maart', 'mrt'],
      ['april', 'apr'],
      ['mei', 'mey'],
      ['juni', 'jun'],
      ['juli', 'jul'],
      ['augustus', 'aug'],
      ['september', 'sept', 'sep'],
      ['oktober', 'october', 'okt', 'oct'],
      ['november', 'nov'],
      ['december', 'dec'],
    ],
    capital: false,
    ordinals: ['e', 'de', 'ste', 'en', 'den'],
    between: [],
    to: ['tot', 't/m'],
    and: ['en'],
    noon: ['12 uur ’s middags'],
    midnight: ['middernacht'],
    about: ['omstreeks', 'ongeveer', 'waarschijnlijk', 'circa', 'ca'],
    undated: ['zonder datum', 'ongedateerd', 'z.d.'],
    figures: ['-', '/', '.'],
  },
  la: {
    months: [
      ['Januarii', 'Ianuarii', 'Januarius', 'Ianuarius', 'Januario', 'Jan'],
      ['Februarii', 'Februarius', 'Februario', 'Febr', 'Feb'],
      ['Martii', 'Martius', 'Martio', 'Mart'],
      ['Aprilis', 'Aprili', 'Apr'],
      ['Maii', 'Maji', 'Maius', 'Maio'],
      ['Junii', 'Iunii', 'Junius', 'Junio', 'Jun'],
      ['Julii', 'Iulii', 'Julius', 'Julio', 'Jul'],
      ['Augusti', 'Augustus', 'Augusto', 'Aug'],
      ['Septembris', 'September', 'Septembri', 'Sept', '7bris'],
      ['Octobris', 'October', 'Octobri', 'Oct', '8bris'],
      ['Novembris', 'November', 'Novembri', 'Nov', '9bris'],
      ['Decembris', 'December', 'Decembri', 'Dec', 'Xbris'],
    ],
    capital: false,
    ordinals: ['.', 'a', 'ª'],
    between: ['mensis', 'die mensis'],
    to: ['ad'],
    and: ['et'],
    noon: [],
    midnight: [],
    about: ['circiter', 'circa', 'ca'],
    undated: ['sine dato', 's.d.'],
    figures: ['.'],
  },
};
