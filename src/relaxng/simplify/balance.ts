/** Any number of parts -> a balanced tree of pairs, so that depth grows with the logarithm of the width (RELAX NG 1.0, section 4.12). */
export function balance<Part>(parts: readonly [Part, ...Part[]], pair: (left: Part, right: Part) => Part): Part {
  const build = (from: number, to: number): Part => {
    if (to - from < 2) return parts[from] ?? parts[0];
    const middle = (from + to) >> 1;
    return pair(build(from, middle), build(middle, to));
  };
  return build(0, parts.length);
}

/** Is there at least one? */
export function isFilled<Part>(parts: readonly Part[]): parts is readonly [Part, ...Part[]] {
  return parts.length > 0;
}
