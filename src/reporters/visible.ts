/** Text that may hold anything -> text that is safe on one line of a terminal: no control character acts, those that turn the direction of text included. */

// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for.
const CONTROL = /[\u0000-\u001f\u007f-\u009f\u2028\u2029\u202a-\u202e\u2066-\u2069]/g;

/** A message on one line: line ends and control characters as escapes, `\n`, `\u001b`. */
export function visibleMessage(text: string): string {
  return text.replace(CONTROL, (control) => shortEscapes[control] ?? hexEscape(control));
}

const shortEscapes: Readonly<Record<string, string>> = { '\n': '\\n', '\r': '\\r', '\t': '\\t' };

function hexEscape(control: string): string {
  return `\\u${control.charCodeAt(0).toString(16).padStart(4, '0')}`;
}

/** A control character as a sign of one column: its picture in Unicode, or the replacement character. */
export function controlPicture(character: string): string {
  const code = character.charCodeAt(0);
  if (code < 0x20) return String.fromCharCode(0x2400 + code);
  if (code === 0x7f) return '\u2421';
  return character.replace(CONTROL, '\uFFFD');
}
