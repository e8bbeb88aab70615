/** `teiscribe list`: the names that options take. */
import type { Command } from 'commander';
import { complaintsTo } from '../complaints.js';
import { checkName } from '../names.js';
import { type Entry, isRegistryName, type RegistryName, registries } from '../registries.js';
import { FAILED, OK, type Status } from '../status.js';
import type { World } from '../world.js';

export function listCommand(program: Command, world: World, finish: (status: Status) => void): void {
  const names = Object.keys(registries);
  program
    .command('list')
    .summary('list profiles, encodings, schemas, exporters, reporters, codes')
    .description('Lists the names that options take, each with a line on what it is.')
    .argument('[what]', `one of ${names.join(', ')}; without it, all but the codes`)
    .addHelpText('after', '\nExamples:\n  teiscribe list\n  teiscribe list profiles\n  teiscribe list codes')
    .action(async (what: string | undefined) => finish(await list(what, names, world)));
}

async function list(what: string | undefined, names: readonly string[], world: World): Promise<Status> {
  if (what !== undefined) {
    if (isRegistryName(what)) {
      world.stdout.write(table(await registries[what]()));
      return OK;
    }
    checkName('list', what, names, complaintsTo(world));
    return FAILED;
  }
  const wanted = names.filter(isRegistryName).filter((name: RegistryName) => name !== 'codes');
  const sections = await Promise.all(
    wanted.map(
      async (name) =>
        `${name}\n${table(await registries[name]())
          .replace(/^/gm, '  ')
          .trimEnd()}\n`,
    ),
  );
  world.stdout.write(sections.join('\n'));
  return OK;
}

function table(entries: readonly Entry[]): string {
  const width = Math.max(0, ...entries.map(({ name }) => name.length));
  return entries.map(({ name, summary }) => `${`${name.padEnd(width)}  ${summary}`.trimEnd()}\n`).join('');
}
