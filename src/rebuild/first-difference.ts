/** Two texts -> the first place where they differ, when the amount of white space and the Unicode normalization form do not count. */

export interface Difference {
  /** Offsets of the first difference in the two texts. */
  readonly left: number;
  readonly right: number;
}

/** Undefined where the texts are the same but for the amount (not the presence) of white space, and NFC. */
export function firstDifference(left: string, right: string): Difference | undefined {
  if (areAlike(left, right)) return undefined;
  const a = canonical(left);
  const b = canonical(right);
  if (a === b) return undefined;
  const at = commonLength(a, b);
  return { left: offsetOf(left, a, at), right: offsetOf(right, b, at) };
}

/** Stretches of this length are compared as one: most are the same to the letter. */
const STRETCH = 256;

/** Whether the texts are the same but for the amount of white space: read side by side, nothing is made of them. */
function areAlike(left: string, right: string): boolean {
  let i = skipSpace(left, 0);
  let j = skipSpace(right, 0);
  /** Behind this, a stretch is tried again. */
  let tried = 0;
  while (i < left.length && j < right.length) {
    if (i >= tried) {
      if (isSameStretch(left, i, right, j)) {
        i += STRETCH;
        j += STRETCH;
        if (isSpace(left.charCodeAt(i - 1))) {
          i = skipSpace(left, i);
          j = skipSpace(right, j);
        }
        continue;
      }
      tried = i + STRETCH;
    }
    const unit = left.charCodeAt(i);
    if (isSpace(unit)) {
      if (!isSpace(right.charCodeAt(j))) return skipSpace(left, i) === left.length && j === right.length;
      i = skipSpace(left, i);
      j = skipSpace(right, j);
    } else {
      if (unit !== right.charCodeAt(j)) return false;
      i++;
      j++;
    }
  }
  return skipSpace(left, i) === left.length && skipSpace(right, j) === right.length;
}

function isSameStretch(left: string, i: number, right: string, j: number): boolean {
  if (i + STRETCH > left.length || j + STRETCH > right.length) return false;
  return left.slice(i, i + STRETCH) === right.slice(j, j + STRETCH);
}

function isSpace(unit: number): boolean {
  return unit === 32 || (unit >= 9 && unit <= 13);
}

function skipSpace(text: string, from: number): number {
  let at = from;
  while (at < text.length && isSpace(text.charCodeAt(at))) at++;
  return at;
}

/** White space runs as one space, none at the ends, NFC. A no-break space beside other white space, such as the end of a line, is of the run; alone it is a character. */
function canonical(text: string): string {
  return text
    .replace(/\u00a0*[\t-\r ][\t-\r \u00a0]*/g, ' ')
    .replace(/^[ \u00a0]+|[ \u00a0]+$/g, '')
    .normalize('NFC');
}

/** How much two canonical texts have in common; a letter with its accents counts as one. */
function commonLength(a: string, b: string): number {
  let at = 0;
  while (at < a.length && at < b.length && a.charCodeAt(at) === b.charCodeAt(at)) at++;
  while (at > 0 && (goesOn(a, at) || goesOn(b, at))) at--;
  return at;
}

/** Is what stands here the second half of a character, or an accent on the one before? */
function goesOn(text: string, at: number): boolean {
  return /^[\udc00-\udfff]|^\p{M}/u.test(text.slice(at, at + 2));
}

/** The offset in `text` behind what became the first `length` characters of `whole`, found by halving. */
function offsetOf(text: string, whole: string, length: number): number {
  const letters = whole.charAt(length - 1) === ' ' ? length - 1 : length;
  let low = 0;
  let high = text.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const made = canonical(text.slice(0, middle));
    // A prefix that ends in the middle of a composed character is not a prefix of the whole: it is too short.
    if (made.length >= letters && whole.startsWith(made.slice(0, letters))) high = middle;
    else low = middle + 1;
  }
  const behindSpace = letters < length || length === 0;
  return behindSpace ? low + (/^[\t-\r \u00a0]*/.exec(text.slice(low))?.[0].length ?? 0) : low;
}
