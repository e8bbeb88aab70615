import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect } from '@jest/globals';
import { installed, when } from './jing.js';

describe.each(['letter', 'frus'])('schemas/%s.rng', (name) => {
  const run = when(['trang', installed('trang')]);
  run.test(`is what trang makes of schemas/${name}.rnc${run.note}`, () => {
    const folder = mkdtempSync(join(tmpdir(), 'teiscribe-trang-'));
    try {
      const made = join(folder, 'made.rng');
      expect(spawnSync('trang', [`schemas/${name}.rnc`, made]).status).toBe(0);
      expect(readFileSync(`schemas/${name}.rng`, 'utf8')).toBe(readFileSync(made, 'utf8'));
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});
