/** A datatype of our schemas -> values that belong to it (XML Schema, part 2). */

const byType: Readonly<Record<string, readonly string[]>> = {
  Name: ['seg', 'a.b-c', '_x'],
  anyURI: ['#x1', 'https://example.org/a?b=c&d=%20e', 'frus:frus1961-63v06#d15', 'a/b.xml'],
  boolean: ['true', 'false', '1', '0'],
  date: ['1961-05-12', '1961-05-12Z'],
  dateTime: ['1961-05-16T13:33:00', '1961-06-04T10:15:00+02:00'],
  decimal: ['2', '1.5', '-3'],
  gDay: ['---12'],
  gMonth: ['--05'],
  gMonthDay: ['--05-12'],
  gYear: ['1961', '-0044'],
  gYearMonth: ['1961-05'],
  language: ['en', 'de-AT', 'zh-Hans', 'x-note'],
  nonNegativeInteger: ['0', '3', '12'],
  string: ['15', '[1]', '60a', '*', ' two  words ', ''],
  time: ['13:33:00', '09:00:00Z'],
  token: ['(.+)', 'two words'],
};

/** Keyed by the facet `pattern`. */
const byPattern: Readonly<Record<string, readonly string[]>> = {
  '\\S+': ['#x1', 'https://example.org/a', '../b.jpg'],
  '[^\\p{C}\\p{Z}]+': ['italic', 'line', 'small-caps', '§1', 'été', 'a:b', '19'],
  '(\\p{L}|\\p{N}|\\p{P}|\\p{S})+': ['strikethrough', 'illegible', 'a-b', '19'],
  '[\\d]+(\\.[\\d]+){0,2}': ['4', '4.12.0'],
  '[\\d]+[a-z]*[\\d]*(\\.[\\d]+[a-z]*[\\d]*){0,3}': ['0.1.0', '2.1', '1a2.3b'],
  '[\\-+]?\\d+(\\.\\d+)?(%|cm|mm|in|pt|pc|px|em|ex|ch|rem|vw|vh|vmin|vmax)': ['640px', '12.5%', '-3cm'],
  '[a-z][a-z0-9\\+\\.\\-]*': ['frus', 'a.b+c-1'],
};

/** The samples of a datatype; an unknown one throws, so that it is thought of here. */
export function samples(type: string, pattern?: string): readonly string[] {
  const found = pattern === undefined ? byType[type] : byPattern[pattern];
  if (found === undefined) throw new Error(`no samples for ${type}${pattern === undefined ? '' : ` { ${pattern} }`}`);
  return found;
}
