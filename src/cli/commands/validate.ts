/** `teiscribe validate`: documents -> what is wrong with them. */
import type { Command } from 'commander';
import { checks } from '../checks.js';
import type { Status } from '../status.js';
import type { ValidateFlags } from '../validate-files.js';
import type { World } from '../world.js';
import { addConversionOptions, addReporterOption, addThreadsOption, collect, collectList } from './options.js';

export function validateCommand(program: Command, world: World, finish: (status: Status) => void): void {
  const command = program
    .command('validate')
    .summary('check TEI documents, and transcriptions as the TEI they become')
    .description(
      'Checks documents against a schema and rules. A transcription (.txt) is converted first; what is wrong is then\nreported at its place in the transcription.',
    )
    .argument('<file...>', 'documents: files, folders (every .xml and .txt in them), patterns, or - for standard input')
    .option(
      '-s, --schema <name|file|url>',
      'a built-in schema (see "teiscribe list schemas"), a schema file, or the address of one that was added (see "teiscribe help schema"); default: the one that the document names, else the built-in one that fits',
    );
  const catalogOption = command.createOption(
    '--catalog <file>',
    'an XML catalog that says where schemas are; may be repeated',
  );
  command.addOption(catalogOption.argParser(collect).default([], 'none'));
  const checksOption = command.createOption('-c, --checks <names>', `${checks.join(', ')}; may be repeated`);
  command
    .addOption(checksOption.argParser(collectList).default([], 'all'))
    .option('-a, --against <file|dir>', 'the transcription, or the folder of them, that nothing may be lost from')
    .option('--xinclude', 'put what XInclude elements name in their place: local files, parts of them by xml:id');
  addThreadsOption(command, 'validate');
  addConversionOptions(command);
  addReporterOption(command, 'standard output')
    .addHelpText('after', help)
    .action(async (names: readonly string[], flags: ValidateFlags) => {
      const { validateFiles } = await import('../validate-files.js');
      finish(await validateFiles(names, flags, world));
    });
}

const help = `
Settings come from the nearest edition.json upwards from each document; flags go before them.
Exit status: 0 no errors, 1 errors in a document, 2 the run failed (a bad option, file, schema or setting).

Examples:
  teiscribe validate letter.xml
  teiscribe validate letter.txt
  teiscribe validate tei --against transcriptions
  teiscribe validate volume.xml --schema tei_all.rng --checks grammar
  teiscribe validate tei --reporter gnu --reporter json=report.json`;
