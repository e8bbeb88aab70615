/** Arguments and flags of an export -> the exporter, its inputs and settings, and where it may write: all that has to be known before anything is read. */
import { resolve } from 'node:path';
import type { Exporter } from '../exporters/exporter.js';
import { type Complaints, PROGRAM } from './complaints.js';
import { type Settings, settingsFinder } from './edition-file.js';
import { findInputs, type Input } from './inputs.js';
import { runMessages } from './messages.js';
import { checkName, checkNotEmpty, namesOf } from './names.js';
import { checkOthers } from './other-settings.js';
import { checkSchemaName } from './schemas.js';
import type { World } from './world.js';

export interface ExportFlags {
  readonly to?: string;
  readonly output?: string;
  readonly outDir?: string;
  readonly profile?: string;
  readonly stdinName?: string;
  /** How many documents are exported, or looked at for a deposit, at the same time. */
  readonly threads: number;
  /** Of a deposit: the archive, the schema that TEI is held to, and whether nothing is to be written. */
  readonly target?: string;
  readonly schema?: string;
  readonly catalog?: readonly string[];
  readonly preflight?: boolean;
  readonly reporter?: readonly string[];
}

export interface PreparedExport {
  readonly exporter: Exporter;
  readonly inputs: readonly Input[];
  readonly settings: Settings;
}

/** Undefined where there were complaints. */
export async function prepareExport(
  names: readonly string[],
  flags: ExportFlags,
  world: World,
  complaints: Complaints,
): Promise<PreparedExport | undefined> {
  const exporter = await chosenExporter(flags, world, complaints);
  const question = { extensions: ['.xml'], cwd: world.cwd, stdinName: flags.stdinName };
  const inputs = await findInputs(names, question, complaints.report);
  if (exporter) checkOutput(exporter, inputs, flags, world, complaints);
  const findSettings = settingsFinder(world.cwd, complaints.report);
  const settings = inputs[0] && (await findSettings(inputs[0].folder));
  if (settings) checkOthers(inputs, settings, 'export', world, complaints);
  return complaints.failed() || !exporter || !settings ? undefined : { exporter, inputs, settings };
}

/** The exporter that the flags name; what is wrong with them is complained of. */
async function chosenExporter(
  flags: ExportFlags,
  { cwd }: World,
  complaints: Complaints,
): Promise<Exporter | undefined> {
  const exporters: Readonly<Record<string, Exporter>> = { ...(await import('../exporters/index.js')) };
  const exporter = Object.values(exporters).find(({ name }) => name === flags.to);
  const known = Object.values(exporters).map(({ name }) => name);
  const bad = (detail: string) => complaints.report(PROGRAM, runMessages['bad-arguments']({ detail }));
  if (flags.to === undefined) bad(`no format is named; expected --to with one of: ${known.join(', ')}`);
  else if (!exporter) checkName('format', flags.to, known, complaints);
  // What a text is typed in has to be known; there is nothing to detect.
  const profileNames = (await namesOf('profiles')).filter((name) => name !== 'auto');
  if (flags.profile !== undefined) checkName('profile', flags.profile, profileNames, complaints);
  if (flags.to === 'deposit') {
    const archives = await namesOf('targets');
    if (flags.target === undefined) bad(`no archive is named; expected --target with one of: ${archives.join(', ')}`);
    else checkName('target', flags.target, archives, complaints);
    if (flags.schema !== undefined) await checkSchemaName(flags.schema, cwd, complaints);
    return exporter;
  }
  for (const flag of ['target', 'schema', 'preflight'] as const)
    if (flags[flag] !== undefined) bad(`--${flag} is for --to deposit`);
  return exporter;
}

/** Where to write is settled before anything is read. */
function checkOutput(
  exporter: Exporter,
  inputs: readonly Input[],
  flags: ExportFlags,
  world: World,
  complaints: Complaints,
): void {
  const { output, outDir } = flags;
  const bad = (detail: string) => complaints.report(PROGRAM, runMessages['bad-arguments']({ detail }));
  checkNotEmpty({ '--output': output, '--out-dir': outDir }, complaints);
  if (outDir !== undefined || flags.preflight) return;
  if (!exporter.makes.includes('file')) bad(`"${exporter.name}" is a folder of files; expected --out-dir`);
  else if (exporter.scope === 'document' && inputs.length > 1) {
    complaints.report(PROGRAM, runMessages['output-missing']({ count: inputs.length }));
  } else if ((output === undefined || output === '-') && !exporter.isText) {
    bad(`"${exporter.name}" is no text for standard output; expected -o or --out-dir`);
  } else if (output !== undefined && inputs.some(({ file }) => file === resolve(world.cwd, output))) {
    complaints.report(PROGRAM, runMessages['output-is-input']({ output }));
  }
}
