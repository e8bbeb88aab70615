/** `teiscribe evaluate`: TEI against gold TEI -> precision, recall, F1. */
import { type Command, InvalidArgumentError } from 'commander';
import type { EvaluateFlags } from '../evaluate-files.js';
import type { Status } from '../status.js';
import type { World } from '../world.js';

export function evaluateCommand(program: Command, world: World, finish: (status: Status) => void): void {
  program
    .command('evaluate')
    .summary('measure TEI against TEI that is known to be right')
    .description(
      'Compares predicted TEI with gold TEI, document by document: precision, recall and F1 of each phenomenon,\ndocuments that are perfect, and the places of what differs.',
    )
    .requiredOption('-g, --gold <path...>', 'gold TEI: volumes or single documents; files, folders, patterns')
    .requiredOption('-p, --pred <dir>', 'predicted TEI: VOLUME/ID.xml, or files named as those of the gold')
    .option('--raw <dir>', 'transcriptions: only documents with one (VOLUME/ID.txt) are counted, and all of these')
    .option('-s, --style <name>', 'seed: without the datelines and closers of the gold; full: with them', 'seed')
    .option('--json <file>', 'write all figures and differences to this file')
    .option('--html <file>', 'write a report to this file: one page that needs no other')
    .option('--worst <n>', 'how many of the worst documents to show', wholeNumber, 10)
    .addHelpText('after', help)
    .action(async (flags: EvaluateFlags) => {
      const { evaluateFiles } = await import('../evaluate-files.js');
      finish(await evaluateFiles(flags, world));
    });
}

function wholeNumber(value: string): number {
  if (!/^\d{1,9}$/.test(value)) throw new InvalidArgumentError('expected a whole number');
  return Number(value);
}

const help = `
Exit status: 0 measured, 1 a prediction is missing or not well-formed, 2 the run failed.

Examples:
  teiscribe evaluate --gold volumes --pred tei
  teiscribe evaluate --gold volumes --pred tei --raw transcriptions --style full --html report.html
  teiscribe evaluate --gold accepted/d15.xml --pred d15.xml --worst 1`;
