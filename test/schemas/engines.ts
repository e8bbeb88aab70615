/** The programs that tell valid documents from others; each of them is asked in every test that asks one. */
import { readFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { compileGrammar, loadGrammar, validateRelaxNg } from '../../src/relaxng/index.js';
import { createSource } from '../../src/source/index.js';
import { scanXml } from '../../src/xml/index.js';
import { installed, rejectedByJing } from './jing.js';

export interface Engine {
  readonly name: string;
  readonly there: boolean;
  /** The files that are not valid by the schema, with what is said of them. */
  readonly rejected: (schema: string, files: readonly string[]) => ReadonlyMap<string, readonly string[]>;
}

export const engines: readonly Engine[] = [
  { name: 'teiscribe', there: true, rejected: rejectedByTeiscribe },
  { name: 'jing', there: installed('jing'), rejected: rejectedByJing },
];

function rejectedByTeiscribe(schema: string, files: readonly string[]): ReadonlyMap<string, readonly string[]> {
  const read = (path: string) => createSource(path, readFileSync(path, 'utf8'));
  const grammar = loadGrammar(
    read(schema),
    (href, base) => read(resolve(dirname(base), href)),
    () => {},
  );
  if (!grammar) throw new Error(`${schema} is no schema`);
  const automaton = compileGrammar(grammar);
  const found = new Map<string, readonly string[]>();
  for (const file of files) {
    const said: string[] = [];
    const validation = validateRelaxNg(automaton, ({ severity, message }) => {
      if (severity === 'error') said.push(message);
    });
    if (scanXml(read(file), validation.sink, ({ message }) => said.push(message))) validation.finish();
    if (said.length > 0) found.set(file, said);
  }
  return found;
}
