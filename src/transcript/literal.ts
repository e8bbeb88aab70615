/** Characters that a convention types -> the part of a regular expression that matches just these. */
export function literal(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
