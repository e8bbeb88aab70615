/** White space of XML and what the whiteSpace facet does with it (XML Schema 1.0 part 2, section 4.3.6). */

export type WhiteSpace = 'preserve' | 'replace' | 'collapse';

export function isBlank(text: string): boolean {
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    if (unit !== 32 && unit !== 10 && unit !== 9 && unit !== 13) return false;
  }
  return true;
}

/** The tokens of a list: what white space separates. */
export function splitTokens(text: string): readonly string[] {
  return text.split(/[ \t\r\n]+/).filter((token) => token !== '');
}

export function normalizeWhiteSpace(text: string, how: WhiteSpace): string {
  switch (how) {
    case 'preserve':
      return text;
    case 'replace':
      return text.replace(/[\t\r\n]/g, ' ');
    case 'collapse':
      // Nearly every value is in order as it stands.
      return /^[ \t\r\n]|[\t\r\n]| {2}|[ \t\r\n]$/.test(text) ? splitTokens(text).join(' ') : text;
  }
}
