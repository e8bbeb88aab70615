/** The TEI of a run, and the flags of a deposit -> what the exporter asks: target, name, and what lies around the files. */
import { basename, resolve } from 'node:path';
import type { DepositInput, TeiFile } from '../exporters/exporter.js';
import { cacheFolder } from './cache-folder.js';
import type { Complaints } from './complaints.js';
import { depositAround } from './deposit-around.js';
import type { Settings } from './edition-file.js';
import type { Input } from './inputs.js';
import type { ExportFlags } from './prepare-export.js';
import { progressOf } from './progress.js';
import { readCatalogs } from './schema-catalogs.js';
import { schemaReader } from './schema-reader.js';
import { schemaStamps } from './schema-stamps.js';
import { schemaStore } from './schema-store.js';
import { settledSchema } from './schemas.js';
import { prepareRun, type ValidateFlags, type Verdict } from './validate-files.js';
import type { World } from './world.js';

/** Undefined where there were complaints. */
export async function prepareDeposit(
  inputs: readonly Input[],
  files: readonly TeiFile[],
  settings: Settings,
  flags: ExportFlags,
  mayWrite: () => boolean,
  world: World,
  complaints: Complaints,
): Promise<DepositInput | undefined> {
  const { schema, catalog = [], stdinName, target = '' } = flags;
  const names = inputs.map(({ file, shown }) => (file === undefined ? '-' : shown));
  const asked: ValidateFlags = {
    ...(schema !== undefined && { schema }),
    ...(stdinName !== undefined && { stdinName }),
    catalog,
    schematron: [],
    checks: ['grammar', 'schematron'],
    authority: [],
    threads: flags.threads,
    reporter: [],
  };
  const run = await prepareRun(names, asked, world, complaints);
  const catalogs = await readCatalogs(catalog, world, complaints);
  if (!run || complaints.failed()) return undefined;
  const [{ BUILT_IN_SCHEMAS }, { BUILT_IN_RULES }] = await Promise.all([
    import('../validate.js'),
    import('../check-schematron.js'),
  ]);
  const cache = cacheFolder(world.env);
  const origins = { cwd: world.cwd, catalogs, store: schemaStore(cache), stamps: schemaStamps(cache) };
  const progress = progressOf(files.length, 'checking', world);
  let checked = 0;
  const verdicts = new Map<number, Verdict>();
  if (flags.threads > 1 && files.length > 1) {
    const { validateInThreads } = await import('./validate-threads.js');
    const all = new Set([...run.jobs.keys()].filter((job) => !run.isStandardInput(job)));
    await validateInThreads(run, all, names, asked, world, (job, verdict) => {
      verdicts.set(job, verdict);
      progress.step();
    });
  }
  return {
    target,
    outputName: outputName(flags, world),
    mayWrite,
    around: depositAround({
      inputs,
      files,
      folder: settings.folder,
      schemas: schemaReader(origins),
      builtIn: BUILT_IN_SCHEMAS,
      async validate(input, text, report) {
        const isWhole = text === files[input]?.source;
        const { report: found } = (isWhole && verdicts.get(input)) || (await run.validate(input, text));
        for (const diagnostic of found.diagnostics) report(diagnostic);
        if (verdicts.size === 0) progress.step();
        if (++checked >= files.length) progress.end();
        const rules = await schematronOf(run.jobs[input], world);
        const own = found.schema === undefined ? undefined : BUILT_IN_RULES[found.schema];
        return [found.schema, own, ...rules].filter((name) => name !== undefined);
      },
    }),
  };
}

async function schematronOf(settings: Settings | undefined, { cwd }: World): Promise<readonly string[]> {
  const { values, folder } = settings ?? { values: {} };
  return Promise.all((values.schematron ?? []).map((name) => settledSchema(name, folder ?? cwd, cwd)));
}

/** The ZIP without its ending, or the folder. */
function outputName({ output, outDir }: ExportFlags, { cwd }: World): string {
  return basename(resolve(cwd, outDir ?? output ?? 'deposit')).replace(/\.zip$/i, '');
}
