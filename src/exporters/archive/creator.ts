/** A name as it is written -> family and given name, as records have them. */

export type Creator =
  | { readonly kind: 'person'; readonly family: string; readonly given: string }
  | { readonly kind: 'organization'; readonly name: string };

/** What belongs to a family name though it stands before it. */
const PARTICLES = /^(?:von|van|vom|zu|zum|zur|de|del|della|di|da|dos|du|la|le|den|der|ten|ter|af|av)$/;
const BODIES =
  /\b(?:office|department|ministry|institute?|university|universität|library|archives?|society|project|team|press|committee|commission|academy|akademie|museum|bureau|edition|center|centre|foundation|stiftung)\b/i;

/** `Ada Lovelace` and `Lovelace, Ada` -> one person; one word, or the name of a body, stays whole. */
export function creatorOf(written: string): Creator {
  const name = written.replace(/\s+/g, ' ').trim();
  if (BODIES.test(name)) return { kind: 'organization', name };
  const [, family, given] = /^([^,]+), ([^,]+)$/.exec(name) ?? [];
  if (family !== undefined && given !== undefined) return { kind: 'person', family, given };
  const words = name.split(' ');
  if (words.length < 2 || name.includes(',')) return { kind: 'organization', name };
  const particle = words.findIndex((word, index) => index > 0 && PARTICLES.test(word));
  const start = particle > 0 && particle < words.length - 1 ? particle : words.length - 1;
  return { kind: 'person', family: words.slice(start).join(' '), given: words.slice(0, start).join(' ') };
}

/** `Lovelace, Ada`. */
export function writtenCreator(creator: Creator): string {
  return creator.kind === 'person' ? `${creator.family}, ${creator.given}` : creator.name;
}
