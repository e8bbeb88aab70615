/** Names that flags and settings give (profile, encoding) -> a complaint about each that is not known. */
import { type Complaints, PROGRAM } from './complaints.js';
import { runMessages } from './messages.js';
import { nearName } from './near-name.js';
import { registries } from './registries.js';

interface Names {
  readonly profile?: string;
  readonly encoding?: string;
}

export async function checkNames({ profile, encoding }: Names, complaints: Complaints): Promise<void> {
  if (profile !== undefined) checkName('profile', profile, await registries.profiles(), complaints);
  if (encoding !== undefined) checkName('encoding', encoding, await registries.encodings(), complaints);
}

export function checkName(
  kind: string,
  name: string,
  entries: readonly { readonly name: string }[],
  complaints: Complaints,
): void {
  const known = entries.map((entry) => entry.name);
  if (known.includes(name)) return;
  complaints.report(PROGRAM, runMessages['unknown-name']({ kind, name, near: nearName(name, known), known }));
}
