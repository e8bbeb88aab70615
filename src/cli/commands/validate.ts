/** `teiscribe validate`: documents -> what is wrong with them. */
import { type Command, InvalidArgumentError } from 'commander';
import { checks } from '../checks.js';
import type { RunFlags } from '../run-validation.js';
import type { Status } from '../status.js';
import type { World } from '../world.js';
import {
  addConversionOptions,
  addDecisionsOption,
  addReporterOption,
  addTargetsOption,
  addThreadsOption,
  collect,
  collectList,
} from './options.js';

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
  const schematronOption = command.createOption(
    '--schematron <file>',
    'a Schematron schema, or a RELAX NG schema with rules in it, beside those that the document names; may be repeated',
  );
  command
    .addOption(schematronOption.argParser(collect).default([], 'none'))
    .option('--phase <id>', 'the phase of Schematron schemas; #ALL for all patterns');
  const checksOption = command.createOption('-c, --checks <names>', `${checks.join(', ')}; may be repeated`);
  command
    .addOption(checksOption.argParser(collectList).default([], 'all'))
    .option('-a, --against <file|dir>', 'the transcription, or the folder of them, that nothing may be lost from')
    .option('--xinclude', 'put what XInclude elements name in their place: local files, parts of them by xml:id');
  addThreadsOption(command, 'validate');
  addConversionOptions(command);
  addTargetsOption(command);
  addDecisionsOption(command);
  const mostOption = command.createOption('--max-warnings <n>', 'fail with more warnings than these');
  command
    .addOption(mostOption.argParser(parseCount))
    .option('--baseline <file>', 'known findings, which do not fail the run')
    .option('--update-baseline', 'write all that is found now to the baseline')
    .option('--changed-since <revision>', 'only documents that have changed since a revision of git, or are new')
    .option('--no-cache', 'look at every document, also at those that have not changed since the last run')
    .option('--fix', 'mend what can be mended safely; what remains is reported')
    .option('--dry-run', 'with --fix: show what would be mended as a patch, and write nothing')
    .option('--watch', 'go on, and check again what changes, until Ctrl-C');
  addReporterOption(command, 'standard output')
    .addHelpText('after', help)
    .action(async (names: readonly string[], flags: RunFlags) => {
      const { runValidation } = await import('../run-validation.js');
      finish(await runValidation(names, flags, world));
    });
}

function parseCount(value: string): number {
  if (/^\d{1,9}$/.test(value)) return Number(value);
  throw new InvalidArgumentError('It has to be a number from 0.');
}

const help = `
Settings come from the nearest edition.json upwards from each document; flags go before them.
Exit status: 0 no errors, 1 errors in a document, 2 the run failed (a bad option, file, schema or setting).

Examples:
  teiscribe validate letter.xml
  teiscribe validate letter.txt
  teiscribe validate tei --against transcriptions
  teiscribe validate volume.xml --schema tei_all.rng --checks grammar
  teiscribe validate volume.xml --schematron rules.sch --phase quick
  teiscribe validate tei --reporter gnu --reporter sarif=teiscribe.sarif
  teiscribe validate tei --fix --dry-run
  teiscribe validate tei --baseline known.json --changed-since origin/main`;
