/** `--decisions FILE`, or the setting `decisions` -> what has been decided about markers and beginnings of documents. */
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Decision } from '../transcript/index.js';
import type { Complaints } from './complaints.js';
import type { Settings } from './edition-file.js';
import { packageFile } from './package-files.js';
import { readFile } from './read-file.js';
import { shownPath } from './shown-path.js';
import type { World } from './world.js';

export interface DecisionFlags {
  readonly decisions?: string;
}

interface DecisionsFile {
  readonly decisions: readonly Decision[];
}

/** The decisions that hold for documents with these settings; undefined where no file is named. */
export type ReadDecisions = (settings: Settings) => Promise<readonly Decision[] | undefined>;

/** A file that is named on the command line goes before that of the settings. Each is read once. */
export function decisionsReader(flags: DecisionFlags, world: World, complaints: Complaints): ReadDecisions {
  const known = new Map<string, Promise<readonly Decision[] | undefined>>();
  return async (settings) => {
    const [file] = decisionPath(flags, settings, world);
    if (file === undefined) return undefined;
    const read = known.get(file) ?? readDecisions(file, shownPath(world.cwd, file), complaints);
    known.set(file, read);
    return read;
  };
}

/** The file that is named, if one is. */
export function decisionPath(
  { decisions }: DecisionFlags,
  { values, folder }: Settings,
  { cwd }: World,
): readonly string[] {
  const name = decisions ?? values.decisions;
  return name === undefined ? [] : [resolve(decisions === undefined ? (folder ?? cwd) : cwd, name)];
}

async function readDecisions(
  file: string,
  shown: string,
  complaints: Complaints,
): Promise<readonly Decision[] | undefined> {
  const report = (diagnostic: Parameters<Complaints['report']>[1]) => complaints.report(shown, diagnostic);
  const source = readFile(file, shown, report);
  if (!source) return undefined;
  const [{ readLocatedJson }, { Ajv2020 }] = await Promise.all([
    import('./located-json.js'),
    import('ajv/dist/2020.js'),
  ]);
  const located = readLocatedJson(source, report);
  if (!located) return undefined;
  const schema: unknown = JSON.parse(readFileSync(packageFile('schemas/decisions.schema.json'), 'utf8'));
  const check = new Ajv2020({ allErrors: true, verbose: true }).compile<DecisionsFile>(Object(schema));
  const { value } = located;
  if (check(value)) {
    return value.decisions.map((decision, index) => ({ ...decision, place: located.placeOf(`/decisions/${index}`) }));
  }
  located.explain(check.errors ?? [], report);
  return undefined;
}
