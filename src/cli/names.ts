/** Names that flags and settings give (profile, encoding) -> a complaint about each that is not known. */
import { type Complaints, PROGRAM } from './complaints.js';
import { runMessages } from './messages.js';
import { nearName } from './near-name.js';
import { type RegistryName, registries } from './registries.js';

interface Names {
  readonly profile?: string;
  readonly encoding?: string;
}

/** Complains of a profile and an encoding that there are none of. */
export async function checkNames({ profile, encoding }: Names, complaints: Complaints): Promise<void> {
  if (profile !== undefined) checkName('profile', profile, await namesOf('profiles'), complaints);
  if (encoding !== undefined) checkName('encoding', encoding, await namesOf('encodings'), complaints);
}

/** In: options that name a file or a folder, with their values. An empty one, as an unset variable of a shell leaves it, is complained of. */
export function checkNotEmpty(options: Readonly<Record<string, string | undefined>>, complaints: Complaints): void {
  for (const [option, value] of Object.entries(options)) {
    if (value !== '') continue;
    complaints.report(PROGRAM, runMessages['bad-arguments']({ detail: `${option} is empty; it names nothing` }));
  }
}

/** In: a registry. Out: the names in it. */
export async function namesOf(registry: RegistryName): Promise<readonly string[]> {
  return (await registries[registry]()).map(({ name }) => name);
}

/** Complains of a name that is none of those known, with the one that may be meant. */
export function checkName(kind: string, name: string, known: readonly string[], complaints: Complaints): void {
  if (known.includes(name)) return;
  complaints.report(PROGRAM, runMessages['unknown-name']({ kind, name, near: nearName(name, known), known }));
}
