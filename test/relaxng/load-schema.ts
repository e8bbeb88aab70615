/** Loads schemas given as text, with the files that they refer to, for tests. */
import type { Diagnostic } from '../../src/diagnostic/index.js';
import { loadGrammar } from '../../src/relaxng/load.js';
import type { SimpleGrammar } from '../../src/relaxng/simple.js';
import { resolveUri } from '../../src/relaxng/uri-reference.js';
import { createSource, pointAt } from '../../src/source/index.js';

export interface Loaded {
  readonly grammar: SimpleGrammar | undefined;
  readonly diagnostics: readonly Diagnostic[];
}

/** `files` holds the schemas that may be referred to, by path. */
export function loadText(text: string, files: Readonly<Record<string, string>> = {}, path = 'main'): Loaded {
  const diagnostics: Diagnostic[] = [];
  const grammar = loadGrammar(
    createSource(path, text),
    (href, base) => {
      const wanted = resolveUri(href, base);
      const found = Object.hasOwn(files, wanted) ? files[wanted] : undefined;
      return found === undefined ? undefined : createSource(wanted, found);
    },
    (diagnostic) => diagnostics.push(diagnostic),
  );
  return { grammar, diagnostics };
}

/** A diagnostic as `line:column code message`, with the path where it is not the main one. */
export function show({ code, message, place }: Diagnostic): string {
  if (!place) return `${code} ${message}`;
  const { line, column } = pointAt(place.source, place.start);
  return `${place.source.path === 'main' ? '' : `${place.source.path}:`}${line}:${column} ${code} ${message}`;
}

/** What is wrong with a schema. */
export function faults(text: string, files: Readonly<Record<string, string>> = {}): readonly string[] {
  return loadText(text, files).diagnostics.map(show);
}

/** A schema whose `▸` marks a place: without the mark, and the place as `line:column`. */
export function marked(schema: string): { readonly text: string; readonly at: string } {
  const [before = '', after = ''] = schema.split('▸');
  const text = before + after;
  const { line, column } = pointAt(createSource('main', text), before.length);
  return { text, at: `${line}:${column}` };
}

/** Places and codes of what is wrong with a schema: `1:5 recursion`. */
export function placesOf(schema: string, files: Readonly<Record<string, string>> = {}): readonly string[] {
  return faults(schema, files).map((line) => line.split(' ').slice(0, 2).join(' ').replace('schema/', ''));
}
