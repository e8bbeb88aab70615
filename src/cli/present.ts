/** Findings by file -> the reports that were asked for, each to its stream or file. */
import { resolve } from 'node:path';
import type { FileReport, Reporter, Style } from '../reporters/reporter.js';
import { SOFTWARE } from '../tei/software.js';
import { type Complaints, PROGRAM } from './complaints.js';
import { runMessages } from './messages.js';
import { nearName } from './near-name.js';
import type { Output, World } from './world.js';
import { writeFile } from './write-file.js';

/** A reporter, and the file that its report goes to; without one it goes to the command's stream. */
export interface ReporterRequest {
  readonly reporter: Reporter;
  readonly file?: string;
}

const DEFAULT_REPORTER = 'pretty';
const COLUMNS = 100;

/** In: `NAME` or `NAME=FILE`, as often as it was given. Out: the requests; `pretty` where none goes to the stream. */
export async function reporterRequests(
  asked: readonly string[],
  complaints: Complaints,
): Promise<readonly ReporterRequest[]> {
  const reporters: Readonly<Record<string, Reporter>> = { ...(await import('../reporters/index.js')) };
  const names = asked.some((request) => !request.includes('=')) ? asked : [...asked, DEFAULT_REPORTER];
  const files = names.flatMap((request) => /=(.*)/s.exec(request)?.[1] ?? []);
  for (const file of files.filter((name, i) => files.indexOf(name) !== i)) {
    complaints.report(PROGRAM, runMessages['bad-arguments']({ detail: `two reports for one file, "${file}"` }));
  }
  for (const request of names.filter((name) => name.endsWith('='))) {
    const detail = `"--reporter ${request}" names no file behind "="`;
    complaints.report(PROGRAM, runMessages['bad-arguments']({ detail }));
  }
  return names.flatMap((request) => {
    const [name = '', ...rest] = request.split('=');
    const reporter = reporters[name];
    if (reporter) return [rest.length === 0 ? { reporter } : { reporter, file: rest.join('=') }];
    const known = Object.keys(reporters);
    const near = nearName(name, known);
    complaints.report(PROGRAM, runMessages['unknown-name']({ kind: 'reporter', name, near, known }));
    return [];
  });
}

/**
 * In: what is asked for, the absolute paths of what is read, and of the TEI that is written. A report that would take the place of one of
 * them is complained of, before anything is done.
 */
export function checkReports(
  requests: readonly ReporterRequest[],
  inputs: Iterable<string | undefined>,
  outputs: Iterable<string>,
  { cwd }: World,
  complaints: Complaints,
): void {
  const [read, written] = [new Set(inputs), new Set(outputs)];
  for (const { file: shown } of requests) {
    if (shown === undefined) continue;
    const file = resolve(cwd, shown);
    if (read.has(file)) complaints.report(PROGRAM, runMessages['output-is-input']({ output: shown }));
    else if (written.has(file)) {
      const detail = `"${shown}" would hold the TEI and a report`;
      complaints.report(PROGRAM, runMessages['bad-arguments']({ detail }));
    }
  }
}

/** Writes each report, those without a file to the stream. */
export async function present(
  reports: readonly FileReport[],
  requests: readonly ReporterRequest[],
  task: Style['task'],
  stream: () => Output,
  world: World,
  complaints: Complaints,
  run: Style['run'] = {},
): Promise<void> {
  const { version } = SOFTWARE;
  const explains = requests.some(({ reporter }) => reporter.explains);
  const explain = explains ? (await import('./code-page.js')).codePages() : undefined;
  for (const { reporter, file } of requests) {
    if (file === undefined) {
      // Where nothing is said, nothing is opened to say it.
      const text = await reporter.format(reports, {
        ...{ task, version, run, explain },
        get colour() {
          return stream().isTTY === true && !world.env['NO_COLOR'] && world.env['TERM'] !== 'dumb';
        },
        get columns() {
          return stream().columns ?? COLUMNS;
        },
      });
      if (text !== '') stream().write(text);
    } else {
      const text = await reporter.format(reports, { task, colour: false, columns: COLUMNS, version, run, explain });
      writeFile(resolve(world.cwd, file), text, (diagnostic) => complaints.report(file, diagnostic));
    }
  }
}
