/** The loop that is shipped is the one whose source is here. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';

test('the WebAssembly is what its source is compiled to', () => {
  const folder = mkdtempSync(join(tmpdir(), 'byte-loop-'));
  const out = join(folder, 'code.ts');
  const { status, stderr } = spawnSync(process.execPath, ['test/scripts/compile-loop.js', out], { encoding: 'utf8' });
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  expect(readFileSync('src/xml/byte-loop-code.ts', 'utf8')).toBe(readFileSync(out, 'utf8'));
  rmSync(folder, { recursive: true });
});
