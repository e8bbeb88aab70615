/** XPath of a schema, and what is declared -> what is wrong with it before there is any document (XPath 3.1, 2.3.1: static errors). */
import type { Report } from '../diagnostic/index.js';
import type { CompiledQuery } from './compile-query.js';
import type { FontoXPath, Names } from './fonto.js';
import { FontoNeeded } from './leaf.js';
import { schematronMessages } from './messages.js';
import { type Expression, partsOf } from './xpath-expression.js';

/** Prefixes that need no declaration. */
const KNOWN = new Set(['xml', 'xs', 'fn', 'math', 'map', 'array', '*']);

/** Reports what is no XPath, prefixes and variables that are not declared. `FontoNeeded` where only FontoXPath can tell. */
export function checkQuery(
  { query, expression, leaf }: CompiledQuery,
  declared: ReadonlySet<string>,
  names: Names,
  fonto: FontoXPath | undefined,
  report: Report,
): void {
  const wrong = (detail: string) => {
    const text = query.text.replace(/\s+/g, ' ').trim();
    const shown = text.length > 80 ? `${text.slice(0, 79)}…` : text;
    report(schematronMessages['xpath-invalid']({ expression: shown, detail }, query.place));
  };
  if (!expression) {
    if (!fonto) throw new FontoNeeded();
    const mistake = query.text.trim() === '' ? 'it is empty' : fonto.staticMistake(leaf.text, names);
    if (mistake !== undefined) wrong(mistake);
    return;
  }
  const unknown = prefixesOf(expression).find((prefix) => !KNOWN.has(prefix) && !names.namespaces.has(prefix));
  if (unknown !== undefined) wrong(`the prefix "${unknown}" is not declared with "ns"`);
  for (const name of leaf.variables)
    if (!declared.has(name)) report(schematronMessages['variable-unknown']({ name }, query.place));
}

function prefixesOf(expression: Expression): readonly string[] {
  const own: string[] = [];
  if (expression.kind === 'call') own.push(expression.name);
  if (expression.kind === 'path')
    for (const step of expression.steps)
      if (step.kind === 'axis' && step.test.kind === 'name') own.push(step.test.name);
  const prefixes = own.flatMap((name) => (name.startsWith('Q{') ? [] : (/^([^:]+):/.exec(name)?.[1] ?? [])));
  return [...prefixes, ...partsOf(expression).flatMap(prefixesOf)];
}
