import { execFileSync } from 'node:child_process';
import { copyFileSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { convert } from '../src/convert.js';
import { createSource } from '../src/source/index.js';
import { serializeXml } from '../src/xml/serialize.js';

const SHARED = '../shared';
const VOLUME = 'frus1961-63v06';
const present = existsSync(`${SHARED}/eval/score_gold.py`) && existsSync(`${SHARED}/gold/volumes/${VOLUME}.xml`);
if (!present) console.log('test/gold: skipped, there is no ../shared/gold');

interface Figures {
  readonly documents: number;
  readonly figures: Readonly<Record<string, { readonly F1: number; readonly gold: number }>>;
}

function isFigures(value: unknown): value is Figures {
  return typeof value === 'object' && value !== null && 'figures' in value && 'documents' in value;
}

(present ? describe : describe.skip)('document 15 against its published encoding', () => {
  test('encoding frus has its text, page breaks, notes, anchors and paragraphs right to the letter', () => {
    const folder = mkdtempSync(join(tmpdir(), 'teiscribe-gold-'));
    try {
      const all = join(folder, 'all');
      const raw = join(folder, 'raw', VOLUME);
      const pred = join(folder, 'pred', VOLUME);
      for (const dir of [raw, pred]) mkdirSync(dir, { recursive: true });
      execFileSync('python3', [`${SHARED}/eval/render_gold.py`, `${SHARED}/gold/volumes/${VOLUME}.xml`, '--out', all]);
      copyFileSync(join(all, VOLUME, 'd15.txt'), join(raw, 'd15.txt'));
      const source = createSource('d15.txt', readFileSync(join(raw, 'd15.txt'), 'utf8'));
      const { tei } = convert(source, { encoding: 'frus', profile: 'frus-web' }, () => {});
      writeFileSync(join(pred, 'd15.xml'), serializeXml(tei));
      const out = join(folder, 'figures.json');
      const dirs = ['--gold', `${SHARED}/gold/volumes`, '--pred', join(folder, 'pred'), '--raw', join(folder, 'raw')];
      execFileSync('python3', [`${SHARED}/eval/score_gold.py`, ...dirs, '--style', 'seed', '--json', out]);
      const scored: unknown = JSON.parse(readFileSync(out, 'utf8'));
      if (!isFigures(scored)) throw new Error('the scorer wrote something else');
      expect(scored.documents).toBe(1);
      const f1 = (name: string) => [name, scored.figures[name]?.F1];
      expect(['text', 'pb', 'note', 'note.text', 'block.p'].map(f1)).toEqual([
        ['text', 1],
        ['pb', 1],
        ['note', 1],
        ['note.text', 1],
        ['block.p', 1],
      ]);
      expect(scored.figures['note']?.gold).toBe(4);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });
});
