/** The arguments of the command line -> the exit status. Never ends the process, never throws. */
import type { CommanderError } from 'commander';
import type { Diagnostic } from '../diagnostic/index.js';
import { SOFTWARE } from '../tei/software.js';
import { complaintsTo, PROGRAM } from './complaints.js';
import { runMessages } from './messages.js';
import { errorMessage } from './reason.js';
import { FAILED, OK, type Status } from './status.js';
import type { World } from './world.js';

/** In: the arguments behind the program's name. Out: 0 no errors, 1 errors in a document, 2 the run itself failed. */
export async function run(argv: readonly string[], world: World): Promise<Status> {
  // Nothing is loaded to say this.
  if (argv.length === 1 && (argv[0] === '--version' || argv[0] === '-V')) {
    world.stdout.write(`${SOFTWARE.version}\n`);
    return OK;
  }
  try {
    return await parse(argv, world);
  } catch (error) {
    complaintsTo(world).report(PROGRAM, runMessages['internal-error']({ detail: errorMessage(error) }));
    return FAILED;
  }
}

async function parse(argv: readonly string[], world: World): Promise<Status> {
  const [{ Command, CommanderError }, commands] = await Promise.all([
    import('commander'),
    import('./commands/index.js'),
  ]);
  let status: Status = OK;
  const program = new Command('teiscribe')
    .description('Turns raw transcriptions into schema-valid TEI, and proves that nothing was lost.')
    .version(SOFTWARE.version, '-V, --version', 'print the version')
    .helpOption('-h, --help', 'print this help')
    .helpCommand('help [command]', 'print the help of a command')
    .exitOverride()
    .configureOutput({
      writeOut: (text) => world.stdout.write(text),
      writeErr: (text) => world.stderr.write(text),
      // Mistakes are said below, on one line.
      outputError: () => undefined,
      getOutHelpWidth: () => world.stdout.columns ?? 100,
      getErrHelpWidth: () => world.stderr.columns ?? 100,
    })
    .addHelpText(
      'after',
      `
Examples:
  teiscribe init
  teiscribe convert letter.txt -o letter.xml
  teiscribe validate letter.xml --against letter.txt

"teiscribe help convert" says more of a command.`,
    );
  const all: Readonly<Record<string, (typeof commands)[keyof typeof commands]>> = commands;
  const asked = all[`${argv[0]}Command`];
  // The others are told of in the help, and where none is meant.
  for (const define of asked ? [asked] : Object.values(commands)) {
    define(program, world, (result) => {
      status = result;
    });
  }
  if (argv[0] === 'help' && argv[1] !== undefined && argv[1] !== 'help') {
    const names = program.commands.map((command) => command.name());
    if (!names.includes(argv[1])) {
      const { nearName } = await import('./near-name.js');
      const unknown = { name: argv[1], near: nearName(argv[1], names) };
      complaintsTo(world).report(PROGRAM, runMessages['unknown-command'](unknown));
      return FAILED;
    }
  }
  try {
    await program.parseAsync(argv, { from: 'user' });
    return status;
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    if (error.exitCode === 0) return OK;
    if (error.code !== 'commander.help') complaintsTo(world).report(PROGRAM, usageError(error));
    return FAILED;
  }
}

/** Commander's own wording, `error: unknown option '--encodin'\n(Did you mean --encoding?)`, as one of ours. */
function usageError({ code, message }: CommanderError): Diagnostic {
  const [first = '', ...rest] = message.replace(/^error: /, '').split('\n');
  const name = /'([^']*)'/.exec(first)?.[1] ?? first;
  const near = /Did you mean (?:one of )?([^,?]+)/.exec(rest.join(' '))?.[1];
  if (code === 'commander.unknownOption') return runMessages['unknown-option']({ name, near });
  if (code === 'commander.unknownCommand') return runMessages['unknown-command']({ name, near });
  return runMessages['bad-arguments']({ detail: first.replaceAll("'", '"').replace(/\.$/, '') });
}
