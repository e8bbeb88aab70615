/** Words in brackets that say what is left out -> gaps: `[2 lines not declassified]`, `[illegible]` (TEI Guidelines 12.3.1.7). */
import { matchesOf, placeAt } from '../source/index.js';
import type { Content, Phrase, Run, TextRun } from './content.js';
import { type DocumentParts, mapContents } from './map-contents.js';

type Gap = Extract<Phrase, { readonly type: 'gap' }>;

const BRACKETED = /\[(?<words>[^[\]]{2,90})\]/gu;

/** What the words may end in, and the reason that they give. */
const REASONS: readonly (readonly [words: RegExp, reason: Gap['reason']])[] = [
  [/\bnot declassified(?: in time for publication)?\.?$/iu, 'not-declassified'],
  [
    /^(?:(?:one |two |three |\d{1,3} |several )?(?:words?|lines?|passage|text|name|signature) )?illegible$/iu,
    'illegible',
  ],
  [/^(?:apparent |here )?omissions?(?: in (?:the )?(?:source|original)(?: text)?)?$/iu, 'omitted'],
];

/** `2-1/2 lines`, `1½ pages`, `less than 1 line`: numbers of whole units alone are counted. */
const COUNTED = /^(?<quantity>\d{1,4})(?![\d½¼¾./–—-]) (?<unit>word|line|paragraph|page|name|initial)s?\b/iu;

/** All reasons have one of these words, which most texts have not. */
const TRACE = /declassified|illegible|omission/iu;

/** In: head, blocks and notes of a document, and its text. Out: the same with gaps marked; their words stay. */
export function withGaps<Parts extends DocumentParts>(parts: Parts, text: string): Parts {
  return TRACE.test(text) ? mapContents(parts, markGaps) : parts;
}

function markGaps(content: Content): Content {
  if (!content.some(mayHold)) return content;
  return content.flatMap((run): readonly Run[] => {
    if (run.kind === 'phrase') return [{ ...run, content: markGaps(run.content) }];
    return run.kind === 'text' && mayHold(run) ? markText(run) : [run];
  });
}

function mayHold(run: Run): boolean {
  return run.kind === 'phrase' || (run.kind === 'text' && run.text.includes('['));
}

function markText(run: TextRun): readonly Run[] {
  const out: Run[] = [];
  let at = 0;
  for (const { index, 0: typed, groups } of matchesOf(BRACKETED, run.text)) {
    const phrase = gapOf(groups?.['words'] ?? '');
    if (!phrase) continue;
    const end = index + typed.length;
    if (index > at) out.push(part(run, at, index));
    const words = part(run, index, end);
    out.push({ kind: 'phrase', phrase, content: [words], place: words.place });
    at = end;
  }
  if (at === 0) return [run];
  if (at < run.text.length) out.push(part(run, at, run.text.length));
  return out;
}

function gapOf(words: string): Gap | undefined {
  const reason = REASONS.find(([pattern]) => pattern.test(words))?.[1];
  if (!reason) return undefined;
  const { quantity, unit } = COUNTED.exec(words)?.groups ?? {};
  return { type: 'gap', reason, ...(quantity && unit && { quantity, unit: unit.toLowerCase() }) };
}

function part({ text, place }: TextRun, start: number, end: number): TextRun {
  return {
    kind: 'text',
    text: text.slice(start, end),
    place: placeAt(place.source, place.start + start, place.start + end),
  };
}
