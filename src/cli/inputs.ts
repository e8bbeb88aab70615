/** Arguments (files, folders, patterns, `-`) -> the files that are meant, each once, in the order of the arguments. */
import { readdirSync, statSync } from 'node:fs';
import { basename, dirname, extname, resolve } from 'node:path';
import type { Diagnostic } from '../diagnostic/index.js';
import { PROGRAM } from './complaints.js';
import { runMessages } from './messages.js';
import { nearName } from './near-name.js';
import { errorCode, reasonOf } from './reason.js';

export interface Input {
  /** The path to show: as it was given, or below what was given. */
  readonly shown: string;
  /** Absolute; undefined for standard input. */
  readonly file: string | undefined;
  /** The path below the folder that was given; else the base name. */
  readonly below: string;
  /** Absolute: from here upwards, settings are looked for. */
  readonly folder: string;
}

/** What is asked of the inputs. */
export interface InputQuestion {
  /** The extensions that are taken from folders: `.txt`. */
  readonly extensions: readonly string[];
  readonly cwd: string;
  /** What to call standard input. */
  readonly stdinName: string | undefined;
}

/** Takes what went wrong with an argument. */
export type ReportArgument = (argument: string, diagnostic: Diagnostic) => void;

/** In: the arguments. Out: the inputs; arguments that name nothing are reported. */
export async function findInputs(
  names: readonly string[],
  question: InputQuestion,
  report: ReportArgument,
): Promise<readonly Input[]> {
  const inputs = new Map<string, Input>();
  for (const name of names) {
    if (name === '') {
      const detail = 'an argument is empty; expected a file, a folder or a pattern';
      report(PROGRAM, runMessages['bad-arguments']({ detail }));
      continue;
    }
    for (const input of await expand(name, question, report)) {
      const key = input.file ?? '-';
      if (!inputs.has(key)) inputs.set(key, input);
    }
  }
  return [...inputs.values()];
}

async function expand(
  name: string,
  { extensions, cwd, stdinName }: InputQuestion,
  report: ReportArgument,
): Promise<readonly Input[]> {
  if (name === '-') return [standardInput(cwd, stdinName)];
  const file = resolve(cwd, name);
  try {
    if (!statSync(file).isDirectory()) return [inputOf(name, file, basename(file))];
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return matchPattern(name, cwd, report);
    report(name, runMessages['file-unreadable']({ reason: reasonOf(error) }));
    return [];
  }
  return readFolder(name, file, extensions, report);
}

function inputOf(shown: string, file: string, below: string): Input {
  return { shown, file, below, folder: dirname(file) };
}

function standardInput(cwd: string, name: string | undefined): Input {
  const folder = name === undefined ? cwd : dirname(resolve(cwd, name));
  return { shown: name ?? '-', file: undefined, below: basename(name ?? 'stdin'), folder };
}

async function readFolder(
  name: string,
  folder: string,
  extensions: readonly string[],
  report: ReportArgument,
): Promise<readonly Input[]> {
  const found = await filesBelow(folder, extensions);
  if (found.length === 0) report(name, runMessages['folder-empty']({ extensions }));
  const start = name === '.' ? '' : `${name.replace(/[\\/]+$/, '')}/`;
  return found.map((below) => inputOf(`${start}${below}`, resolve(folder, below), below));
}

/** The files below a folder that end in one of the extensions, sorted; hidden folders and `node_modules` are left out. */
export async function filesBelow(folder: string, extensions: readonly string[]): Promise<readonly string[]> {
  const { glob } = await import('tinyglobby');
  const found = await glob('**', {
    cwd: folder,
    ignore: ['**/node_modules/**'],
    followSymbolicLinks: false,
    expandDirectories: false,
  });
  return found.filter((path) => extensions.some((end) => path.toLowerCase().endsWith(end))).sort();
}

async function matchPattern(name: string, cwd: string, report: ReportArgument): Promise<readonly Input[]> {
  const { glob, isDynamicPattern } = await import('tinyglobby');
  if (!isDynamicPattern(name)) {
    report(name, runMessages['file-missing']({ name, near: nearFile(resolve(cwd, name)) }));
    return [];
  }
  const found = await glob(name, { cwd, expandDirectories: false });
  if (found.length === 0) report(name, runMessages['pattern-unmatched']({}));
  return found.sort().map((path) => inputOf(path, resolve(cwd, path), basename(path)));
}

/** A file beside it with the same extension and nearly the same name. */
function nearFile(file: string): string | undefined {
  const extension = extname(file);
  try {
    const beside = readdirSync(dirname(file)).filter((name) => name.endsWith(extension));
    const near = nearName(
      basename(file, extension),
      beside.map((name) => basename(name, extension)),
    );
    return near === undefined ? undefined : `${near}${extension}`;
  } catch {
    return undefined;
  }
}
