/** URI references: what one may look like, and resolving one against another, relative ones too (RFC 3986, section 5). */

const PARTS = /^(?:([^:/?#]+):)?(?:\/\/([^/?#]*))?([^?#]*)(?:\?([^#]*))?(?:#([\s\S]*))?$/;
/** Characters that XLink and XML Schema let stand in a reference are escaped before it is looked at, so they are allowed. */
const REFERENCE = /^(?:[^\0-\x20%#[\]]|%[0-9a-fA-F]{2})*(?:#(?:[^\0-\x20%#[\]]|%[0-9a-fA-F]{2})*)?$/;

/** Can the text be a URI reference? */
export function isUriReference(text: string): boolean {
  const plain = text.replace(/[ <>"{}|\\^`\u0080-\u{10ffff}]/gu, '_').replace(/\[|\]/g, '');
  return REFERENCE.test(plain) && /^[A-Za-z][A-Za-z0-9+.-]*:|^[^:]*(?:[/?#]|$)/.test(plain);
}

/** Is it absolute and without a fragment, as the name of a datatype library has to be (RELAX NG 1.0, section 3)? */
export function isAbsoluteUri(text: string): boolean {
  return isUriReference(text) && !text.includes('#') && /^[A-Za-z][A-Za-z0-9+.-]*:./.test(text);
}

/** `reference` as seen from `base`; where `base` is relative, so is the answer. */
export function resolveUri(reference: string, base: string): string {
  if (base === '') return reference;
  const [, scheme, authority, path = '', query, fragment] = PARTS.exec(reference) ?? [];
  if (scheme !== undefined) return reference;
  const [, baseScheme, baseAuthority, basePath = '', baseQuery] = PARTS.exec(base) ?? [];
  const start = baseScheme === undefined ? '' : `${baseScheme}:`;
  const end = `${query === undefined ? '' : `?${query}`}${fragment === undefined ? '' : `#${fragment}`}`;
  if (authority !== undefined) return `${start}//${authority}${path}${end}`;
  const host = baseAuthority === undefined ? '' : `//${baseAuthority}`;
  if (path === '') {
    const kept = query === undefined && baseQuery !== undefined ? `?${baseQuery}` : '';
    return `${start}${host}${basePath}${kept}${end}`;
  }
  if (path.startsWith('/')) return `${start}${host}${withoutDots(path)}${end}`;
  const folder = host !== '' && basePath === '' ? '/' : basePath.slice(0, basePath.lastIndexOf('/') + 1);
  return `${start}${host}${withoutDots(folder + path)}${end}`;
}

/** A path without `.` and without `..` that can be taken out. */
function withoutDots(path: string): string {
  const out: string[] = [];
  const steps = path.split('/');
  steps.forEach((step, index) => {
    const last = index === steps.length - 1;
    if (step === '.') {
      if (last) out.push('');
    } else if (
      step === '..' &&
      out.length > 0 &&
      out[out.length - 1] !== '..' &&
      !(out.length === 1 && out[0] === '')
    ) {
      out.pop();
      if (last) out.push('');
    } else if (step !== '..' || !path.startsWith('/')) out.push(step);
  });
  return out.join('/');
}
