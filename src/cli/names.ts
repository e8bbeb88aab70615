/** Names that flags and settings give (profile, encoding) -> a complaint about each that is not known. */
import { type Complaints, PROGRAM } from './complaints.js';
import { runMessages } from './messages.js';
import { nearName } from './near-name.js';
import { type RegistryName, registries } from './registries.js';

interface Names {
  readonly profile?: string;
  readonly encoding?: string;
}

export async function checkNames({ profile, encoding }: Names, complaints: Complaints): Promise<void> {
  if (profile !== undefined) checkName('profile', profile, await namesOf('profiles'), complaints);
  if (encoding !== undefined) checkName('encoding', encoding, await namesOf('encodings'), complaints);
}

export async function namesOf(registry: RegistryName): Promise<readonly string[]> {
  return (await registries[registry]()).map(({ name }) => name);
}

export function checkName(kind: string, name: string, known: readonly string[], complaints: Complaints): void {
  if (known.includes(name)) return;
  complaints.report(PROGRAM, runMessages['unknown-name']({ kind, name, near: nearName(name, known), known }));
}
