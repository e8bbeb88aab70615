/** Inputs and the flags that say where to write -> the file of each, known before anything is written. */
import { join, resolve } from 'node:path';
import { type Complaints, PROGRAM } from './complaints.js';
import type { Input } from './inputs.js';
import { runMessages } from './messages.js';
import { checkNotEmpty } from './names.js';

export interface OutputFlags {
  readonly output?: string;
  readonly outDir?: string;
}

export interface Planned {
  readonly input: Input;
  /** Absolute path, and the path to show; undefined for standard output. */
  readonly output: { readonly file: string; readonly shown: string } | undefined;
}

/** Below `--out-dir` the folders of a folder that was given are kept: `letters/1861/a.txt` -> `OUT/1861/a.xml`. */
export function planOutputs(
  inputs: readonly Input[],
  { output, outDir }: OutputFlags,
  cwd: string,
  complaints: Complaints,
): readonly Planned[] {
  checkNotEmpty({ '--output': output, '--out-dir': outDir }, complaints);
  if (outDir === undefined && output === undefined && inputs.length > 1) {
    complaints.report(PROGRAM, runMessages['output-missing']({ count: inputs.length }));
  }
  const planned = inputs.map((input) => {
    const name = `${input.below.replace(/(?<=[^/\\])\.[^./\\]*$/, '')}.xml`;
    const shown = outDir === undefined ? output : join(outDir, name);
    const standard = shown === undefined || (outDir === undefined && shown === '-');
    return { input, output: standard ? undefined : { file: resolve(cwd, shown), shown } };
  });
  checkPlan(planned, complaints);
  return planned;
}

function checkPlan(planned: readonly Planned[], complaints: Complaints): void {
  const files = new Set(planned.map(({ input }) => input.file));
  const byFile = new Map<string, Planned[]>();
  for (const plan of planned) {
    const file = plan.output?.file ?? '-';
    byFile.set(file, [...(byFile.get(file) ?? []), plan]);
  }
  for (const [file, plans] of byFile) {
    const shown = plans[0]?.output?.shown;
    if (shown === undefined) continue;
    const inputs = plans.map(({ input }) => input.shown);
    if (plans.length > 1) complaints.report(PROGRAM, runMessages['output-shared']({ output: shown, inputs }));
    if (files.has(file)) complaints.report(PROGRAM, runMessages['output-is-input']({ output: shown }));
  }
}
