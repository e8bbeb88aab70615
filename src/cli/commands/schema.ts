/** `teiscribe schema`: schemas of the network, fetched once, pinned, and used from the cache. */
import type { Command } from 'commander';
import type { Status } from '../status.js';
import type { World } from '../world.js';

export function schemaCommand(program: Command, world: World, finish: (status: Status) => void): void {
  const work = () => import('../schema-commands.js');
  const schema = program
    .command('schema')
    .summary('fetch schemas of the network once, and pin them')
    .description(
      'Keeps copies of schemas of the network, so that documents that name them can be checked. Nothing else asks the network. What was fetched is pinned by checksum in teiscribe-schemas.lock.json, beside the nearest edition.json.',
    )
    .addHelpText(
      'after',
      '\nExamples:\n  teiscribe schema add https://tei-c.org/release/xml/tei/custom/schema/relaxng/tei_all.rng\n  teiscribe schema add\n  teiscribe schema list',
    );
  schema
    .command('add')
    .summary('fetch schemas, with all that they include, and pin them')
    .description(
      'Fetches schemas, with all that they include. Without a name: what the lock file lists and is not here.',
    )
    .argument('[url...]', 'addresses that begin with https:// or http://')
    .action(async (urls: readonly string[]) => finish(await (await work()).addSchemas(urls, world)));
  schema
    .command('update')
    .summary('fetch schemas again, and pin what there is now')
    .description('Fetches schemas again and pins what there is now. Without a name: all.')
    .argument('[url...]', 'addresses that were added')
    .action(async (urls: readonly string[]) => finish(await (await work()).updateSchemas(urls, world)));
  schema
    .command('remove')
    .summary('take schemas out of the lock file')
    .description('Takes schemas out of the lock file. Copies in the cache stay: other editions may use them.')
    .argument('<url...>', 'addresses that were added')
    .action(async (urls: readonly string[]) => finish(await (await work()).removeSchemas(urls, world)));
  schema
    .command('list')
    .summary('list the schemas that were added')
    .description('Lists the schemas that were added, and whether their copies are there (ok, missing, changed).')
    .action(async () => finish(await (await work()).listSchemas(world)));
}
