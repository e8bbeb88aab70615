import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from '@jest/globals';
import { plainText } from '../../src/document/index.js';
import { plain } from '../../src/profiles/index.js';
import { documentOf } from './document-of.js';

/** Datelines, salutations and closes as letters have them, by language, with a text, a name and a postscript to go between and below. */
interface Phrases {
  readonly language: string;
  readonly text: string;
  readonly name: string;
  readonly postscript: string;
  readonly datelines: readonly string[];
  readonly salutations: readonly string[];
  /** What is one only in a line of its own. */
  readonly calls: readonly string[];
  readonly closes: readonly string[];
}

const FILE = fileURLToPath(new URL('phrases/letters.txt', import.meta.url));

const all: readonly Phrases[] = readFileSync(FILE, 'utf8')
  .split(/^# /m)
  .slice(1)
  .map((part) => {
    const [language = '', ...lines] = part.trimEnd().split('\n');
    const of = (sign: string) => lines.filter((line) => line.startsWith(`${sign} `)).map((line) => line.slice(2));
    const [text = ''] = of('P');
    const [name = ''] = of('N');
    const [postscript = ''] = of('Q');
    return {
      language,
      text,
      name,
      postscript,
      datelines: of('D'),
      salutations: of('S'),
      calls: of('T'),
      closes: of('C'),
    };
  });

/** `opener dateline Berlin`: the parts of opener and closer. */
function frames(paragraphs: readonly string[]): readonly string[] {
  return documentOf(paragraphs.join('\n\n'), plain).blocks.flatMap((block) => {
    if (block.kind !== 'opener' && block.kind !== 'closer') return [];
    return block.parts.flatMap((part) =>
      part.kind === 'pageBreak' ? [] : [`${block.kind} ${part.kind} ${plainText(part.content)}`],
    );
  });
}

describe.each(all)('$language', ({ text, name, postscript, datelines, salutations, calls, closes }) => {
  const [day = ''] = datelines;
  const [salute = ''] = salutations;
  const [close = ''] = closes;

  test.each(datelines)('dateline: %s', (line) => {
    expect(frames([line, salute, text, close, name])[0]).toBe(`opener dateline ${line}`);
  });
  test.each(datelines)('dateline below a name that nothing else marks: %s', (line) => {
    expect(frames([salute, text, name, line, postscript])).toEqual([
      `opener salute ${salute}`,
      `closer signed ${name}`,
      `closer dateline ${line}`,
    ]);
  });
  test.each(datelines)('dateline in one line with a salutation: %s', (line) => {
    expect(frames([`${line} ${salute}`, text, close, name]).slice(0, 2)).toEqual([
      `opener dateline ${line}`,
      `opener salute ${salute}`,
    ]);
  });
  test.each([...salutations, ...calls])('salutation: %s', (line) => {
    expect(frames([day, line, text, close, name])).toContain(`opener salute ${line}`);
  });
  test.each(salutations)('salutation that the text goes on in its line: %s', (line) => {
    const called = line.replace(/[,!:.]?$/, ',');
    const goesOn = `${called} ${text.charAt(0).toLowerCase()}${text.slice(1)}`;
    expect(frames([day, goesOn, close, name])[1]?.trim()).toBe(`opener salute ${called}`);
  });
  test.each(closes)('close: %s', (line) => {
    const closer = frames([day, salute, text, line, name]).filter((part) => part.startsWith('closer'));
    expect(closer).toEqual([`closer salute ${line}`, `closer signed ${name}`]);
  });
});
