/** A revision of git -> the files that have changed since: committed, staged, edited, or not known to git. */
import { execFile } from 'node:child_process';
import { realpathSync } from 'node:fs';
import { basename, extname, resolve } from 'node:path';
import { promisify } from 'node:util';
import { type Complaints, PROGRAM } from './complaints.js';
import { EDITION_FILE } from './edition-file.js';
import type { Input } from './inputs.js';
import { runMessages } from './messages.js';
import { errorCode, errorMessage } from './reason.js';

/** Whether an input has changed; undefined after an error, which was reported. */
export type HasChanged = (input: Input, ...others: readonly string[]) => boolean;

/** What many documents depend on: when one of these has changed, all documents count as changed. */
const OF_ALL: ReadonlySet<string> = new Set(['.rng', '.rnc', '.sch']);
const NAMES_OF_ALL: ReadonlySet<string> = new Set([EDITION_FILE, 'teiscribe-schemas.lock.json']);

/** Changes are counted from where the branch left `revision`, as a pull request shows them. */
export async function changedSince(
  revision: string,
  cwd: string,
  complaints: Complaints,
): Promise<HasChanged | undefined> {
  const git = async (...argv: readonly string[]): Promise<string> =>
    (await promisify(execFile)('git', [...argv], { cwd, maxBuffer: 1 << 30 })).stdout;
  try {
    const top = (await git('rev-parse', '--show-toplevel')).replace(/\r?\n$/, '');
    const commit = await commitOf(revision, git);
    if (commit === undefined) {
      complaints.report(PROGRAM, runMessages['unknown-revision']({ name: revision }));
      return undefined;
    }
    // Without a common ancestor, as in a shallow clone, the revision itself has to do.
    const base = (await git('merge-base', commit, 'HEAD').catch(() => commit)).trim();
    const listed = await Promise.all([
      git('-C', top, 'diff', '--name-only', '--no-renames', '-z', base, '--'),
      git('-C', top, 'ls-files', '--others', '--exclude-standard', '-z'),
    ]);
    const names = listed.flatMap((list) => list.split('\0')).filter((name) => name !== '');
    const changed = new Set(names.map((name) => resolve(top, name)));
    const all = names.some((name) => OF_ALL.has(extname(name)) || NAMES_OF_ALL.has(basename(name)));
    return ({ file }, ...others) =>
      all || file === undefined || [file, ...others].some((path) => changed.has(path) || changed.has(real(path)));
  } catch (error) {
    complaints.report(PROGRAM, runMessages['git-failed']({ detail: whyGitFailed(error) }));
    return undefined;
  }
}

async function commitOf(
  revision: string,
  git: (...argv: readonly string[]) => Promise<string>,
): Promise<string | undefined> {
  try {
    return (await git('rev-parse', '--verify', '--quiet', '--end-of-options', `${revision}^{commit}`)).trim();
  } catch (error) {
    if (errorCode(error) === 'ENOENT') throw error;
    return undefined;
  }
}

/** git names files of a working tree by their real paths. */
function real(path: string): string {
  try {
    return realpathSync(path);
  } catch {
    return path;
  }
}

function whyGitFailed(error: unknown): string {
  if (errorCode(error) === 'ENOENT') return 'git is not installed';
  const said = errorMessage(error);
  if (/not a git repository/i.test(said)) return 'the working folder is in no git repository';
  return /^fatal: (.*)$/m.exec(said)?.[1] ?? said.split('\n')[0] ?? said;
}
