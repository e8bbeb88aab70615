/** Gold files and a folder of predictions -> figures and reports: the work of `teiscribe evaluate`. */
import { resolve } from 'node:path';
import { evaluate } from '../evaluate.js';
import { type EvaluationStyle, evaluationStyles, formatHtml, formatTable } from '../evaluation/index.js';
import { SOFTWARE } from '../tei/software.js';
import { type Complaints, complaintsTo, PROGRAM } from './complaints.js';
import { evaluationCases } from './evaluation-cases.js';
import { findInputs, type Input } from './inputs.js';
import { runMessages } from './messages.js';
import { checkName, checkNotEmpty } from './names.js';
import { findPredictions, type Predictions, volumeName } from './predictions.js';
import { FAILED, OK, PROBLEMS, type Status } from './status.js';
import { findTranscribed } from './transcribed.js';
import type { World } from './world.js';
import { writeFile } from './write-file.js';

export interface EvaluateFlags {
  readonly gold: readonly string[];
  readonly pred: string;
  readonly raw?: string;
  readonly style: string;
  readonly json?: string;
  readonly html?: string;
  readonly worst: number;
}

/** In: the flags as they were given. Out: the exit status. */
export async function evaluateFiles(flags: EvaluateFlags, world: World): Promise<Status> {
  const complaints = complaintsTo(world);
  /** What is wrong with predictions is a result, not a failure. */
  const findings = complaintsTo(world);
  checkName('style', flags.style, evaluationStyles, complaints);
  const question = { extensions: ['.xml'], cwd: world.cwd, stdinName: undefined };
  const golds = await findInputs(flags.gold, question, complaints.report);
  const predictions = await findPredictions(flags.pred, golds, world.cwd, complaints);
  const transcribed = await findTranscribed(flags.raw, golds, world.cwd, complaints);
  checkOutputs(flags, golds, predictions, world, complaints);
  if (complaints.failed() || !predictions) return FAILED;
  const style: EvaluationStyle = flags.style === 'full' ? 'full' : 'seed';
  const cases = evaluationCases({ golds, predictions, transcribed, complaints, findings });
  const evaluation = evaluate(cases, { style });
  if (evaluation.documents === 0) reportNothing(golds, predictions, complaints);
  if (complaints.failed() && evaluation.documents === 0) return FAILED;
  reportUnused(predictions, findings);
  world.stdout.write(formatTable(evaluation, flags.worst));
  const write = (file: string | undefined, text: () => string) => {
    if (file === undefined) return;
    writeFile(resolve(world.cwd, file), text(), (diagnostic) => complaints.report(file, diagnostic));
  };
  write(flags.json, () => `${JSON.stringify({ teiscribe: SOFTWARE.version, ...evaluation }, undefined, 1)}\n`);
  write(flags.html, () => formatHtml(evaluation, flags.worst));
  if (complaints.failed()) return FAILED;
  return findings.failed() ? PROBLEMS : OK;
}

/** Neither figures nor report take the place of what is measured, or of one another. */
function checkOutputs(
  { json, html }: EvaluateFlags,
  golds: readonly Input[],
  predictions: Predictions | undefined,
  { cwd }: World,
  complaints: Complaints,
): void {
  const bad = (detail: string) => complaints.report(PROGRAM, runMessages['bad-arguments']({ detail }));
  checkNotEmpty({ '--json': json, '--html': html }, complaints);
  if (golds.some(({ file }) => file === undefined)) bad('--gold takes files; standard input is none');
  for (const output of [json, html]) {
    if (!output) continue;
    const file = resolve(cwd, output);
    if (predictions?.has(file) || golds.some((gold) => gold.file === file))
      complaints.report(PROGRAM, runMessages['output-is-input']({ output }));
  }
  if (json && html && resolve(cwd, json) === resolve(cwd, html)) bad(`"${json}" would hold the figures and the report`);
}

/** No prediction has the name of a document of the gold: says what they should be called. */
function reportNothing(golds: readonly Input[], { folder }: Predictions, complaints: Complaints): void {
  const [first] = golds;
  if (!first || complaints.failed()) return;
  const volume = volumeName(first);
  const example = `"${folder}/${volume}/d1.xml" for document "d1" of "${first.shown}", "${folder}/${volume}.xml" for all of it`;
  complaints.report(PROGRAM, runMessages['nothing-to-compare']({ folder, example }));
}

function reportUnused(predictions: Predictions, findings: Complaints): void {
  const unused = predictions.unused();
  const [first] = unused;
  if (first === undefined) return;
  findings.report(predictions.folder, runMessages['predictions-unused']({ count: unused.length, first }));
}
