/** Volumes, the corpus and our grammars -> small documents, one a text, that mistakes can be made in. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { generate } from '../schemas/generate.js';
import { readGrammar } from '../schemas/grammar.js';
import { type OutlinedElement, outline } from './outline.js';

/** A document longer than this says no more, and takes longer. */
const LONGEST = 12_000;

/** Each document of each volume with the volume's header, in the divisions that it stands in, with their heads. */
export function documentsOfVolumes(folder: string): readonly string[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.xml'))
    .sort()
    .flatMap((name) => cut(readFileSync(join(folder, name), 'utf8')));
}

function cut(volume: string): readonly string[] {
  const elements = outline(volume);
  const [root] = elements;
  const header = elements.find(({ name }) => name === 'teiHeader');
  if (!root || !header) return [];
  const written = ({ start, end }: OutlinedElement) => volume.slice(start, end);
  const heads = new Map(elements.filter(({ name }) => name === 'head').map((head) => [head.parent, head]));
  return elements
    .filter(({ name, attributes, start, end }) => {
      const isDocument = attributes.some((one) => one.name === 'type' && one.value === 'document');
      return name === 'div' && isDocument && end - start < LONGEST;
    })
    .map((div) => {
      let text = written(div);
      for (let i = div.parent; i > 0; i = elements[i]?.parent ?? 0) {
        const around = elements[i];
        const head = heads.get(i);
        if (!around) break;
        const tag = volume.slice(around.start, around.tagEnd);
        text = `${tag}\n${head && around.name === 'div' ? `${written(head)}\n` : ''}${text}\n</${around.name}>`;
      }
      const beginning = volume.slice(0, root.tagEnd);
      return `${beginning.replace(/^\uFEFF/, '')}\n${written(header)}\n${text}\n</${root.name}>\n`;
    });
}

/** The accepted documents of the corpus. */
export function documentsOfCorpus(): readonly string[] {
  return readdirSync('corpus', { recursive: true, encoding: 'utf8' })
    .filter((path) => /[/\\]tei[/\\][^/\\]+\.xml$/.test(path))
    .sort()
    .map((path) => readFileSync(join('corpus', path), 'utf8'));
}

/** Documents that one of our schemas allows, every tag on a line of its own. */
export function generatedDocuments(
  schema: string,
  namespaces: Readonly<Record<string, string>>,
  count: number,
): readonly string[] {
  const grammar = readGrammar(readFileSync(schema, 'utf8'));
  return generate({ grammar, seed: 1961, count, depth: 6, namespaces }).documents.map(inLines);
}

/** A line break behind each element's name changes nothing but the lines. */
function inLines(document: string): string {
  let text = document;
  for (const { start, name } of [...outline(document)].reverse()) {
    const at = start + 1 + name.length;
    text = `${text.slice(0, at)}\n${text.slice(at)}`;
  }
  return text;
}
