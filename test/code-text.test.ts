/** The scan of code that the architecture is held by sees code, and nothing else. */
import { describe, expect, test } from '@jest/globals';
import { codeText, importsOf } from './code-text.js';

const bareOf = (text: string) => codeText(text).bare;

describe('codeText', () => {
  test('comments are blanked, line for line', () => {
    expect(codeText('a // any\nb /* any\n any */ c').code).toBe('a       \nb       \n        c');
  });

  test('literals are blanked between their quotes', () => {
    expect(bareOf(`x = 'any' + "it's any" + 'a\\'any';`)).not.toContain('any');
    expect(codeText("x = 'any'").code).toBe("x = 'any'");
  });

  test('templates are blanked, the code in them is not, however deep', () => {
    const open = '$' + '{';
    const bare = bareOf(`\`any ${open}one(\`any ${open}two({ a: 1 })} any\`)} any\` + three`);
    expect(bare).not.toContain('any');
    for (const name of ['one', 'two', 'three']) expect(bare).toContain(name);
  });

  test('regular expressions are blanked, divisions are not', () => {
    expect(bareOf('const r = /any[\'/"]/g; b')).toMatch(/^const r = \/ +\/?.*; b$/);
    expect(bareOf('const r = /any[\'/"]/g; b')).not.toContain('any');
    expect(bareOf('half = a / 2; any = b / 3')).toContain('any');
  });

  test('a comment sign in a string is none', () => {
    expect(bareOf("x = 'http://y'; any")).toContain('any');
  });
});

describe('importsOf', () => {
  test('finds imports, exports and loads', () => {
    const text = `import { a } from './a.js';
import type { B } from '../b.js';
import {
  type C,
  c,
} from 'c';
import './d.js';
export * from './e.js';
export type { F } from './f.js';
const g = await import('./g.js');
// import { no } from './no.js';
const text = "import { no } from 'no'";
`;
    expect(importsOf(text)).toEqual([
      { from: './a.js', typesOnly: false },
      { from: '../b.js', typesOnly: true },
      { from: 'c', typesOnly: false },
      { from: './d.js', typesOnly: false },
      { from: './e.js', typesOnly: false },
      { from: './f.js', typesOnly: true },
      { from: './g.js', typesOnly: false },
    ]);
  });
});
