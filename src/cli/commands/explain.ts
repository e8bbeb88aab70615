/** `teiscribe explain`: a code -> the page that says what it means and what to do. */
import type { Command } from 'commander';
import { complaintsTo, PROGRAM } from '../complaints.js';
import { runMessages } from '../messages.js';
import { nearName } from '../near-name.js';
import { diagnosticPage, registries } from '../registries.js';
import { FAILED, OK, type Status } from '../status.js';
import type { World } from '../world.js';

export function explainCommand(program: Command, world: World, finish: (status: Status) => void): void {
  program
    .command('explain')
    .summary('say what a finding means, and what to do about it')
    .description(
      'Prints the page on a code, such as rng/unknown-element. The stage may be left out where the rest is enough.',
    )
    .argument('<code>', 'the code, as it stands in brackets behind a finding')
    .addHelpText('after', '\nExamples:\n  teiscribe explain run/file-missing\n  teiscribe explain empty-file')
    .action(async (code: string) => finish(await explain(code, world)));
}

async function explain(code: string, world: World): Promise<Status> {
  const known = (await registries.codes()).map(({ name }) => name);
  const wanted = code.replace(/^\[|\]$/g, '');
  const same = known.filter((name) => name === wanted || name.endsWith(`/${wanted}`));
  const [found, second] = same;
  if (found !== undefined && second === undefined) {
    world.stdout.write(diagnosticPage(found));
    return OK;
  }
  const near = second === undefined ? (nearName(wanted, known) ?? nearFact(wanted, known)) : same.join('" or "');
  complaintsTo(world).report(PROGRAM, runMessages['page-missing']({ name: code, near }));
  return FAILED;
}

/** For a code without its stage, or with the wrong one. */
function nearFact(wanted: string, known: readonly string[]): string | undefined {
  const fact = (code: string) => code.slice(code.indexOf('/') + 1);
  const near = nearName(fact(wanted), known.map(fact));
  return near === undefined ? undefined : known.find((name) => fact(name) === near);
}
