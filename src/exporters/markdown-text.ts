/** Plain text -> Markdown that says the same: what would be markup is escaped (CommonMark 0.31, section 2.4). */

/** Text within a line. */
export function escapeMarkdown(text: string): string {
  return text.replace(/[\\`*_[\]<>|~^$]/g, '\\$&').replace(/&(?=#?\w+;)/g, '\\&');
}

/** A finished line: what would begin a heading, a list, a quotation or a rule is escaped, too. */
export function escapeLineStart(line: string): string {
  return line.replace(/^(\s*)([#+=-])/, '$1\\$2').replace(/^(\s*\d{1,9})([.)])(?=\s|$)/, '$1\\$2');
}
