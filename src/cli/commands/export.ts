/** `teiscribe export`: TEI -> formats for readers, archives and data people. */
import type { Command } from 'commander';
import type { ExportFlags } from '../prepare-export.js';
import type { Status } from '../status.js';
import type { World } from '../world.js';
import { addThreadsOption, collect } from './options.js';

export function exportCommand(program: Command, world: World, finish: (status: Status) => void): void {
  const command = program
    .command('export')
    .summary('turn TEI into other formats')
    .description('Turns TEI, of this program or of others, into other formats. What a format cannot carry is said.')
    .argument('<file...>', 'TEI: files, folders (every .xml in them), patterns, or - for standard input')
    .option('-T, --to <name>', 'the format (see "teiscribe list exporters"); it has to be named')
    .option('-o, --output <file>', 'write one file; - is standard output');
  addThreadsOption(command, 'export');
  const outDir = command.createOption('-d, --out-dir <dir>', 'write below this folder');
  command
    .addOption(outDir.conflicts('output'))
    .option(
      '-p, --profile <name>',
      'conventions that a transcription is to be typed in (see "teiscribe list profiles"; default: those it came in)',
    )
    .option('--stdin-name <name>', 'what to call standard input in messages')
    .option('--target <name>', 'for deposit: the archive (see "teiscribe list targets"); it has to be named')
    .option('--preflight', 'for deposit: say what the archive would refuse, and write nothing')
    .option('-s, --schema <name|file|url>', 'for deposit: what TEI is held to, as for "validate"');
  const catalog = command.createOption(
    '--catalog <file>',
    'for deposit: an XML catalog that says where schemas are; may be repeated',
  );
  command.addOption(catalog.argParser(collect).default([], 'none'));
  const reporter = command.createOption(
    '-r, --reporter <name[=file]>',
    'for --preflight: how findings are shown (see "teiscribe list reporters"); may be repeated',
  );
  command
    .addOption(reporter.argParser(collect).default([], 'pretty'))
    .addHelpText('after', help)
    .action(async (names: readonly string[], flags: ExportFlags) => {
      const { exportFiles } = await import('../export-files.js');
      finish(await exportFiles(names, flags, world));
    });
}

const help = `
Title, publisher, licence and editors come from the nearest edition.json upwards from the first document.
Exit status: 0 written, 1 errors in a document or settings that are missing (nothing is written), 2 the run failed.

Examples:
  teiscribe export letter.xml --to text
  teiscribe export volume.xml --to html --out-dir site
  teiscribe export letter.xml --to html -o letter.html
  teiscribe export tei --to deposit --target tapas --preflight
  teiscribe export tei --to deposit --target zenodo -o letters.zip`;
