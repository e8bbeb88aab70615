/** `teiscribe export`: TEI -> formats for readers, archives and data people. */
import type { Command } from 'commander';
import type { ExportFlags } from '../export-files.js';
import type { Status } from '../status.js';
import type { World } from '../world.js';

export function exportCommand(program: Command, world: World, finish: (status: Status) => void): void {
  const command = program
    .command('export')
    .summary('turn TEI into other formats')
    .description('Turns TEI, of this program or of others, into other formats. What a format cannot carry is said.')
    .argument('<file...>', 'TEI: files, folders (every .xml in them), patterns, or - for standard input')
    .option('-T, --to <name>', 'the format (see "teiscribe list exporters"); it has to be named')
    .option('-o, --output <file>', 'write one file; - is standard output');
  const outDir = command.createOption('-d, --out-dir <dir>', 'write below this folder');
  command
    .addOption(outDir.conflicts('output'))
    .option(
      '-p, --profile <name>',
      'conventions that a transcription is to be typed in (see "teiscribe list profiles"; default: those it came in)',
    )
    .option('--stdin-name <name>', 'what to call standard input in messages')
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
  teiscribe export letter.xml --to html -o letter.html`;
