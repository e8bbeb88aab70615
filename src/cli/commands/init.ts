/** `teiscribe init`: writes an `edition.json` to fill in, or a workflow for CI. */
import { existsSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { type Command, Option } from 'commander';
import { createSource } from '../../source/index.js';
import { ciSystems } from '../ci-systems.js';
import { type Complaints, complaintsTo } from '../complaints.js';
import { EDITION_FILE, readEdition } from '../edition-file.js';
import { runMessages } from '../messages.js';
import { checkNames } from '../names.js';
import { FAILED, OK, type Status } from '../status.js';
import type { World } from '../world.js';
import { writeFile } from '../write-file.js';

interface InitFlags {
  readonly title?: string;
  readonly publisher?: string;
  readonly language?: string;
  readonly encoding?: string;
  readonly ci?: string;
}

export function initCommand(program: Command, world: World, finish: (status: Status) => void): void {
  program
    .command('init')
    .summary('write an edition.json to fill in')
    .description(
      'Writes the settings of an edition as a form to fill in. An empty text means "not set". Existing settings are kept.',
    )
    .argument('[dir]', 'the folder of the edition', '.')
    .option('--title <text>', 'title of the edition')
    .option('--publisher <text>', 'who publishes it')
    .option('--language <code>', 'language of the documents, as BCP 47 names it; told by the words of each if not set')
    .option('--encoding <name>', 'how the TEI is written', 'tei-letter')
    .addOption(
      new Option('--ci <name>', 'write a workflow that validates, in place of edition.json').choices([...ciSystems]),
    )
    .addHelpText(
      'after',
      '\nExamples:\n  teiscribe init\n  teiscribe init --ci github\n  teiscribe init letters --title "Letters of Ada Lovelace" --language en',
    )
    .action(async (dir: string, flags: InitFlags) => finish(await init(dir, flags, world)));
}

async function init(dir: string, flags: InitFlags, world: World): Promise<Status> {
  const complaints = complaintsTo(world);
  if (flags.ci !== undefined) {
    const { writeWorkflow } = await import('../ci-workflow.js');
    return writeWorkflow(flags.ci, dir, world, complaints);
  }
  const shown = join(dir, EDITION_FILE);
  const file = resolve(world.cwd, shown);
  const text = form(flags);
  if (existsSync(file)) complaints.report(shown, runMessages['settings-exist']({}));
  else await checkForm(text, flags, shown, dirname(file), complaints);
  if (!complaints.failed() && writeFile(file, text, (diagnostic) => complaints.report(shown, diagnostic))) {
    world.stdout.write(`${shown} written: fill in what is known of the edition (docs/edition.md)\n`);
  }
  return complaints.failed() ? FAILED : OK;
}

/** No settings are written that the next run refuses. They have no lines yet that could be pointed to. */
async function checkForm(
  text: string,
  { encoding }: InitFlags,
  shown: string,
  folder: string,
  complaints: Complaints,
): Promise<void> {
  await checkNames(encoding === undefined ? {} : { encoding }, complaints);
  if (complaints.failed()) return;
  await readEdition(createSource(shown, text), folder, ({ place: _, ...diagnostic }) =>
    complaints.report(shown, diagnostic),
  );
}

/** Settings to fill in, with what the flags say. */
function form({ title = '', publisher = '', language = '', encoding = '' }: InitFlags): string {
  const values = {
    title,
    publisher,
    licence: { name: '', url: '' },
    editors: [],
    url: '',
    language,
    date: '',
    profile: 'auto',
    encoding,
  };
  return `${JSON.stringify(values, undefined, 2)}\n`;
}
