/** Two names out of a few -> the name that they make, which is put together once: names of evidence are looked up for every number of a text. */

const known = new Map<string, Map<string, string>>();

/** `ends paragraph ` and `1` -> `ends paragraph 1`. */
export function joined(first: string, second: string): string {
  let ends = known.get(first);
  if (!ends) {
    ends = new Map();
    known.set(first, ends);
  }
  let name = ends.get(second);
  if (name === undefined) {
    name = first + second;
    ends.set(second, name);
  }
  return name;
}
