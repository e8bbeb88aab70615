/** Offices of persons who are often named by surname alone, for lists that give names and nothing else. */
import type { Person } from './authority.js';
import { fold } from './fold.js';

/** Surname, forename, and the offices; folded. */
const KNOWN: readonly (readonly [string, string, string])[] = [
  ['truman', 'harry', 'president'],
  ['eisenhower', 'dwight', 'president general'],
  ['eisenhower', 'milton', 'doctor'],
  ['kennedy', 'john', 'president elect senator'],
  ['kennedy', 'robert', 'attorney general'],
  ['johnson', 'lyndon', 'president vice'],
  ['johnson', 'alexis', 'deputy under secretary of state for political affairs ambassador'],
  ['nixon', 'richard', 'president vice elect'],
  ['ford', 'gerald', 'president vice'],
  ['carter', 'jimmy', 'president governor'],
  ['carter', 'james', 'president governor'],
  ['rockefeller', 'nelson', 'vice president governor'],
  ['dulles', 'john', 'secretary of state'],
  ['dulles', 'allen', 'director of central intelligence dci'],
  ['marshall', 'george', 'secretary of state general'],
  ['rogers', 'william', 'secretary of state'],
  ['smith', 'walter', 'under secretary of state general ambassador'],
  ['bundy', 'mcgeorge', 'president special assistant for national security affairs'],
  ['bundy', 'william', 'assistant secretary of state for far eastern east asian and pacific affairs'],
  ['rostow', 'walt', 'president special assistant for national security affairs'],
  ['rostow', 'eugene', 'under secretary of state for political affairs'],
  ['anderson', 'dillon', 'president special assistant for national security affairs'],
  ['anderson', 'robert', 'secretary of the treasury'],
  ['brown', 'harold', 'secretary of defense'],
  ['brown', 'george', 'chairman of the joint chiefs of staff general'],
  ['richardson', 'elliot', 'under secretary of state secretary of defense attorney general'],
  ['nehru', 'jawaharlal', 'prime minister'],
  ['nehru', 'braj', 'ambassador'],
  ['owen', 'david', 'foreign secretary minister'],
  ['jackson', 'henry', 'senator'],
];

/** In: a person. Out: words of offices: the list's, or where it has none, what is known. */
export function officesOf({ surnames, forenames, nicknames, titles, description }: Person): string {
  const own = [...titles, description ?? ''].join(' ');
  if (description !== undefined) return own;
  const names = [...forenames, ...nicknames].map((name) => fold(name.replace(/\.$/, '')));
  const known = KNOWN.find(
    ([surname, forename]) => surnames.some((one) => fold(one) === surname) && names.includes(forename),
  );
  return known ? `${own} ${known[2]}` : own;
}
