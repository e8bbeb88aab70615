import { describe, expect, test } from '@jest/globals';
import type { Diagnostic } from '../../src/diagnostic/index.js';
import { DEEPEST_TREE, LARGEST_TREE, limitedTree } from '../../src/rules/index.js';
import { createSource } from '../../src/source/index.js';
import { scanXml } from '../../src/xml/index.js';

function built(text: string): { readonly root: string | undefined; readonly said: readonly string[] } {
  const source = createSource('a.xml', text);
  const diagnostics: Diagnostic[] = [];
  const tree = limitedTree(source, (d) => diagnostics.push(d));
  if (tree) scanXml(source, tree.sink, (d) => diagnostics.push(d));
  return { root: tree?.document()?.root.name.local, said: diagnostics.map((d) => `${d.code} ${d.message}`) };
}

const nested = (depth: number) => `${'<a>'.repeat(depth)}${'</a>'.repeat(depth)}`;

describe('a document for the rules', () => {
  test('is held as a tree', () => {
    expect(built(nested(DEEPEST_TREE))).toEqual({ root: 'a', said: [] });
  });

  test('is refused where it is nested too deeply', () => {
    expect(built(nested(DEEPEST_TREE + 1))).toEqual({
      root: undefined,
      said: ['rule/not-checked the document was not checked by rules: its elements are nested deeper than 1000'],
    });
  });

  test('is refused where it is too large', () => {
    const source = { ...createSource('a.xml', ''), text: 'x'.repeat(LARGEST_TREE + 1) };
    const said: string[] = [];
    expect(limitedTree(source, (d) => said.push(d.message))).toBeUndefined();
    expect(said).toEqual(['the document was not checked by rules: it is larger than 100 million characters']);
  });
});
