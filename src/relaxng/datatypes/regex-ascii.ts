/** A native regular expression -> one that says the same of ASCII texts: `\p{L}` is `A-Za-z`, where the engine would collect all letters of Unicode first. */

/** The general categories of Unicode as far as ASCII goes (Unicode Standard Annex 44, table 12), as members of a class. */
const CATEGORIES: ReadonlyMap<string, string> = new Map([
  ['Lu', 'A-Z'],
  ['Ll', 'a-z'],
  ['Nd', '0-9'],
  ['Pc', '_'],
  ['Pd', '\\-'],
  ['Ps', '(\\[{'],
  ['Pe', ')\\]}'],
  ['Po', '!"#%&\'*,.\\/:;?@\\\\'],
  ['Sm', '+<=>|~'],
  ['Sc', '$'],
  ['Sk', '\\^`'],
  ['Zs', ' '],
  ['Cc', '\\0-\\x1f\\x7f'],
]);

/** In: the source of an expression with the flag `u`. Out: another, for texts of nothing but ASCII; undefined where there is nothing to gain. */
export function asciiRegex(source: string): string | undefined {
  if (!/\\p\{/i.test(source)) return undefined;
  let inClass = false;
  return source.replace(/\\p\{(\w+)\}|\\.|[[\]]/gisu, (token, name: string | undefined) => {
    if (name !== undefined) {
      const members = membersOf(name, token.startsWith('\\P'));
      return inClass ? members : `[${members}]`;
    }
    if (token === '[') inClass = true;
    if (token === ']') inClass = false;
    return token;
  });
}

const everyCategory = [...CATEGORIES.keys()];

function membersOf(name: string, negated: boolean): string {
  return everyCategory
    .filter((category) => category.startsWith(name) !== negated)
    .map((category) => CATEGORIES.get(category))
    .join('');
}
