/** A reference -> the address on the network that it is, in its normal form (RFC 3986, section 6). */

/** `C:` is a drive, not a scheme. Most names have no colon: the expression is not made for those. */
export function hasScheme(name: string): boolean {
  return name.includes(':') && /^[a-z][a-z\d+.-]+:/i.test(name);
}

/** The normal form of an address, seen from the address `base`; undefined where it is not of the network. */
export function networkUrl(href: string, base = ''): string | undefined {
  const isFrom = /^https?:/i.test(base);
  if (!/^https?:/i.test(href) && !isFrom) return undefined;
  if (!URL.canParse(href, isFrom ? base : undefined)) return undefined;
  const url = new URL(href, isFrom ? base : undefined);
  url.hash = '';
  return url.protocol === 'http:' || url.protocol === 'https:' ? url.href : undefined;
}
