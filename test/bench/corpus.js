/** What the benchmark validates: gold volumes and schemas where `../shared` has them, else files made here; all made files are in build/bench. */
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const MADE = 'build/bench';
const SHARED = '../shared';
const SEED = 'test/schemas/fixtures/seed-like-valid.xml';

/**
 * @typedef {{ readonly name: string, readonly path: string }} Schema
 * @typedef {{ readonly small: string, readonly broken: string, readonly dense: string, readonly volumes: readonly string[], readonly areGold: boolean }} Corpus
 */

/** The schemas of the table; a path where there is one. */
export const schemas = {
  letter: { name: 'letter', path: 'schemas/letter.rng' },
  teiAll: { name: 'TEI All', path: join(SHARED, 'schemas/tei_all.rng') },
  frus: { name: 'FRUS', path: join(SHARED, 'gold/schema/frus.rnc') },
};

/** @returns {Corpus} */
export function corpus() {
  mkdirSync(MADE, { recursive: true });
  const seed = readFileSync(SEED, 'utf8');
  const at = seed.lastIndexOf('</p>');
  const folder = join(SHARED, 'gold/volumes');
  const areGold = existsSync(folder);
  return {
    small: SEED,
    broken: made('broken.xml', () => `${seed.slice(0, at)}<nothing/>${seed.slice(at)}`),
    dense: made('dense.xml', dense),
    volumes: areGold
      ? readdirSync(folder)
          .filter((name) => name.endsWith('.xml'))
          .map((name) => join(folder, name))
      : Array.from({ length: 14 }, (_, number) => made(`volume-${number + 1}.xml`, () => volume(seed, number))),
    areGold,
  };
}

/** @param {string} name @param {() => string} make */
function made(name, make) {
  const path = join(MADE, name);
  writeFileSync(path, make());
  return path;
}

/** A document of 2.4 MB: the seed with its last paragraph many times over. @param {string} seed @param {number} number */
function volume(seed, number) {
  const start = seed.lastIndexOf('<p>');
  const end = seed.indexOf('</p>', start) + '</p>'.length;
  const paragraph = `${seed.slice(start, end).replace(/ xml:id="[^"]*"/g, '')}\n`;
  return `${seed.slice(0, end)}\n${paragraph.repeat((2_300_000 + number * 20_000) / paragraph.length)}${seed.slice(end)}`;
}

/** A document of 3 MB in which each word is an element with three attributes. */
function dense() {
  const words = ['the', 'letter', 'was', 'sent', 'from', 'Paris', 'to', 'a', 'friend', 'yesterday'];
  const tags = ['DT', 'NN', 'VBD', 'VBN', 'IN', 'NNP'];
  /** @type {string[]} */
  const paragraphs = [];
  for (let count = 0, size = 0; size < 3_000_000; ) {
    const line = Array.from({ length: 40 }, () => {
      const word = words[(count * 7) % words.length] ?? '';
      return `<w xml:id="w${++count}" lemma="${word.toLowerCase()}" pos="${tags[count % tags.length]}">${word}</w>`;
    }).join(' ');
    paragraphs.push(`<p>${line}</p>`);
    size += line.length;
  }
  return `<?xml version="1.0" encoding="UTF-8"?>
<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader><fileDesc><titleStmt><title>Words</title></titleStmt>
<publicationStmt><p>Made for a measurement.</p></publicationStmt><sourceDesc><p>None.</p></sourceDesc></fileDesc></teiHeader>
<text><body>
${paragraphs.join('\n')}
</body></text></TEI>
`;
}

/** A document of a gigabyte, for the row of its memory: made only when it is asked for. @param {(text: string) => void} write */
export function writeGigabyte(write) {
  const whole = dense();
  const start = whole.indexOf('<p>', whole.indexOf('<body>'));
  const end = whole.lastIndexOf('</p>') + '</p>'.length;
  const body = whole.slice(start, end).replace(/ xml:id="[^"]*"/g, '');
  write(whole.slice(0, start));
  for (let size = 0; size < 1e9; size += body.length + 1) write(`${body}\n`);
  write(whole.slice(end));
}
