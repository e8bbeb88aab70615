/** A language as BCP 47 names it -> its code of three letters (ISO 639-3). */

/** What has three letters, or is rare, stays. */
export function threeLetters(language: string): string {
  const [code = ''] = language.toLowerCase().split('-');
  return ISO_639_3[code] ?? code;
}

const ISO_639_3: Readonly<Record<string, string>> = {
  ar: 'ara',
  cs: 'ces',
  da: 'dan',
  de: 'deu',
  el: 'ell',
  en: 'eng',
  es: 'spa',
  fi: 'fin',
  fr: 'fra',
  he: 'heb',
  hu: 'hun',
  it: 'ita',
  ja: 'jpn',
  la: 'lat',
  nl: 'nld',
  no: 'nor',
  pl: 'pol',
  pt: 'por',
  ru: 'rus',
  sl: 'slv',
  sv: 'swe',
  tr: 'tur',
  uk: 'ukr',
  zh: 'zho',
};
