/** A path as it is shown -> a URI reference (RFC 3986): what stands in a path may mean something else in a URI. */

/** In: a path of any system, relative or not, or an address. Out: the reference; relative ones stay relative. */
export function uriOf(path: string): string {
  const whole = path.replace(/\p{Cs}/gu, '\ufffd');
  if (/^[a-z][a-z\d+.-]+:\/\//i.test(whole)) return encodeURI(whole).replaceAll('%25', '%');
  const slashed = whole.replaceAll('\\', '/');
  const [, drive, rest = ''] = /^([a-z]:)?(.*)$/is.exec(slashed) ?? [];
  if (drive !== undefined && rest.startsWith('/')) return `file:///${drive}${encoded(rest)}`;
  if (slashed.startsWith('//')) return `file:${encoded(slashed)}`;
  if (slashed.startsWith('/')) return `file://${encoded(slashed)}`;
  return encoded(slashed.replace(/^(?:\.\/+)+/, ''));
}

function encoded(path: string): string {
  return path.split('/').map(encodeURIComponent).join('/');
}
