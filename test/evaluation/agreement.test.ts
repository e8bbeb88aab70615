import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { run } from '../../src/cli/run.js';
import { convert } from '../../src/convert.js';
import { createSource } from '../../src/source/index.js';
import { serializeXml } from '../../src/xml/serialize.js';

const SHARED = '../shared';
const VOLUME = 'frus1961-63v06';
const gold = `${SHARED}/gold/volumes`;
const present = existsSync(`${SHARED}/eval/score_gold.py`) && existsSync(`${gold}/${VOLUME}.xml`) && hasPython();
if (!present) console.log('test/evaluation/agreement: skipped, there is no ../shared/gold or no python3');

function hasPython(): boolean {
  try {
    execFileSync('python3', ['--version'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

/** Both evaluations in one shape: each figure as a line. */
function lines(json: string): readonly string[] {
  const { documents, missing, notWellFormed, not_well_formed, documentsRight, documents_right, figures } =
    JSON.parse(json);
  const found = [`documents ${documents} missing ${missing} not well-formed ${notWellFormed ?? not_well_formed}`];
  for (const [name, share] of Object.entries(documentsRight ?? documents_right)) found.push(`right ${name} ${share}`);
  const rows: Readonly<Record<string, Readonly<Record<string, number>>>> = figures;
  for (const [name, row] of Object.entries(rows)) {
    const { precision, recall, f1, P, R, F1 } = row;
    found.push(`${name} ${precision ?? P} ${recall ?? R} ${f1 ?? F1} gold ${row['gold']} pred ${row['pred']}`);
  }
  return found.sort();
}

/** What a conversion might do wrong: words lost, added and exchanged, page breaks and paragraphs lost, files cut or missing. */
function damaged(xml: string, i: number): string | undefined {
  const at = xml.indexOf('<text');
  const head = xml.slice(0, at);
  const body = xml.slice(at);
  if (i % 17 === 3) return undefined;
  if (i % 29 === 5) return xml.slice(0, -9);
  if (i % 6 === 1) return head + body.replace(' the ', ' ').replace(' of the ', ' of \u{1F600} an additional ');
  if (i % 6 === 2) return head + body.replace(/<pb [^>]*\/>/, '').replace(/ (\w+) (\w+) (\w+) /, ' $2 $1 $3 ');
  if (i % 6 === 3) return head + body.replace(/<p>[^<]{20,200}<\/p>/, '');
  if (i % 6 === 4)
    return (
      head + body.replace('<p>', '<p>&amp;<!-- x -->&#160;<![CDATA[a b]]>').replace('place="foot"', 'place="inline"')
    );
  return xml;
}

(present ? describe : describe.skip)('the same figures as the scorer that this measure was defined by', () => {
  test.each([
    ['seed', 'as converted'],
    ['full', 'as converted'],
    ['seed', 'damaged'],
  ])(
    'style %s, %s',
    async (style, how) => {
      const cwd = mkdtempSync(join(tmpdir(), 'teiscribe-agreement-'));
      try {
        const [raw, pred] = [join(cwd, 'raw'), join(cwd, 'pred')];
        const rendered = ['--out', raw, '--style', style, '--every', '3'];
        execFileSync('python3', [`${SHARED}/eval/render_gold.py`, `${gold}/${VOLUME}.xml`, ...rendered]);
        mkdirSync(join(pred, VOLUME), { recursive: true });
        const names = readdirSync(join(raw, VOLUME)).filter((name) => name.endsWith('.txt'));
        expect(names.length).toBeGreaterThan(20);
        for (const [i, name] of names.sort().entries()) {
          const source = createSource(name, readFileSync(join(raw, VOLUME, name), 'utf8'));
          const { tei } = convert(source, { encoding: 'frus', profile: 'frus-web', rules: false }, () => undefined);
          const xml = how === 'damaged' ? damaged(serializeXml(tei), i) : serializeXml(tei);
          if (xml !== undefined) writeFileSync(join(pred, VOLUME, name.replace('.txt', '.xml')), xml);
        }
        const dirs = ['--gold', gold, '--pred', pred, '--raw', raw, '--style', style];
        const theirs = join(cwd, 'theirs.json');
        execFileSync('python3', [`${SHARED}/eval/score_gold.py`, ...dirs, '--json', theirs]);
        const out: string[] = [];
        const nothing = { write: () => undefined };
        const world = {
          cwd: process.cwd(),
          env: {},
          stdin: none(),
          stdout: { write: (text: string) => out.push(text) },
          stderr: nothing,
        };
        const ours = join(cwd, 'ours.json');
        const status = await run(['evaluate', ...dirs, '--json', ours], world);
        expect(status).toBe(how === 'damaged' ? 1 : 0);
        const expected = lines(readFileSync(theirs, 'utf8'));
        expect(expected.length).toBeGreaterThan(25);
        expect(lines(readFileSync(ours, 'utf8'))).toEqual(expected);
      } finally {
        rmSync(cwd, { recursive: true, force: true });
      }
    },
    120_000,
  );
});

async function* none(): AsyncGenerator<string> {}
