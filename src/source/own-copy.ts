/** A text that was cut from another -> the same characters on their own: what is cut keeps the whole in memory, unless it is shorter than this. */
const SHORTEST_CUT = 13;

/** Through its units, as a text may hold half of a pair. */
export function ownCopy(text: string): string {
  return text.length < SHORTEST_CUT ? text : Buffer.from(text, 'utf16le').toString('utf16le');
}
