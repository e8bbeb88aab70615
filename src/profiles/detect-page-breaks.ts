/** A transcription -> the form of its page breaks, and why it is thought so. */
import type { Source } from '../source/index.js';
import { listPageBreaks, loneNumbers, type PageBreak, type PageBreakForm } from '../transcript/index.js';
import { BEFORE_PAGE, pageBreakForms } from './forms.js';

export interface DetectedPageBreaks {
  readonly form: PageBreakForm;
  /** `page breaks as "[p. 19]" (3, of which 2 follow the one before)`. */
  readonly reason: string;
}

/** What a page break adds: one that follows the last by one, one that may stand alone, one that is nearly as the form has it. */
const WEIGHT = { follows: 4, rises: 1.2, single: 1, irregular: 0.4, falls: 0.3 } as const;
const LEAST = 1;

/** In: a source. Out: the form that most page breaks follow, in sequence; undefined where there are none of any form. */
export function detectPageBreaks(source: Source): DetectedPageBreaks | undefined {
  let best: DetectedPageBreaks | undefined;
  let most = 0;
  for (const form of [...pageBreakForms, ...formsOnLines(source).filter(isOther)]) {
    if (!source.text.includes(form.before.trimEnd())) continue;
    const breaks = likelyBreaks(listPageBreaks(source, form), form);
    const { weight, following } = weigh(breaks);
    const [first] = breaks;
    if (!first || weight < LEAST || weight <= most) continue;
    most = weight;
    const typed = source.text.slice(first.place.start, first.place.end);
    const sequence = following > 0 ? ` (${breaks.length}, of which ${following} follow the one before)` : '';
    best = { form, reason: `page breaks as "${typed}"${sequence}` };
  }
  return best;
}

/** `[Page 19]` stands on lines of its own as well. */
function isOther({ before, after }: PageBreakForm): boolean {
  return !pageBreakForms.some((known) => known.before === before && known.after === after);
}

/** Forms that are not known, of lines that have only a number in them; one alone has a word for page, or is the second page. */
function formsOnLines(source: Source): readonly PageBreakForm[] {
  return loneNumbers(source).flatMap(({ before, after, first, count, following }) => {
    const isSure = following > 0 || (count === 1 && (first === '2' || /\p{L}/u.test(before)));
    // `| 1 | wheat |` is a row.
    const isRow = /\|.*\S/.test(after);
    return isSure && after !== '' && !isRow && BEFORE_PAGE.test(before) ? [{ before, after }] : [];
  });
}

/** A bare form is a page break where a number stands in it, and no table is drawn with its sign. */
function likelyBreaks(breaks: readonly PageBreak[], { before, after }: PageBreakForm): readonly PageBreak[] {
  if (/\p{L}/u.test(before)) return breaks;
  let lineEnd = -1;
  let isTable = false;
  return breaks.filter(({ n, place }) => {
    const { text } = place.source;
    if (before === after && place.start >= lineEnd) {
      const next = text.indexOf('\n', place.end);
      lineEnd = next === -1 ? text.length : next;
      isTable = drawsTable(text.slice(text.lastIndexOf('\n', place.start) + 1, lineEnd), before);
    }
    return !isTable && (/[0-9]/.test(n) || n.length > 1);
  });
}

/** There are bars on the line that neither enclose a number nor stand between spaces. */
function drawsTable(line: string, sign: string): boolean {
  const rest = line.replace(/\|\[?[0-9A-Za-z–-]{1,12}\]?\|/g, '').replace(/ \| /g, '');
  return rest.includes(sign);
}

function weigh(breaks: readonly PageBreak[]): { weight: number; following: number } {
  let weight = 0;
  let following = 0;
  let last = Number.NaN;
  for (const { n, standard } of breaks) {
    const number = Number.parseInt(n, 10);
    if (!standard) weight += WEIGHT.irregular;
    else if (number === last + 1) weight += WEIGHT.follows;
    else if (number > last) weight += WEIGHT.rises;
    else if (number <= last) weight += WEIGHT.falls;
    else weight += WEIGHT.single;
    if (number === last + 1) following++;
    if (!Number.isNaN(number)) last = number;
  }
  return { weight, following };
}
