/** Letters marked by hand (letters/README.md) -> their text, and the elements that are expected in it. */
import { readdirSync, readFileSync } from 'node:fs';

export const SIGNS = { D: 'dateline', S: 'salute', P: 'p', C: 'salute', N: 'signed', X: 'p', A: 'text' } as const;
export type Part = (typeof SIGNS)[keyof typeof SIGNS];

export interface MarkedLetter {
  readonly text: string;
  readonly parts: readonly { readonly sign: string; readonly part: Part; readonly words: string }[];
}

/** The letters of each file of a folder, by its name without extension: language and number, `de-2`. */
export function readMarkedLetters(folder: URL): ReadonlyMap<string, readonly MarkedLetter[]> {
  const files = readdirSync(folder).filter((file) => file.endsWith('.txt'));
  return new Map(
    files
      .sort()
      .map((file) => [
        file.slice(0, -4),
        readFileSync(new URL(file, folder), 'utf8').split(/^===$/m).map(readMarkedLetter),
      ]),
  );
}

/** Lines that a line end joins are one part; so are paragraphs of an address and of a signature. */
function readMarkedLetter(marked: string): MarkedLetter {
  let text = '';
  let open = '';
  const parts: { sign: string; part: Part; words: string }[] = [];
  for (const line of marked.trim().split('\n')) {
    const [sign = ''] = line;
    const part = Object.entries(SIGNS).find(([known]) => known === sign)?.[1];
    if (!part) throw new RangeError(`no sign: ${line}`);
    const end = /[\\>]$/.exec(line)?.[0] ?? '';
    const words = line.slice(2, line.length - end.length);
    text += open + words;
    const before = parts.at(-1);
    if (before?.sign === sign && (open === '\n' || 'NA'.includes(sign))) before.words += `\n${words}`;
    else parts.push({ sign, part, words });
    open = end === '\\' ? '\n' : end === '>' ? ' ' : '\n\n';
  }
  return { text, parts };
}
