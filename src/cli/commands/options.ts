/** Options that several commands have, and how options that may be repeated are gathered. */
import { type Command, InvalidArgumentError } from 'commander';

/** How a transcription is converted, and what standard input is called. */
export function addConversionOptions(command: Command): Command {
  const text = 'persons and terms that names in the text are keyed with: CSV, JSON or TEI; may be repeated';
  const authority = command.createOption('-A, --authority <file>', text);
  return command
    .option('-e, --encoding <name>', 'how the TEI is written (see "teiscribe list encodings"; default: tei-letter)')
    .option('-p, --profile <name>', 'conventions of the transcription (see "teiscribe list profiles"; default: auto)')
    .addOption(authority.argParser(collect).default([], 'none'))
    .option('--stdin-name <name>', 'what to call standard input in messages');
}

/** `--decisions FILE`. */
export function addDecisionsOption(command: Command): Command {
  const text = 'markers of notes and beginnings of documents that have been decided on: JSON';
  return command.option('--decisions <file>', text);
}

/** `--targets FILE`, again for each. */
export function addTargetsOption(command: Command): Command {
  const text = 'identifiers that references may point to: JSON, text, CSV or TEI; may be repeated';
  const option = command.createOption('--targets <file>', text);
  return command.addOption(option.argParser(collect).default([], 'none'));
}

/** `--reporter NAME[=FILE]`; `stream` says where a report without a file goes. */
export function addReporterOption(command: Command, stream: string): Command {
  const text = `how findings are shown, on ${stream} or in a file (see "teiscribe list reporters"); may be repeated`;
  const option = command.createOption('-r, --reporter <name[=file]>', text);
  return command.addOption(option.argParser(collect).default([], 'pretty'));
}

/** `--threads N`. */
export function addThreadsOption(command: Command, verb: string): Command {
  const option = command.createOption('-t, --threads <n>', `how many documents to ${verb} at the same time`);
  return command.addOption(option.argParser(parseThreads).default(1));
}

function parseThreads(value: string): number {
  if (/^[1-9][0-9]{0,3}$/.test(value)) return Number(value);
  throw new InvalidArgumentError('It has to be a number from 1.');
}

/** One value more. */
export function collect(value: string, before: readonly string[]): readonly string[] {
  return [...before, value];
}

/** `a,b` as two values. */
export function collectList(value: string, before: readonly string[]): readonly string[] {
  const parts = value.split(',').map((part) => part.trim());
  return [...before, ...parts.filter((part) => part !== '')];
}
