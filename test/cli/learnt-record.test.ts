/** What automata have learnt in one run is there in the next; what was kept of something else, or has been damaged, is not used. */
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { learntRecord } from '../../src/cli/learnt-record.js';
import { checksumOfText } from '../../src/cli/schema-cache.js';
import { type Automaton, type SimpleGrammar, validateRelaxNg } from '../../src/relaxng/index.js';
import { createSource } from '../../src/source/index.js';
import { scanXml } from '../../src/xml/index.js';
import { loadText } from '../relaxng/load-schema.js';
import { fixture } from './fixture.js';

const { grammar } = loadText(
  'start = element a { element b { attribute n { xsd:int }?, text }*, element c { empty }* }',
);
if (!grammar) throw new Error('the schema is wrong');

const newFolder = () => fixture().folder;
const sums = ['abc', 'def'];
const keptIn = (folder: string) => join(folder, 'learnt', readdirSync(join(folder, 'learnt'))[0] ?? '');

/** Codes of what is found. */
function see(automaton: Automaton, text: string): readonly string[] {
  const found: string[] = [];
  const { sink, finish } = validateRelaxNg(automaton, ({ code }) => found.push(code));
  scanXml(createSource('a.xml', text), sink, ({ code }) => found.push(code));
  finish();
  return found;
}

function run(folder: string | undefined, text: string, checksums = sums, of: SimpleGrammar | undefined = grammar) {
  if (!of) throw new Error('no schema');
  const record = learntRecord(folder);
  const automaton = record.compile(of, checksums);
  const before = automaton.extent;
  const codes = see(automaton, text);
  record.keep();
  return { codes, before, after: automaton.extent };
}

describe('what an automaton has learnt', () => {
  test('is there in the next run, and is added to', () => {
    const folder = newFolder();
    const fresh = run(undefined, '<a><b n="1">x</b></a>');
    const first = run(folder, '<a><b n="1">x</b></a>');
    expect(first).toEqual(fresh);
    const second = run(folder, '<a><b n="1">x</b></a>');
    expect(second).toEqual({ codes: [], before: first.after, after: first.after });
    const third = run(folder, '<a><b n="x"/><c/><b/></a>');
    expect(third.codes).toEqual(['rng/attribute-value-invalid', 'rng/element-not-allowed-any-more']);
    expect(third.after).toBeGreaterThan(first.after);
    const fourth = run(folder, '<a><b n="x"/><c/><b/></a>');
    expect(fourth).toEqual({ codes: third.codes, before: third.after, after: third.after });
    expect(readdirSync(join(folder, 'learnt'))).toEqual([expect.stringMatching(/^abc-[0-9a-f]{8}\.learnt$/)]);
  });

  test('is not kept without a folder', () => {
    expect(run(undefined, '<a/>').codes).toEqual([]);
  });

  test('is not taken for that of a schema of which another file has changed', () => {
    const folder = newFolder();
    const { before } = run(folder, '<a><c/></a>');
    expect(run(folder, '<a><c/></a>', ['abc', 'changed']).before).toBe(before);
  });

  test.each([
    ['cut short', (bytes: Buffer) => bytes.subarray(0, bytes.length >> 1)],
    ['empty', () => Buffer.alloc(0)],
    ['of other bytes', (bytes: Buffer) => Buffer.from(bytes.map((byte, index) => (index === 99 ? byte + 1 : byte)))],
  ])('is learnt again where the file is %s', (_, spoil) => {
    const folder = newFolder();
    const first = run(folder, '<a><c/></a>');
    const file = keptIn(folder);
    const whole = readFileSync(file);
    writeFileSync(file, spoil(whole));
    expect(run(folder, '<a><c/></a>')).toEqual(first);
    expect(readFileSync(file).equals(whole)).toBe(true);
  });

  test('is kept of so many runs, and no more', () => {
    const folder = newFolder();
    const names = Array.from({ length: 20 }, (_, index) => `n${index}`);
    const many = loadText(
      `start = element a { ${names.map((name) => `element ${name} { empty }?`).join(', ')} }`,
    ).grammar;
    const kept = names.map((name) => {
      run(folder, `<a><${name}/></a>`, sums, many);
      return readFileSync(keptIn(folder));
    });
    const changes = kept.filter((bytes, index) => index > 0 && !bytes.equals(kept[index - 1] ?? bytes));
    expect(changes).toHaveLength(15);
  });

  test('is not kept where it has no end', () => {
    const folder = newFolder();
    const names = Array.from({ length: 16 }, (_, index) => `n${index}`);
    const any = loadText(
      `start = element a { ${names.map((name) => `element ${name} { empty }?`).join(' & ')} }`,
    ).grammar;
    if (!any) throw new Error('the schema is wrong');
    const record = learntRecord(folder);
    const automaton = record.compile(any, sums);
    for (let set = 0; automaton.extent < 25_000; set++) {
      const shown = names.filter((_, index) => (set >> index) % 2 === 1).map((name) => `<${name}/>`);
      expect(see(automaton, `<a>${shown.join('')}</a>`)).toEqual([]);
    }
    record.keep();
    expect(existsSync(join(folder, 'learnt'))).toBe(false);
  });

  test('ships for the schemas that ship', () => {
    const text = readFileSync('schemas/letter.rng', 'utf8');
    const letter = loadText(text).grammar;
    const document = readFileSync('corpus/frus/tei/frus1961-63v06-d15.xml', 'utf8');
    const { codes, before, after } = run(undefined, document, [checksumOfText(text)], letter);
    expect(codes).toEqual([]);
    expect(before).toBeGreaterThan(1000);
    expect(after).toBe(before);
  });
});
