import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { packReport, unpackReport } from '../../src/cli/pack-report.js';
import { readParts } from '../../src/cli/read-parts.js';
import { rereadSource } from '../../src/cli/reread.js';
import { gnuLine } from '../../src/reporters/gnu.js';
import { placeAt } from '../../src/source/index.js';
import { xmlMessages } from '../../src/xml/index.js';

test('a place in a file that is read part by part is the same in another thread', () => {
  const folder = mkdtempSync(join(tmpdir(), 'pack-'));
  try {
    const file = join(folder, 'a.xml');
    writeFileSync(file, '<a>\n  <b\n</a>\n');
    const source = readParts(file, 'a.xml', () => {});
    if (!source) throw new Error('not read in parts');
    const mistake = xmlMessages['no-root']({}, placeAt(source, 6));
    const sent: unknown = structuredClone(packReport({ path: 'a.xml', diagnostics: [mistake] }));
    expect(sent).not.toHaveProperty('sources.0.parts');
    const { diagnostics } = unpackReport(packReport({ path: 'a.xml', diagnostics: [mistake] }));
    expect(diagnostics.map((diagnostic) => gnuLine('', diagnostic))).toEqual([gnuLine('', mistake)]);
    expect(gnuLine('', mistake)).toContain('a.xml:2:3:');
  } finally {
    rmSync(folder, { recursive: true });
  }
});

test('of a file that can be read again, the text is not sent', () => {
  const folder = mkdtempSync(join(tmpdir(), 'pack-'));
  try {
    const file = join(folder, 'a.xml');
    writeFileSync(file, '<a>\n  <b\n</a>\n');
    const mistake = xmlMessages['no-root']({}, placeAt(rereadSource(file, 'a.xml'), 6));
    const packed = packReport({ path: 'a.xml', diagnostics: [mistake] });
    expect(packed.sources).toEqual([{ path: 'a.xml', file }]);
    const { diagnostics } = unpackReport(structuredClone(packed));
    expect(diagnostics.map((diagnostic) => gnuLine('', diagnostic))).toEqual([gnuLine('', mistake)]);
    expect(gnuLine('', mistake)).toContain('a.xml:2:3:');
  } finally {
    rmSync(folder, { recursive: true });
  }
});
