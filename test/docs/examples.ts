/**
 * A page of documentation -> the examples in it that can be run, and what they do.
 *
 * A fenced block says with its first line what it is: `console` holds commands behind `$ ` with what they print below
 * them, where `…` alone in a line stands for any lines; `… file=NAME` is written to the folder that the commands run in;
 * `js run` is a module that is run; `text output` is what the module before it prints. All others are left alone.
 */
import { spawnSync } from 'node:child_process';
import { chmodSync, cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join, resolve } from 'node:path';

export interface FencedBlock {
  /** The line of its first fence, from 1. */
  readonly line: number;
  /** What stands behind the fence: `console`, `json file=edition.json`. */
  readonly info: string;
  readonly text: string;
}

export interface Example {
  /** `README.md:12: teiscribe list`. */
  readonly name: string;
  /** The line of the page that what is shown begins below, from 1. */
  readonly line: number;
  readonly shown: string;
  readonly printed: string;
}

export function fencedBlocks(page: string): readonly FencedBlock[] {
  const blocks: FencedBlock[] = [];
  const lines = page.split('\n');
  for (let i = 0; i < lines.length; i++) {
    const info = /^```(.*)$/.exec(lines[i] ?? '')?.[1];
    if (info === undefined) continue;
    const end = lines.indexOf('```', i + 1);
    blocks.push({ line: i + 1, info: info.trim(), text: lines.slice(i + 1, end).join('\n') });
    i = end;
  }
  return blocks;
}

/** Runs the examples of a page, in their order, in one folder that holds a copy of the corpus. */
export function runExamples(path: string): readonly Example[] {
  const folder = mkdtempSync(join(tmpdir(), 'teiscribe-docs-'));
  try {
    cpSync('corpus', join(folder, 'corpus'), { recursive: true });
    cpSync('schemas', join(folder, 'schemas'), { recursive: true });
    mkdirSync(join(folder, 'node_modules'));
    symlinkSync(resolve('.'), join(folder, 'node_modules/teiscribe'), 'junction');
    const examples: Example[] = [];
    for (const block of fencedBlocks(readFileSync(path, 'utf8'))) {
      const file = /\bfile=(\S+)/.exec(block.info)?.[1];
      if (file !== undefined) writeInto(folder, file, `${block.text}\n`);
      if (block.info === 'console') examples.push(...runCommands(path, block, folder));
      if (block.info === 'js run') examples.push(runModule(path, block, folder));
      const last = examples.at(-1);
      if (block.info === 'text output' && last)
        examples[examples.length - 1] = { ...last, line: block.line, shown: block.text };
    }
    return examples;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function writeInto(folder: string, file: string, text: string): void {
  mkdirSync(dirname(join(folder, file)), { recursive: true });
  writeFileSync(join(folder, file), text);
}

function runCommands(path: string, { line, text }: FencedBlock, folder: string): readonly Example[] {
  const [, ...parts] = `\n${text}`.split(/\n\$ /);
  const commands = parts.map((part) => part.split('\n')[0] ?? '');
  // One shell for all, so that the next command can ask for the status of the last; a character that none prints between.
  const script = commands.map((command) => `${command}\nstatus=$?; printf '\\001'; (exit $status)`).join('\n');
  const { stdout, error } = spawnSync('bash', ['-c', `exec 2>&1\n${script}`], {
    cwd: folder,
    encoding: 'utf8',
    env: { ...process.env, PATH: `${commandFolder(folder)}${delimiter}${process.env['PATH']}`, NO_COLOR: '1' },
  });
  if (error) throw error;
  const printed = stdout.split('\u0001');
  let at = line;
  const lines = parts.map((part) => {
    const command = at + 1;
    at += part.split('\n').length;
    return command;
  });
  return parts.map((part, i) => ({
    name: `${path}: ${commands[i]}`,
    line: lines[i] ?? line,
    shown: part.split('\n').slice(1).join('\n').trimEnd(),
    printed: (printed[i] ?? '').trimEnd(),
  }));
}

/** A folder with `teiscribe` in it, for the PATH. */
function commandFolder(folder: string): string {
  const command = join(folder, '.bin/teiscribe');
  writeInto(folder, '.bin/teiscribe', `#!/bin/sh\nexec '${process.execPath}' '${resolve('bin/teiscribe.js')}' "$@"\n`);
  chmodSync(command, 0o755);
  return dirname(command);
}

function runModule(path: string, { line, text }: FencedBlock, folder: string): Example {
  writeInto(folder, 'example.mjs', text);
  const { stdout, stderr } = spawnSync(process.execPath, ['example.mjs'], { cwd: folder, encoding: 'utf8' });
  return { name: `${path}:${line}`, line, shown: '', printed: `${stdout}${stderr}`.trimEnd() };
}

/** The page with what is printed now in place of what it shows; what is abridged is left to a person. */
export function updatedPage(page: string, examples: readonly Example[]): string {
  const lines = page.split('\n');
  for (const { line, shown, printed } of [...examples].reverse()) {
    const old = shown === '' ? [] : shown.split('\n');
    if (!old.includes('…')) lines.splice(line, old.length, ...(printed === '' ? [] : printed.split('\n')));
  }
  return lines.join('\n');
}

/** What was printed, with the lines that `…` stands for replaced by it, where that makes it what is shown. */
export function abridged({ shown, printed }: Pick<Example, 'shown' | 'printed'>): string {
  const lines = shown.split('\n');
  if (!lines.includes('…')) return printed;
  const escaped = lines.map((line) => (line === '…' ? '(?:.*\\n)*?.*' : line.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')));
  return new RegExp(`^${escaped.join('\\n')}$`).test(printed) ? shown : printed;
}
