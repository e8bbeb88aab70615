/** What automata have learnt in earlier runs <-> the cache folder: a short run would spend most of its time on learning it again. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Automaton, compileGrammar, decodeLearnt, type Learnt, type SimpleGrammar } from '../relaxng/index.js';
import { SOFTWARE } from '../tei/software.js';
import { keepFile, readKept } from './keep-file.js';
import { packageFile } from './package-files.js';
import { programSum } from './program-sum.js';
import { sumOf } from './quick-sum.js';

export interface LearntRecord {
  /** In: a grammar and the checksums of its files, the schema itself first. Out: its automaton, with all that earlier runs have learnt. */
  compile(grammar: SimpleGrammar, checksums: readonly string[]): Automaton;
  /** The same; undefined where nothing has been learnt. */
  recall(grammar: SimpleGrammar, checksums: readonly string[]): Automaton | undefined;
  /** Keeps what this run has learnt more. */
  keep(): void;
}

/** For how many schemas it is kept; the oldest go. */
const MOST = 64;

/** It is kept of as many runs as this: then there is little left to learn. */
const RUNS = 16;

/** Real schemas have a tenth of this; what is learnt beyond is of no use to other documents. */
const MOST_EXTENT = 20_000;

/** In a kept file, the number of runs stands before the rest. */
const HEAD = 4;

interface Learning {
  readonly automaton: Automaton;
  readonly name: string;
  readonly of: string;
  readonly runs: number;
  /** What is kept already. */
  extent: number;
}

/** Where `npm run build` puts what was learnt of the schemas that ship with the program. */
const SHIPPED = 'dist/schemas';

/** What ships is of one build. */
const OF_SHIPPED = `${SOFTWARE.name} ${SOFTWARE.version}`;

/** `folder` is the cache folder; without one nothing is kept. Of what is wrong with the folder or its files nothing is said: it is learnt again. */
export function learntRecord(folder: string | undefined): LearntRecord {
  const kept = folder === undefined ? undefined : join(folder, 'learnt');
  const all: Learning[] = [];
  const begin = (grammar: SimpleGrammar, { of, name, runs = 0, learnt }: Known): Automaton => {
    const automaton = compileGrammar(grammar, learnt);
    all.push({ automaton, name, of, runs, extent: automaton.extent });
    return automaton;
  };
  return {
    compile: (grammar, checksums) => begin(grammar, knownOf(kept, checksums)),
    recall(grammar, checksums) {
      const known = knownOf(kept, checksums);
      return known.learnt && begin(grammar, known);
    },
    keep() {
      if (kept === undefined) return;
      for (const learning of all) {
        const { automaton, name, of, runs } = learning;
        const { extent } = automaton;
        if (runs >= RUNS || extent === learning.extent || extent > MOST_EXTENT) continue;
        const head = Buffer.alloc(HEAD);
        head.writeUInt32LE(runs + 1, 0);
        keepFile(kept, name, Buffer.concat([head, automaton.learnt(of)]), MOST);
        learning.extent = extent;
      }
    },
  };
}

interface Known {
  readonly of: string;
  readonly name: string;
  readonly learnt: Learnt | undefined;
  readonly runs?: number;
}

/** In: the folder, the checksums of a schema's files. Out: what is known of it, from this folder or from what ships. */
function knownOf(folder: string | undefined, checksums: readonly string[]): Known {
  const of = [programSum(), ...checksums].join('\n');
  // Two installations do not write over one another.
  const name = `${checksums[0]}-${sumOf(Buffer.from(of)).toString(16).padStart(8, '0')}.learnt`;
  const bytes = folder === undefined ? undefined : readKept(join(folder, name));
  const learnt = bytes && decodeLearnt(bytes.subarray(HEAD), of);
  if (bytes && learnt) return { of, name, learnt, runs: bytes.readUInt32LE(0) };
  return { of, name, learnt: shippedLearnt(`${checksums[0]}.learnt`) };
}

/** In: a schema that ships with the program, by its checksum, and an automaton that has seen documents. Out: the file of what it has learnt. */
export function shippedLearntOf(
  checksum: string,
  automaton: Automaton,
): { readonly name: string; readonly bytes: Uint8Array } {
  return { name: `${checksum}.learnt`, bytes: automaton.learnt(OF_SHIPPED) };
}

function shippedLearnt(name: string): Learnt | undefined {
  const file = packageFile(`${SHIPPED}/${name}`);
  return existsSync(file) ? decodeLearnt(readFileSync(file), OF_SHIPPED) : undefined;
}
