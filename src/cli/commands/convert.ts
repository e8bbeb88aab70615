/** `teiscribe convert`: transcriptions -> TEI files. */
import type { Command } from 'commander';
import type { ConvertFlags } from '../convert-files.js';
import type { Status } from '../status.js';
import type { World } from '../world.js';
import {
  addConversionOptions,
  addDecisionsOption,
  addReporterOption,
  addTargetsOption,
  addThreadsOption,
} from './options.js';

export function convertCommand(program: Command, world: World, finish: (status: Status) => void): void {
  const command = program
    .command('convert')
    .summary('turn transcriptions into TEI')
    .description(
      'Turns transcriptions (plain text) into TEI. One document goes to standard output unless -o or --out-dir is given.',
    )
    .argument('<file...>', 'transcriptions: files, folders (every .txt in them), patterns, or - for standard input')
    .option('-o, --output <file>', 'write the TEI of one document to this file');
  const outDir = command.createOption('-d, --out-dir <dir>', 'write each document below this folder as NAME.xml');
  command.addOption(outDir.conflicts('output'));
  const assemble = command.createOption(
    '--assemble',
    'write all documents into one file: a volume (to -o, or standard output)',
  );
  command.addOption(assemble.conflicts('outDir'));
  addDecisionsOption(command);
  addThreadsOption(command, 'convert').option('--force', 'convert what has not changed since the last run, too');
  addConversionOptions(command);
  addTargetsOption(command);
  addReporterOption(command, 'standard error')
    .addHelpText('after', help)
    .action(async (names: readonly string[], flags: ConvertFlags) => {
      const { convertFiles } = await import('../convert-files.js');
      finish(await convertFiles(names, flags, world));
    });
}

const help = `
Settings come from the nearest edition.json upwards from each document; flags go before them.
Exit status: 0 no errors, 1 errors in a document (its TEI is written all the same), 2 the run failed.

Examples:
  teiscribe convert letter.txt > letter.xml
  teiscribe convert letter.txt -o tei/letter.xml
  teiscribe convert transcriptions --out-dir tei
  teiscribe convert transcriptions --assemble -o volume.xml
  teiscribe convert letter.txt --authority persons.csv -o letter.xml
  teiscribe convert 'transcriptions/1961-*.txt' --out-dir tei --encoding frus
  cat letter.txt | teiscribe convert - --stdin-name letter.txt`;
