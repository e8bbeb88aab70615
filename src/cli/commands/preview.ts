/** `teiscribe preview`: a folder -> a page on this machine that shows transcription, TEI and reading view, and follows changes. */
import { type Command, InvalidArgumentError } from 'commander';
import type { PreviewFlags } from '../preview/preview-folder.js';
import type { Status } from '../status.js';
import type { World } from '../world.js';

export function previewCommand(program: Command, world: World, finish: (status: Status) => void): void {
  const command = program
    .command('preview')
    .summary('show transcription, TEI and reading view side by side in a browser')
    .description(
      'Shows the documents of a folder in a browser: transcription, TEI and reading view side by side, with what is wrong\nat its lines. The page follows changes of the files. Only this machine can open it, and nothing is written.',
    )
    .argument('<folder>', 'every .txt and .xml in it is shown');
  const portOption = command.createOption('--port <n>', 'the port to listen on; 0 is any that is free');
  command
    .addOption(portOption.argParser(parsePort).default(0, 'any that is free'))
    .addHelpText('after', help)
    .action(async (folder: string, flags: PreviewFlags) => {
      const { previewFolder } = await import('../preview/preview-folder.js');
      finish(await previewFolder(folder, flags, world));
    });
}

function parsePort(value: string): number {
  if (/^\d{1,5}$/.test(value) && Number(value) < 65536) return Number(value);
  throw new InvalidArgumentError('It has to be a number from 0 to 65535.');
}

const help = `
Settings come from the nearest edition.json upwards from each document. Ctrl-C ends.
Exit status: 0 ended by Ctrl-C, 2 the folder or the port cannot be used.

Examples:
  teiscribe preview letters
  teiscribe preview . --port 8080`;
