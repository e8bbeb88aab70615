/** Documents with findings that can be mended -> the documents mended, or a patch that would: the work of `validate --fix`. */
import { readFileSync } from 'node:fs';
import { applyFixes, countSeverities, type Diagnostic } from '../diagnostic/index.js';
import { createSource, type Source } from '../source/index.js';
import type { Complaints } from './complaints.js';
import { encoderFor } from './encode-text.js';
import type { Input } from './inputs.js';
import { isTranscription } from './is-transcription.js';
import { runMessages } from './messages.js';
import { readFile } from './read-file.js';
import type { World } from './world.js';
import { writeFile } from './write-file.js';

/** A mended document may show what can be mended now, and so on. */
const MOST_ROUNDS = 10;
/** Fixes that make a document worse are found by trying: no more often than this. */
const MOST_TRIALS = 60;

/** Says what is wrong with a document; with a text, as if the file held that. */
export type Check<Verdict> = (text?: Source) => Promise<Verdict>;

export interface MendedFile<Verdict> {
  /** What remains. */
  readonly verdict: Verdict;
  readonly count: number;
}

export interface MendOptions {
  /** Nothing is written; the patch goes to standard output. */
  readonly dryRun: boolean;
}

/** Mends one document. What it says of it is of the text as it is after that. */
export async function mendFile<Verdict>(
  input: Input,
  check: Check<Verdict>,
  findingsOf: (verdict: Verdict) => readonly Diagnostic[],
  { dryRun }: MendOptions,
  world: World,
  complaints: Complaints,
): Promise<MendedFile<Verdict>> {
  const before = await check();
  const untouched = { verdict: before, count: 0 };
  const { file, shown } = input;
  // What is wrong in a transcription is for the transcriber to judge.
  if (file === undefined || isTranscription(shown) || !findingsOf(before).some(({ fix }) => fix)) return untouched;
  const source = readFile(file, shown, () => {});
  const bytes = bytesOf(file);
  if (!source || !bytes || source.parts) return untouched;
  const mended = await mendText(source, before, check, findingsOf);
  if (mended.count === 0) return untouched;
  if (dryRun) {
    const { createTwoFilesPatch } = await import('diff');
    world.stdout.write(createTwoFilesPatch(`a/${shown}`, `b/${shown}`, source.text, mended.source.text));
    return mended;
  }
  const content = encoderFor(shown, bytes, source.text)?.(mended.source.text);
  if (!content) {
    complaints.report(
      shown,
      runMessages['not-mended']({ reason: 'its encoding cannot be written; store it as UTF-8' }),
    );
    return untouched;
  }
  if (!bytesOf(file)?.equals(bytes)) {
    complaints.report(shown, runMessages['not-mended']({ reason: 'it was changed in the meantime' }));
    return untouched;
  }
  return writeFile(file, content, (diagnostic) => complaints.report(shown, diagnostic)) ? mended : untouched;
}

/** Applies fixes until nothing changes; one that leaves the document worse than before is not applied. */
export async function mendText<Verdict>(
  source: Source,
  before: Verdict,
  check: (text: Source) => Promise<Verdict>,
  findingsOf: (verdict: Verdict) => readonly Diagnostic[],
): Promise<MendedFile<Verdict> & { readonly source: Source }> {
  const refused = new Set<string>();
  let state = { source, verdict: before, count: 0 };
  let trials = 0;
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const start = state;
    let wanted = candidates(state, findingsOf, refused);
    while (wanted.length > 0 && trials++ < MOST_TRIALS) {
      const { text, applied } = applyFixes(state.source, wanted);
      const next = createSource(source.path, text);
      const verdict = await check(next);
      if (applied.length > 0 && !isWorse(findingsOf(verdict), findingsOf(state.verdict))) {
        state = { source: next, verdict, count: state.count + applied.length };
        wanted = candidates(state, findingsOf, refused);
        break;
      }
      wanted = fewer(wanted, refused);
      if (wanted.length === 0) wanted = candidates(state, findingsOf, refused);
    }
    if (state === start) break;
  }
  return state;
}

function candidates<Verdict>(
  { source, verdict }: { readonly source: Source; readonly verdict: Verdict },
  findingsOf: (verdict: Verdict) => readonly Diagnostic[],
  refused: ReadonlySet<string>,
): readonly Diagnostic[] {
  const all = findingsOf(verdict).filter(
    (diagnostic) =>
      diagnostic.fix?.edits.every(({ place }) => place.source.path === source.path) &&
      !refused.has(diagnostic.code) &&
      !refused.has(keyOf(diagnostic)),
  );
  // A misspelt name makes rules miss what it names: it goes first.
  const ofNames = all.filter(({ code }) => !code.startsWith('rule/'));
  return ofNames.length > 0 ? ofNames : all;
}

/** What to try when all together made it worse: those of one code, then one alone, which is then refused. */
function fewer(tried: readonly Diagnostic[], refused: Set<string>): readonly Diagnostic[] {
  const [first] = tried;
  if (!first) return [];
  const same = tried.filter(({ code }) => code === first.code);
  if (same.length < tried.length) return same;
  if (tried.length > 1) return tried.slice(0, 1);
  refused.add(keyOf(first));
  // Where the schema forbids what a rule would write, it does so everywhere.
  if (first.code.startsWith('rule/')) refused.add(first.code);
  return [];
}

function keyOf({ code, message, place }: Diagnostic): string {
  const around = place?.source.text.slice(Math.max(0, place.start - 40), place.end + 40);
  return `${code}\n${message}\n${around}`;
}

function isWorse(after: readonly Diagnostic[], before: readonly Diagnostic[]): boolean {
  // What is not well-formed is looked at no further, and seems to have fewer errors.
  const isBroken = (found: readonly Diagnostic[]) => found.some(({ code }) => code.startsWith('xml/'));
  if (isBroken(after) !== isBroken(before)) return isBroken(after);
  const [then, now] = [countSeverities(before), countSeverities(after)];
  if (now.error !== then.error) return now.error > then.error;
  if (now.warning !== then.warning) return now.warning > then.warning;
  return now.info > then.info;
}

/** How a run is summed up on standard error. */
export function mendedSummary(counts: readonly number[], dryRun: boolean): string {
  const all = counts.reduce((sum, count) => sum + count, 0);
  const files = counts.filter((count) => count > 0).length;
  const are = dryRun ? 'would be mended' : 'mended';
  return `${all} ${are} in ${files} ${files === 1 ? 'file' : 'files'}\n`;
}

function bytesOf(file: string): Buffer | undefined {
  try {
    return readFileSync(file);
  } catch {
    return undefined;
  }
}
