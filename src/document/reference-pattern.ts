/** The wordings of references in notes: expressions that begin one, and that carry it on; each is bounded. */

import { ENGLISH_MONTH as MONTH } from './date-languages.js';
import { createFinder, type Finder } from './finder.js';
import type { Series } from './series.js';

const NUMBER = String.raw`\d{1,4}[a-z]?`;
const YEARS = String.raw`(?:${MONTH}\s)?\d{4}(?:[–—-](?:${MONTH}\s)?\d{2,4})?`;
const VOLUME = String.raw`(?:vols?\.?|[Vv]olumes?),?\s?(?<volume>[IVXLC]+|[ivxlc]+|E[–-]\d{1,2}|\d{1,2})(?![\p{L}\d])`;
const PART = String.raw`(?:,?\s(?:[Pp]art|[Pp]t\.)\s(?<part>\d|[IVX]+)(?![\p{L}\d]))?`;
/** A label of a note: `2`, `60a`, `*`. */
const LABEL = String.raw`(?:\d{1,3}[a-z]?|[*†‡])(?![\p{L}\d])`;

const OTHERS = [
  String.raw`(?<volume>[Vv]ol(?:ume|\.)\s(?=[IVXLC]+\b|[ivxlc]+\b|E[–-]\d|\d))`,
  String.raw`(?<document>Documents?\s?(?=\d))`,
  String.raw`(?<footnote>[Ff]oot-?notes?\s(?=[\d*†‡]))`,
  String.raw`(?<neighbour>[Ee]ditorial [Nn]ote, (?:[Ss]upra|[Ii]nfra)(?!\p{L}))`,
  String.raw`(?<page>(?<!\.)(?:pp?\.\s?|pages?\s)(?=\d))`,
  String.raw`(?<ibid>[Ii]bid(?!\p{L})\.?)`,
  String.raw`(?<message>(?<!-)(?:[Cc]ircular )?(?:[Tt]elegram|[Aa]irgram|[Dd]espatch|[Dd]ispatch|[Cc]able)\s(?=(?:No\. )?(?:[A-Z][\p{L}]{0,10}[ –-])?\d))`,
].join('|');

/** What the others may begin with: the first two characters of each. */
const OTHER_BEGINNINGS = 'Vo vo Do Fo fo Ed ed p. pp pa Ib ib Ci ci Te te Ai ai De de Di di Ca ca'.split(' ');

const beginnings = new WeakMap<readonly Series[], Finder>();

/** Where a reference may begin. The named group that is set says which reader goes on. */
export function beginningFor(table: readonly Series[]): Finder {
  const known = beginnings.get(table);
  if (known) return known;
  const names = table.map(({ name }) => flexible(name)).join('|');
  const titles = table.flatMap(({ volumes = {} }) =>
    Object.keys(volumes).flatMap((words) => (/^\d/.test(words) ? [] : words.replace(/, vol\. [IVXLC]+$/, ''))),
  );
  const behind = [String.raw`\d{4}`, '[Vv]ol', ...new Set(titles.map(flexible))].join('|');
  const pattern = String.raw`(?<![\p{L}\d])(?:(?<series>(?:${names})(?=,? (?:${behind})))|${OTHERS})`;
  const made = createFinder(new RegExp(pattern, 'uy'), [...OTHER_BEGINNINGS, ...table.map(({ name }) => name)]);
  beginnings.set(table, made);
  return made;
}

/** A name for an expression: a dash is any dash. */
function flexible(name: string): string {
  return name
    .replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&')
    .replace(/[–-]/g, '[–-]')
    .replace(/ /g, '\\s');
}

const named = new Map<string, RegExp>();

/** `, 1952–1954, Guatemala`: a volume that a series names in words. */
export function namedVolume(words: string): RegExp {
  const known = named.get(words);
  if (known) return known;
  // Numerals are typed small as well: `vol. ii`.
  const expression = new RegExp(String.raw`,\s${flexible(words)}(?!\p{L})`, 'iuy');
  named.set(words, expression);
  return expression;
}

/** `, 1952–1954, vol. II, Part 1` */
export const SERIES_VOLUME = new RegExp(String.raw`(?:,?\s(?<years>${YEARS}))?(?:,?\s${VOLUME}${PART})?`, 'uy');
/** `ibid., The Conference of Berlin, ` */
export const BEHIND_TITLE = /(?:[Ii]bid\.|Foreign Relations), \p{Lu}[^.;]*, $/u;
/** `vol. V, Part 2` */
export const OWN_VOLUME = new RegExp(`${VOLUME}${PART}`, 'uy');
/** `, Soviet Union, June 1972–August 1974`; in `title` and `span`. Without years it ends the sentence, or documents or pages follow. */
export const VOLUME_TITLE = new RegExp(
  String.raw`,\s(?!Documents?\s\d|pp?\.|pages?|footnote)(?<title>\p{Lu}(?:U\.S\.|[^.,()“”"\n]){2,80})(?<span>,\s${YEARS})?(?=(?<document>,\sDocuments?\s\d|\.(?:$|\s\p{Lu})|\)|,\spp?\.\s\d)?)`,
  'uy',
);
/** A word in small letters that joins no others. */
export const NO_TITLE = /(?<![\p{L}’'-])(?!(?:of|and|the|in|on|for|to)(?!\p{L}))\p{Ll}+/u;
/** `, Document 3`, ` (Document 3)`; with pages before it: `, pp. 1061–1071 (Document 15)`. */
export const IN_VOLUME = new RegExp(
  String.raw`(?:,\s(?:pp?\.|pages?)\s?\d{1,4}(?:[–—-]\d{1,4})?)?(?:,\s|\s(?<open>\())Documents?\s(?<document>${NUMBER})(?:\s?ff\.?)?`,
  'uy',
);
/** `, p. 12`, `, pp. 1–20`. */
export const PAGES_IN_VOLUME = /,\s(?:pp?\.|pages?)\s?(?<page>\d{1,4})(?:[–—-]\d{1,4})?(?:\s?ff\.?)?/uy;

/** `, pp. 1` of it. */
export const FIRST_PAGE = /^,\s(?:pp?\.|pages?)\s?\d{1,4}/u;

/** ` in Foreign Relations, ...`, ` in volume V`. */
export const IN_ANOTHER_VOLUME = /\s(?:in|of)\s(?:Foreign\sRelations|[Vv]ol(?:ume|\.))/uy;

export const NUMBERED = new RegExp(NUMBER, 'uy');
/** Between the numbers of a list: `, `, ` and `, `, and `, `–`. */
export const NEXT_NUMBER = /\s?[–—-]\s?(?=\d)|,\s(?:and\s|or\s)?(?=\d)|\s(?:and|or|through|to|&)\s(?=\d)/uy;
export const LABELLED = new RegExp(LABEL, 'uy');
export const NEXT_LABEL = /\s?[–—-]\s?(?=[\d*])|,\s(?:and\s|or\s)?(?=[\d*])|\s(?:and|or|&)\s(?=[\d*])/uy;
/** `, Document 12`, ` to Document 12`. */
export const OF_DOCUMENT = new RegExp(
  String.raw`(?:,|\sto|\sof|\sin)\sDocument\s?(?<document>${NUMBER})(?![\p{L}\d])`,
  'uy',
);
/** `, supra`, `, infra`; with the name of the document before it. */
export const OF_NEIGHBOUR = /(?:\sto [^.;,()]{3,60})?,\s(?<where>[Ss]upra|[Ii]nfra)(?!\p{L})/uy;
/** The note is one of a page, or of something else that is named. */
export const OF_ANOTHER =
  /[,;]?\s(?:(?:on\s|to\s|of\s)?(?:pp?\.|pages?)\s?\d|to\s|of\s|thereto|in\s(?!the (?:source|original))|[Ii]bid)/uy;
/** ` and footnote 1`: a note of the document just named, where no other is named behind it. */
export const AND_FOOTNOTE = new RegExp(
  String.raw`(?:\sand|\s?,)\sfootnotes?\s(?<label>${LABEL})(?!(?:,|\sto|\sof|\sin)\sDocument\s?\d)`,
  'uy',
);
/** `1980 to Moscow, May 16, 1961`. */
export const MESSAGE = new RegExp(
  String.raw`(?:No\. )?(?:\p{Lu}\p{L}{0,10}[ –-])?\d[\d–-]{0,12}(?:\s(?:to|from)\s(?:the\s)?\p{Lu}[\p{L}.’'-]*(?:\s(?:and\s)?\p{Lu}[\p{L}.’'-]*){0,3}(?<![.’'-]))?(?:,\s${MONTH}\s\d{1,2}(?!\d)(?:,\s\d{4}(?!\d))?)?`,
  'uy',
);

/** Words before `p. 12` that say it is a page of something else. */
export const ANOTHER_WORK =
  /Foreign Relations|Bulletin|Public Papers|\b[Vv]ol(?:ume|s?\.)|\b[Ii]bid\b|Record\b|Records\b|Documents on|American Foreign Policy|\bStat\.|\bTIAS\b|\bUST\b|Treat(?:y|ies) (?:Series|and)|\bH\.? ?R\.?\b|Congress|\bSess(?:ion)?\b|Hearings|Press\b|Times\b|Review\b|Journal\b|Monitor\b|Tribune\b|Herald\b|Issue No|[”"],? [A-Z][a-z]{2,8} \d{1,2}, \d{4}, $|Memoirs?\b|Years of|\([A-Z][^()]{2,40}: |\([A-Z][\p{L} ]{2,30},? \d{4}\)|\bSC,|\bGA ?\(|\bAEC,|\byr\.|Annexes|Plenary|Suppl|\bed\.,|document [AES]\/|Keesing|Survey|History of|Yearbook|Official|Annual|Digest|Doc\.|\(UN\)|U\.N\. doc|United Nations,|House\b|Senate\b/u;
/** Works with documents of their own, or volumes. */
export const COLLECTION =
  /American Foreign Policy|Basic Documents|Current Documents|Documents (?:on|of|concerning|relating|relatifs|sur) |Documents? [Dd]iplomatiques?|Documenti [Dd]iplomatici|Akten zur|Public Papers|Pentagon Papers|Bulletin,|Congressional Record|Yearbook|Treat(?:y|ies) (?:Series|and)|\bTIAS\b|\bUST\b|\bStat\.|\bCmn?d\.|Hansard|Keesing|\bF\.?R\.?C\.?\b|White House Years|Weekly Compilation/u;
/** Behind such a work, a record of this volume. */
export const RECORD_BEHIND =
  /(?:,|\sand)\s(?:(?:and|see|see also|also|the|his|her)\s){0,2}(?:telegram|airgram|memorand|letter|despatch|instruction|note|minutes|message|report|conversation|editorial|footnote)/i;
/** `Senate Document 12`, `NATO Document 3`: the body whose document it is. */
export const OF_A_BODY =
  /(?<![\p{L}])(?:Senate|House|Sen\.|Executive|Congressional|Parliamentary|Command|Council|Conference|Committee|Commission|Assembly|Board|Working|NATO|OAS|SEATO|CENTO|OECD|OEEC|PTS|U\.?N\.?|CFM|EDC)\s$/u;
/** Words right before `p. 12` that say it is a page of this volume: `see`, `footnote 2,`, `telegram 140,`, `of August 2,`. */
export const THIS_WORK = new RegExp(
  String.raw`(?:(?:\b[Ss]ee(?: also)?(?: as follows)?|\b[Aa]nte|\b[Pp]ost|\b[Ss]upra|\b[Ii]nfra|\bprinted(?: on)?|[Ff]ootnotes? [\d*†]{1,3}(?:(?:,| and|, and) [\d*†]{1,3}){0,4}|[Ee]ditorial [Nn]ote),?\s(?:and\s)?|(?:[Tt]elegrams?|[Aa]irgram|[Dd]espatch|[Ii]nstruction|[Mm]emorand(?:um|a)|[Ll]etter|[Nn]ote|[Mm]inutes|[Rr]ecord|[Mm]eeting|[Cc]onversation|[Tt]eleconference|[Mm]essage|[Dd]raft)(?: [\w./–-]{1,16})?,\s|(?:${MONTH}|(?:Jan|Feb|Mar|Apr|Aug|Sept?|Oct|Nov|Dec)\.) \d{1,2}(?:–\d{1,2})?(?:, \d{4})?(?: (?:meeting|conversation|memorandum))?(?:, (?:\d{1,2} [ap]\. ?m\.|noon|midnight))?,\s)$`,
  'u',
);
