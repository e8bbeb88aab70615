/** `teiscribe explain`: a code -> the page that says what it means; an element -> what the schema says of it. */
import type { Command } from 'commander';
import { complaintsTo, PROGRAM } from '../complaints.js';
import { runMessages } from '../messages.js';
import { nearName } from '../near-name.js';
import { diagnosticPage, registries } from '../registries.js';
import { FAILED, OK, type Status } from '../status.js';
import type { World } from '../world.js';

interface ExplainFlags {
  readonly schema?: string;
}

export function explainCommand(program: Command, world: World, finish: (status: Status) => void): void {
  program
    .command('explain')
    .summary('say what a finding means, or what an element is for')
    .description(
      'Prints the page on a code, such as rng/unknown-element; the stage may be left out where the rest is enough.\nOf an element it says what it is, where it may stand, what it may hold, and its attributes, as the schema has them.',
    )
    .argument('<what...>', 'a code, as it stands in brackets behind a finding; an element; or ELEMENT in PARENT')
    .option('-s, --schema <name|file>', 'the schema that elements are looked up in (default: letter)')
    .addHelpText('after', help)
    .action(async (words: readonly string[], flags: ExplainFlags) => finish(await explain(words, flags, world)));
}

const help = `
Examples:
  teiscribe explain run/file-missing
  teiscribe explain empty-file
  teiscribe explain salute
  teiscribe explain dateline in closer
  teiscribe explain correspAction --schema tei_all.rng`;

async function explain(words: readonly string[], { schema }: ExplainFlags, world: World): Promise<Status> {
  const [what = '', link, parent, ...more] = words;
  const isPlace = link === 'in' && parent !== undefined && more.length === 0;
  if (words.length > 1 && !isPlace) {
    const detail = `expected a code, an element, or ELEMENT in PARENT, not "${words.join(' ')}"`;
    complaintsTo(world).report(PROGRAM, runMessages['bad-arguments']({ detail }));
    return FAILED;
  }
  if (!isPlace && schema === undefined) {
    const page = await findPage(what);
    if (page !== undefined) {
      world.stdout.write(page);
      return OK;
    }
  }
  return what.includes('/') ? unknownCode(what, world) : explainName(what, parent, schema, world);
}

/** The page on a code; undefined where no code, or more than one, is meant. */
async function findPage(what: string): Promise<string | undefined> {
  const [found, second] = await codesLike(what);
  return found !== undefined && second === undefined ? diagnosticPage(found) : undefined;
}

async function codesLike(what: string): Promise<readonly string[]> {
  const wanted = what.replace(/^\[|\]$/g, '');
  const known = (await registries.codes()).map(({ name }) => name);
  return known.filter((name) => name === wanted || name.endsWith(`/${wanted}`));
}

async function explainName(
  what: string,
  parent: string | undefined,
  schema: string | undefined,
  world: World,
): Promise<Status> {
  const complaints = complaintsTo(world);
  const { explainElement, loadGuide } = await import('../explain-element.js');
  const name = bare(what);
  const named = await loadGuide(schema, world, complaints);
  if (!named) return FAILED;
  // A name with a hyphen, or near to a code and to no element, is a code misspelt.
  const isElement = named.guide.names.includes(name);
  const isCode = parent === undefined && schema === undefined && !isElement && !what.startsWith('<');
  if (isCode && (what.includes('-') || named.guide.near(name) === undefined)) return unknownCode(what, world);
  const page = explainElement(named, name, parent === undefined ? undefined : bare(parent), complaints);
  if (page === undefined) return FAILED;
  world.stdout.write(page);
  return OK;
}

/** `<salute>` is `salute`. */
function bare(name: string): string {
  return name.replace(/^<|\/?>$/g, '').replace(/^tei:/, '');
}

async function unknownCode(code: string, world: World): Promise<Status> {
  const known = (await registries.codes()).map(({ name }) => name);
  const wanted = code.replace(/^\[|\]$/g, '');
  const same = await codesLike(code);
  const near = same.length > 1 ? same.join('" or "') : (nearName(wanted, known) ?? nearFact(wanted, known));
  complaintsTo(world).report(PROGRAM, runMessages['page-missing']({ name: code, near }));
  return FAILED;
}

/** For a code without its stage, or with the wrong one. */
function nearFact(wanted: string, known: readonly string[]): string | undefined {
  const fact = (code: string) => code.slice(code.indexOf('/') + 1);
  const near = nearName(fact(wanted), known.map(fact));
  return near === undefined ? undefined : known.find((name) => fact(name) === near);
}
