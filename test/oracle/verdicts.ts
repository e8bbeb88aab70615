/** Documents and a schema -> what jing says of them, and what we say. */
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { type Diagnostic, gatherDiagnostics } from '../../src/diagnostic/index.js';
import { type Automaton, compileGrammar, loadGrammar, validateRelaxNg } from '../../src/relaxng/index.js';
import { createSource, pointAt, type Source, utf8Parts } from '../../src/source/index.js';
import { scanBytes, scanXml } from '../../src/xml/index.js';
import { type OutlinedElement, outline } from './outline.js';

export interface Verdict {
  /** The line of the first error; undefined where the document is valid. */
  readonly line: number | undefined;
  /** One text an error, in the order in which they are found. */
  readonly errors: readonly string[];
}

export function isInstalled(command: string): boolean {
  return spawnSync(command, [], { timeout: 60_000 }).error === undefined;
}

/** All files in one call. */
export function verdictsOfJing(schema: string, files: readonly string[]): readonly Verdict[] {
  const syntax = schema.endsWith('.rnc') ? ['-c'] : [];
  const run = spawnSync('jing', [...syntax, schema, ...files], { encoding: 'utf8', maxBuffer: 1 << 28 });
  const errors = new Map<string, string[]>(files.map((file) => [resolve(file), []]));
  for (const line of run.stdout.split('\n').filter((text) => text !== '')) {
    const [, file = '', message = ''] = /^(.*?\.xml):(\d+:.*)$/.exec(line) ?? [];
    const found = errors.get(file);
    if (!found) throw new Error(`jing says: ${line}`);
    // It shows the place of the first of two IDs behind the error at the second.
    if (!/^\d+:\d+: error: first occurrence of ID /.test(message)) found.push(message);
  }
  return files.map((file) => {
    const found = errors.get(resolve(file)) ?? [];
    return { line: found[0] === undefined ? undefined : Number.parseInt(found[0], 10), errors: found };
  });
}

/** Compiles the schema once. */
export function ourVerdicts(schema: string): (text: string) => Verdict {
  const read = (href: string, base: string): Source => {
    const path = resolve(base === '' ? '.' : dirname(base), href);
    return createSource(path, readFileSync(path, 'utf8'));
  };
  const grammar = loadGrammar(read(schema, ''), read, ({ message, severity }) => {
    if (severity === 'error') throw new Error(`${schema}: ${message}`);
  });
  if (!grammar) throw new Error(`${schema} cannot be used`);
  const automaton = compileGrammar(grammar);
  return (text) => {
    const source = createSource('mutant.xml', text);
    const elements = outline(text);
    const found = (foundByBytes(automaton, source) ?? foundByEvents(automaton, source))
      .filter(({ severity }) => severity === 'error')
      .map(({ code, message, place }) => {
        const isText = code === 'rng/text-not-allowed';
        const at = place ? (isText ? place.start : pointOfJing(place.start, place.end, elements)) : 0;
        const { line, column } = pointAt(source, at);
        return { at, line, isLast: code === 'rng/idref-without-id', text: `${line}:${column}: ${code} ${message}` };
      })
      .sort((a, b) => Number(a.isLast) - Number(b.isLast) || a.at - b.at);
    return { line: found[0]?.line, errors: found.map((error) => error.text) };
  };
}

function foundByEvents(automaton: Automaton, source: Source): readonly Diagnostic[] {
  const { report, list } = gatherDiagnostics();
  const validation = validateRelaxNg(automaton, report);
  if (scanXml(source, validation.sink, report)) validation.finish();
  return list();
}

/** As the command does it; undefined where it would ask the ordinary scanner. */
function foundByBytes(automaton: Automaton, source: Source): readonly Diagnostic[] | undefined {
  const { report, list } = gatherDiagnostics();
  const { sink, plain, finish } = validateRelaxNg(automaton, report);
  if (!scanBytes(source, utf8Parts(Buffer.from(source.text)), { event: sink, plain }, report)) return undefined;
  finish();
  return list();
}

/**
 * Where jing sees what we see from `start` to `end`: at the end of the start tag, where it is about the tag or one of its
 * attributes; else at the end of the end tag. Text it sees line by line, so its first line counts. References without an
 * ID come last.
 */
function pointOfJing(start: number, end: number, elements: readonly OutlinedElement[]): number {
  let low = 0;
  let high = elements.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((elements[middle]?.start ?? 0) <= start) low = middle;
    else high = middle - 1;
  }
  const tag = elements[low];
  // What has no end tag ends, empty, where its start tag does.
  return tag && start < end && start >= tag.start && end <= tag.tagEnd ? tag.tagEnd : end;
}
