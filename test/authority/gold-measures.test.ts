import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { findMentions, indexAuthority, loadAuthority, type Passage } from '../../src/authority/index.js';
import { createSource, type Source } from '../../src/source/index.js';
import { attributeValue, descendants, type Element, scanXml, treeBuilder } from '../../src/xml/index.js';

const FOLDER = '../shared/gold/volumes';
const present = existsSync(FOLDER);
if (!present) console.log('test/authority/gold-measures: skipped, there is no ../shared/gold');

interface Marked {
  readonly start: number;
  readonly end: number;
  readonly key: string | undefined;
}

type MarkedPassage = Passage & { readonly persName: readonly Marked[]; readonly gloss: readonly Marked[] };

const BLOCKS: ReadonlySet<string> = new Set(['head', 'p', 'item', 'cell', 'signed', 'salute', 'dateline', 'label']);

/** The passages of a document, and what the editors marked in them. */
function passagesOf(div: Element): readonly MarkedPassage[] {
  const out: MarkedPassage[] = [];
  const read = (block: Element, where: Passage['where']) => {
    let text = '';
    const marks = { persName: [] as Marked[], gloss: [] as Marked[] };
    const walk = (element: Element) => {
      for (const child of element.children) {
        if (child.kind === 'text') text += child.text.replace(/\s+/g, ' ');
        if (child.kind !== 'element') continue;
        const { local } = child.name;
        if (local === 'note') read(child, 'note');
        else if (where !== 'note' && BLOCKS.has(local)) read(child, local === 'head' ? 'head' : 'body');
        else {
          const start = text.length;
          walk(child);
          const found = text.slice(start);
          if (local === 'persName' || (local === 'gloss' && attributeValue(child, 'type') === undefined)) {
            marks[local].push({
              start: start + found.length - found.trimStart().length,
              end: start + found.trimEnd().length,
              key: attributeValue(child, local === 'gloss' ? 'target' : 'corresp'),
            });
          }
        }
      }
    };
    walk(block);
    out.push({ text, where, ...marks });
  };
  for (const child of div.children)
    if (child.kind === 'element') read(child, child.name.local === 'head' ? 'head' : 'body');
  return out;
}

function treeOf(source: Source): Element | undefined {
  const tree = treeBuilder();
  scanXml(source, tree.sink, () => {});
  return tree.document()?.root;
}

const f1 = ({ right, found, marked }: { right: number; found: number; marked: number }) =>
  (2 * right) / (found + marked);

/** `docs/authority.md` gives the figures; these are floors. */
(present ? describe : describe.skip)('measured on published volumes, with the lists of their own front matter', () => {
  test('persons and terms, and their keys', () => {
    const tally = {
      person: { right: 0, found: 0, marked: 0 },
      personKey: { right: 0, found: 0, marked: 0 },
      term: { right: 0, found: 0, marked: 0 },
      termKey: { right: 0, found: 0, marked: 0 },
    };
    for (const file of readdirSync(FOLDER).filter((name) => /^frus19(?:55|69).*\.xml$/.test(name))) {
      const source = createSource(file, readFileSync(`${FOLDER}/${file}`, 'utf8'));
      const index = indexAuthority(loadAuthority(source, () => {}));
      const root = treeOf(source);
      for (const div of root ? descendants(root) : []) {
        if (attributeValue(div, 'type') !== 'document') continue;
        const passages = passagesOf(div);
        const mentions = findMentions(passages, index);
        for (const [i, passage] of passages.entries()) {
          for (const kind of ['person', 'term'] as const) {
            const marked = kind === 'person' ? passage.persName : passage.gloss;
            const found = (mentions[i] ?? []).filter((mention) => mention.kind === kind);
            const keys = new Map(marked.map(({ start, end, key }) => [`${start}-${end}`, key]));
            const spans = found.filter(({ start, end }) => keys.has(`${start}-${end}`));
            tally[kind].right += spans.length;
            tally[kind].found += found.length;
            tally[kind].marked += marked.length;
            const keyed = tally[`${kind}Key`];
            keyed.right += spans.filter(({ start, end, id }) => id && keys.get(`${start}-${end}`) === `#${id}`).length;
            keyed.found += found.filter(({ id }) => id !== undefined).length;
            keyed.marked += marked.filter(({ key }) => key !== undefined).length;
          }
        }
      }
    }
    const figures = Object.entries(tally).map(
      ([kind, counts]) => `${kind} ${f1(counts).toFixed(3)} of ${counts.marked}`,
    );
    console.log(`names and terms, F1: ${figures.join(', ')}`);
    expect(tally.person.marked).toBeGreaterThan(8000);
    expect(f1(tally.person)).toBeGreaterThan(0.92);
    expect(f1(tally.personKey)).toBeGreaterThan(0.88);
    expect(f1(tally.term)).toBeGreaterThan(0.9);
    expect(f1(tally.termKey)).toBeGreaterThan(0.9);
  });
});
