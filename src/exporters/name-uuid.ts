/** A name -> a UUID that is the same in every run (RFC 9562, section 5.5: version 5, in the namespace of addresses). */

const URL_NAMESPACE = '6ba7b8119dad11d180b400c04fd430c8';

export async function nameUuid(address: string): Promise<string> {
  const space = Uint8Array.from(URL_NAMESPACE.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));
  const name = new TextEncoder().encode(address);
  const bytes = new Uint8Array(space.length + name.length);
  bytes.set(space);
  bytes.set(name, space.length);
  const hash = new Uint8Array(await crypto.subtle.digest('SHA-1', bytes)).slice(0, 16);
  hash[6] = ((hash[6] ?? 0) & 0x0f) | 0x50;
  hash[8] = ((hash[8] ?? 0) & 0x3f) | 0x80;
  const digits = Array.from(hash, (byte) => byte.toString(16).padStart(2, '0')).join('');
  return digits.replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');
}
