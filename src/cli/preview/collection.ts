/** A folder -> its documents, with what was found in each and what the page shows of it; all anew when something changes. */
import { join, resolve } from 'node:path';
import type { ConvertOptions } from '../../convert.js';
import { countSeverities, type Diagnostic } from '../../diagnostic/index.js';
import { gnuLine } from '../../reporters/gnu.js';
import { json } from '../../reporters/json.js';
import type { FileReport } from '../../reporters/reporter.js';
import { SOFTWARE } from '../../tei/software.js';
import { type Complaints, complaintsTo, PROGRAM } from '../complaints.js';
import { conversionLists } from '../conversion-lists.js';
import { conversionOptions, sourceDate } from '../conversion-options.js';
import { EDITION_FILE, type Settings, settingsFinder } from '../edition-file.js';
import { findInputs, type Input } from '../inputs.js';
import { isTranscription } from '../is-transcription.js';
import { runMessages } from '../messages.js';
import { errorMessage } from '../reason.js';
import { resultCache } from '../result-cache.js';
import { resultRecord } from '../result-record.js';
import { type PreparedRun, prepareRun, type ValidateFlags } from '../validate-files.js';
import type { World } from '../world.js';
import type { Preview } from './respond.js';
import { type Reading, readingOf, transcriptionFor, type View, viewTei, viewTranscription } from './view.js';

export interface Collection extends Preview {
  /** Looks at all documents again. `see` is told of files beside them; what `isOver` says is asked between two of them. */
  refresh(see: (path: string) => void, isOver: () => boolean): Promise<void>;
  /** Says whom to tell when the list or a document is no longer what it was. */
  onChange(tell: () => void): void;
}

const FLAGS: ValidateFlags = { catalog: [], schematron: [], checks: [], authority: [], reporter: [], threads: 1 };

/** How many documents are kept as they are shown. */
const MOST_VIEWS = 4;

interface Looked {
  readonly view: Promise<View | undefined>;
  readonly reading?: Promise<Reading>;
}

/** In: the folder as it was given, which is there. */
export function openCollection(folder: string, world: World): Collection {
  const record = resultRecord(world);
  const inTurn = oneAtATime();
  const views = new Map<string, Looked>();
  let tell = () => {};
  let revision = 0;
  let busy = true;
  let problems: string[] = [];
  let inputs = new Map<string, Input>();
  /** Those of before are shown until there are newer ones. */
  let reports = new Map<string, FileReport>();
  let lookAt: (path: string) => Promise<FileReport | undefined> = async () => undefined;

  const begin = async (complaints: Complaints): Promise<PreparedRun | undefined> => {
    const question = { extensions: ['.xml', '.txt'], cwd: world.cwd, stdinName: undefined };
    const against: [string, Diagnostic][] = [];
    const found = await findInputs([folder], question, (subject, diagnostic) => against.push([subject, diagnostic]));
    inputs = new Map(found.map((input) => [input.below.replaceAll('\\', '/'), input]));
    reports = new Map([...reports].filter(([path]) => inputs.has(path)));
    views.clear();
    revision++;
    if (found.length > 0) return prepareRun([folder], FLAGS, world, complaints);
    // An empty folder may be filled; one that has gone is to be told of.
    for (const [subject, diagnostic] of against)
      if (diagnostic.code !== 'run/folder-empty') complaints.report(subject, diagnostic);
    return undefined;
  };

  const view = async (path: string): Promise<View | undefined> => {
    const input = inputs.get(path);
    if (!input) return undefined;
    const now = revision;
    const complaints = gathered(() => {});
    const settings = await settingsFinder(world.cwd, complaints.report)(input.folder);
    const { values = {} } = settings ?? {};
    const texts = isTranscription(input.below)
      ? await viewTranscription(input, await conversionOf(settings ?? { values }, world, complaints))
      : await viewTei(input, transcriptionFor(input, inputs.values()), values);
    const report = await lookAt(path);
    const style = { task: 'validate', colour: false, columns: 80, version: SOFTWARE.version } as const;
    const said: { readonly files: readonly unknown[] } = JSON.parse(await json.format(report ? [report] : [], style));
    return { path, revision: now, ...texts, report: said.files[0] };
  };

  const looked = (path: string): Looked => {
    const before = views.get(path);
    const now = before ?? { view: view(path) };
    views.delete(path);
    if (inputs.has(path)) views.set(path, now);
    for (const [oldest] of views) if (views.size > MOST_VIEWS) views.delete(oldest);
    return now;
  };

  return {
    onChange(listener) {
      tell = listener;
    },
    list: () => ({
      folder,
      revision,
      busy,
      problems,
      files: [...inputs.keys()].map((path) => ({ path, counts: countsOf(reports.get(path)) })),
    }),
    view: (path) => looked(path).view,
    async reading(path) {
      const { view, ...known } = looked(path);
      const shown = await view;
      const input = inputs.get(path);
      if (!shown || !input || shown.tei.text === undefined) return undefined;
      const settings = await settingsFinder(world.cwd, () => {})(input.folder);
      const reading = known.reading ?? readingOf(shown.tei, input, settings?.values ?? {});
      if (views.get(path)?.view === view) views.set(path, { view, reading });
      return reading;
    },
    async refresh(see, isOver) {
      const said: string[] = [];
      const { report } = complaintsTo(world);
      const complaints = gathered((subject, diagnostic) => {
        said.push(gnuLine(subject, diagnostic));
        report(subject, diagnostic);
      });
      busy = true;
      try {
        const run = await begin(complaints);
        problems = said;
        const cache = run && resultCache(run, FLAGS, record);
        const jobs = new Map(run?.jobs.map(({ input }, job) => [input.below.replaceAll('\\', '/'), job]));
        const done = new Set<string>();
        lookAt = (path) =>
          inTurn(async () => {
            const job = jobs.get(path);
            if (!run || job === undefined || done.has(path)) return reports.get(path);
            const known = cache?.find(job);
            const verdict = known ? { report: known, badSchema: false } : await run.validate(job);
            if (!known) cache?.see(job, verdict);
            done.add(path);
            reports.set(path, verdict.report);
            return verdict.report;
          });
        tell();
        for (const path of jobs.keys()) {
          if (isOver()) return;
          await lookAt(path);
          tell();
          // Pages are answered in between.
          await new Promise((resume) => setImmediate(resume));
        }
        cache?.keep();
        for (const path of [...(cache?.paths() ?? []), ...filesBeside(run)]) see(path);
      } catch (error) {
        complaints.report(PROGRAM, runMessages['internal-error']({ detail: errorMessage(error) }));
        problems = said;
      } finally {
        busy = false;
        tell();
      }
    },
  };
}

function countsOf(report: FileReport | undefined) {
  return report && countSeverities(report.diagnostics);
}

function gathered(take: (subject: string, diagnostic: Diagnostic) => void): Complaints {
  let failed = false;
  return {
    report(subject, diagnostic) {
      failed ||= diagnostic.severity === 'error';
      take(subject, diagnostic);
    },
    failed: () => failed,
  };
}

/** As `convert` has it, without flags. */
async function conversionOf(settings: Settings, world: World, complaints: Complaints): Promise<ConvertOptions> {
  const lists = await conversionLists(FLAGS, world, complaints)(settings);
  return conversionOptions({}, settings.values, sourceDate(world, complaints), lists);
}

/** Settings, and the lists that they name. */
function filesBeside(run: PreparedRun | undefined): ReadonlySet<string> {
  const files = new Set<string>();
  for (const { folder, values, lists } of run?.jobs ?? []) {
    if (folder === undefined) continue;
    files.add(join(folder, EDITION_FILE));
    const { targets = [], decisions } = values;
    for (const name of [...targets, ...(decisions === undefined ? [] : [decisions])]) files.add(resolve(folder, name));
    for (const path of lists) files.add(path);
  }
  return files;
}

/** A function that does one thing after the other. */
function oneAtATime(): <Result>(work: () => Promise<Result>) => Promise<Result> {
  let last: Promise<unknown> = Promise.resolve();
  return (work) => {
    const next = last.then(work, work);
    last = next.catch(() => {});
    return next;
  };
}
