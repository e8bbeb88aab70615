/** The documents of a run -> the findings of those that are as they were when an earlier run looked at them. */
import { readFileSync, statSync } from 'node:fs';
import type { FileReport } from '../reporters/reporter.js';
import type { Source } from '../source/index.js';
import { sumOfData, sumOfText } from './conversion-record.js';
import { packReport, unpackReport } from './pack-report.js';
import { programSum } from './program-sum.js';
import { haveSameAnswers, type Question } from './recorded-questions.js';
import { rereadSource } from './reread.js';
import type { RecordedResult, ResultRecord } from './result-record.js';
import type { PreparedRun, ValidateFlags, Verdict } from './validate-files.js';

/** Flags that do not change what is found in a document. */
const OF_THE_RUN: ReadonlySet<string> = new Set([
  'baseline',
  'cache',
  'changedSince',
  'maxWarnings',
  'reporter',
  'stdinName',
  'threads',
  'updateBaseline',
  'watch',
]);

export interface ResultCache {
  /** What an earlier run has found; undefined where it has to be looked for. */
  find(job: number): FileReport | undefined;
  /** Takes what was found. */
  see(job: number, verdict: Verdict): void;
  /** Keeps all that was taken. */
  keep(): void;
  /** The files that the findings depend on beside the documents. */
  paths(): readonly string[];
}

/** A document that is read part by part is not summed up; a report that holds many findings, or much text, is not kept. */
const MOST_BYTES = 32 * 1024 * 1024;
const MOST_FINDINGS = 2000;
const MOST_TEXT = 1024 * 1024;

/** In: the run, its flags, and the day that `SOURCE_DATE_EPOCH` names. */
export function resultCache(run: PreparedRun, flags: ValidateFlags, record: ResultRecord): ResultCache {
  const general = [programSum(), ...Object.entries(flags).filter(([name]) => !OF_THE_RUN.has(name)), run.date].map(
    (part) => JSON.stringify(part),
  );
  const keys = new Map<number, string>();
  const alike = questionsAlike();
  const found = new Map<string, RecordedResult>();
  const keyOf = (job: number): string | undefined => {
    const { input, values, folder, authority, targets, decisions, transcription = [] } = run.jobs[job] ?? {};
    if (input?.file === undefined) return undefined;
    const bytes = bytesOf(input.file);
    const truths = transcription.map(({ file }) => bytesOf(file));
    if (bytes === undefined) return undefined;
    const lists = [sumOfData(authority), sumOfData(targets), sumOfData(decisions)];
    const settings = [sumOfData(values), folder, ...lists, ...transcription.map(({ shown }) => shown)];
    const sums = [bytes];
    for (const truth of truths) {
      if (truth === undefined) return undefined;
      sums.push(truth);
    }
    return sumOfText([...general, input.shown, ...settings, ...sums.map(sumOfText)].join('\n'));
  };
  return {
    find(job) {
      const file = run.jobs[job]?.input.file;
      const key = keyOf(job);
      if (file === undefined || key === undefined) return undefined;
      keys.set(job, key);
      const before = record.find(file, key);
      if (!before || !haveSameAnswers(before.questions, run.outsideNow(job), run.checksumNow)) return undefined;
      // Looked at again, so that it is not among the first to go.
      found.set(file, before);
      return unpackReport(before.report, rereadSource(file, run.jobs[job]?.input.shown ?? file));
    },
    see(job, { report, badSchema, questions }) {
      const file = run.jobs[job]?.input.file;
      const key = keys.get(job);
      if (file === undefined || key === undefined || badSchema || !questions) return;
      // What kept a document from being looked at may be over the next time.
      if (report.diagnostics.some(({ code }) => code.startsWith('run/'))) return;
      if (report.diagnostics.length > MOST_FINDINGS) return;
      const packed = packReport(report, sourceOf(report));
      const text = packed.sources.reduce((sum, each) => sum + (each.text?.length ?? 0), 0);
      if (text <= MOST_TEXT) found.set(file, { key, questions: questions.map(alike), report: packed });
    },
    keep: () => record.keep(found),
    paths: () => [...found.values()].flatMap(({ questions }) => questions.flatMap(({ path }) => path ?? [])),
  };
}

/** Most documents ask the same, and are told the same: one is kept of each. As it was asked, a question also holds who can answer it. */
function questionsAlike(): (question: Question) => Question {
  const known = new Map<string, Question>();
  return ({ about, href, base, answer, path }) => {
    const key = [about, href, base, answer, path ?? ''].join('\n');
    const question = known.get(key) ?? { about, href, base, answer, ...(path !== undefined && { path }) };
    known.set(key, question);
    return question;
  };
}

/** The document itself is read again when its text is asked for. */
function sourceOf({ path, diagnostics }: FileReport): Source | undefined {
  return diagnostics.find(({ place }) => place?.source.path === path)?.place?.source;
}

function bytesOf(file: string): Uint8Array | undefined {
  try {
    return statSync(file).size > MOST_BYTES ? undefined : readFileSync(file);
  } catch {
    return undefined;
  }
}
