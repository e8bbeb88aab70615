import { readFileSync } from 'node:fs';
import type { Code, Diagnostic } from '../src/diagnostic/index.js';
import { gnuLine } from '../src/reporters/gnu.js';

/** The example of a page on a diagnostic: what is said of which file, the file, and the file mended. */
export interface PageExample {
  /** `letter.xml:1:4: error: ... [xml/no-root]` */
  readonly said: string;
  readonly path: string;
  /** What follows the first line. */
  readonly rest: string;
  readonly failing: string;
  readonly mended: string;
}

/** Reads the example of `docs/diagnostics/<code>.md`, where it is of the form: finding, blank line, file; mended file. */
export function pageExample(code: Code): PageExample {
  const page = readFileSync(new URL(`../docs/diagnostics/${code}.md`, import.meta.url), 'utf8');
  const [failing = '', mended = ''] = [...page.matchAll(/^```text\n([\s\S]*?)\n```$/gm)].map((match) => match[1] ?? '');
  const [said = ''] = failing.split('\n');
  const rest = failing.slice(said.length + 1);
  return { said, path: said.slice(0, said.indexOf(':')), rest, failing: rest.replace(/^\n/, ''), mended };
}

/** The findings as the page shows them, those of `code` alone where it is given. */
export function saidOf(path: string, diagnostics: readonly Diagnostic[], code?: Code): readonly string[] {
  return diagnostics.filter((d) => code === undefined || d.code === code).map((d) => gnuLine(path, d));
}
