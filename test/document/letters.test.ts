import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { convert } from '../../src/convert.js';
import { detectLanguage } from '../../src/document/detect-language.js';
import { type DocumentBlock, plainText } from '../../src/document/index.js';
import { plain } from '../../src/profiles/index.js';
import { firstDifference, rebuildTranscription } from '../../src/rebuild/index.js';
import { createSource } from '../../src/source/index.js';
import { documentOf } from './document-of.js';

const FOLDER = new URL('./letters/', import.meta.url);
const SIGNS = { D: 'dateline', S: 'salute', P: 'p', C: 'salute', N: 'signed', X: 'p', A: 'text' } as const;

interface Letter {
  readonly text: string;
  /** `salute Lieber Freund!`: white space left out; a close of several lines is one, and so are lines of a signature, salutation or address. */
  readonly parts: readonly string[];
}

function readLetter(marked: string): Letter {
  let text = '';
  let open = '';
  const parts: string[] = [];
  for (const line of marked.trim().split('\n')) {
    const sign = Object.entries(SIGNS).find(([known]) => known === line.charAt(0));
    if (!sign) throw new RangeError(`no sign: ${line}`);
    const [, kind] = sign;
    const end = /[\\>]$/.exec(line)?.[0] ?? '';
    const words = line.slice(2, line.length - end.length);
    const isSameParagraph = open === '\n';
    text += open + words;
    open = end === '\\' ? '\n' : end === '>' ? ' ' : '\n\n';
    const before = parts.at(-1);
    const joins = before?.startsWith(`${sign[0]} `) && (isSameParagraph || 'CNSAD'.includes(sign[0]));
    if (joins) parts[parts.length - 1] = `${before} ${words}`;
    else parts.push(`${sign[0]} ${words}`);
    void kind;
  }
  return {
    text,
    parts: parts.map((part) =>
      part.replace(/^./, (sign) => Object.entries(SIGNS).find(([s]) => s === sign)?.[1] ?? ''),
    ),
  };
}

function squeezed(part: string): string {
  const [kind = '', ...words] = part.split(' ');
  return `${kind} ${words.join('').replace(/\s/g, '')}`;
}

function partsOf(blocks: readonly DocumentBlock[]): readonly string[] {
  const out: string[] = [];
  for (const block of blocks) {
    if (block.kind === 'paragraph') out.push(`p ${plainText(block.content)}`);
    else if (block.kind === 'postscript') out.push(...partsOf(block.blocks));
    else if (block.kind === 'opener' || block.kind === 'closer') {
      let last = '';
      for (const part of block.parts) {
        if (part.kind === 'pageBreak') continue;
        const said = plainText(part.content);
        if (part.kind === last && (last === 'salute' || last === 'text')) out[out.length - 1] += ` ${said}`;
        else out.push(`${part.kind} ${said}`);
        last = part.kind;
      }
    }
  }
  return out.map((part) => part.replace(/\n/g, ' '));
}

function interpret(text: string): readonly string[] {
  return partsOf(documentOf(text, plain).blocks);
}

describe.each(readdirSync(FOLDER).filter((file) => file.endsWith('.txt')))('letters in %s', (file) => {
  const letters = readFileSync(new URL(file, FOLDER), 'utf8').split(/^===$/m).map(readLetter);
  test.each(letters.map((letter) => [letter.parts[0] ?? '', letter] as const))('%s', (_, { text, parts }) => {
    expect(detectLanguage(text)).toBe(file.slice(0, 2));
    expect(interpret(text).map(squeezed)).toEqual(parts.map(squeezed));
  });
  test.each(letters.map((letter) => [letter.parts[0] ?? '', letter] as const))('%s can be rebuilt', (_, { text }) => {
    const { tei } = convert(createSource('a.txt', text), { profile: 'plain' }, () => {});
    const rebuilt = rebuildTranscription(tei, { conventions: plain, noteNumbering: 'ordinal' }).text;
    expect(firstDifference(rebuilt, text)).toBeUndefined();
  });
});
