/** A regular expression of XPath with flags -> one of JavaScript (XPath Functions and Operators 3.1, section 5.6). */

const NAME_START =
  ':A-Z_a-z\\u00C0-\\u00D6\\u00D8-\\u00F6\\u00F8-\\u02FF\\u0370-\\u037D\\u037F-\\u1FFF\\u200C-\\u200D\\u2070-\\u218F\\u2C00-\\u2FEF\\u3001-\\uD7FF\\uF900-\\uFDCF\\uFDF0-\\uFFFD';

/** In: flags as XPath has them: `s`, `m`, `i`, `x`, `q`. Errors are those of `RegExp`. */
export function flaggedRegex(pattern: string, flags: string): RegExp {
  const has = (flag: string) => flags.includes(flag);
  let source = pattern;
  if (has('q')) source = source.replace(/[\\^$.*+?()[\]{}|/-]/g, (found) => `\\x${found.charCodeAt(0).toString(16)}`);
  else {
    if (has('x')) source = withoutSpace(source);
    source = source.replace(/\\([ic])/g, (_, letter) =>
      letter === 'i' ? `[${NAME_START}]` : `[${NAME_START}\\d.\\-\\u00B7]`,
    );
  }
  return new RegExp(source, `gu${has('i') ? 'i' : ''}${has('m') ? 'm' : ''}${has('s') ? 's' : ''}`);
}

/** White space in character classes counts. */
function withoutSpace(pattern: string): string {
  return pattern.replace(/(\[[^\]]*\])|\s+/g, (_, group) => group ?? '');
}

/** The replacement of `fn:replace` as `String.replace` has it. */
export function withGroups(replacement: string, flags: string): string {
  if (flags.includes('q')) return replacement.replaceAll('$', '$$$$');
  return replacement.replace(/\\([\\$])|\$0/g, (found, escaped) =>
    found === '$0' ? '$&' : escaped === '$' ? '$$' : escaped,
  );
}
