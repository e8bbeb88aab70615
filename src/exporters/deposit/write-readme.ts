/** A deposit -> its README, for people: what it is, what is in it, in which order, what is missing, what to do with it. */
import { writtenCreator } from '../archive/creator.js';
import { addressOf } from '../archive/dublin-core.js';
import type { Deposit } from './deposit-files.js';

/** Of pictures there may be thousands: a file of its own has them all. */
const MOST_MISSING = 10;

export const MISSING_FILE = 'missing.txt';

export function writeReadme({ target, record, members, files, missing }: Deposit): string {
  const { title, description, creators, publisher, date, licence, rightsHolder, languages, identifier } = record;
  const facts: readonly (readonly [string, string | undefined])[] = [
    ['Title', title],
    ['Edited by', creators.map(writtenCreator).join('; ')],
    ['Published by', publisher],
    ['Date', date],
    ['Licence', licence && `${licence.name}, ${licence.url}`],
    ['Rights holder', rightsHolder],
    ['Language', languages.join(', ')],
    ['Identifier', identifier ? addressOf(identifier) : 'none yet'],
    ['Keywords', record.subjects.join('; ')],
    ['Originals', originals(record.sources)],
  ];
  const lists = members.filter(({ role }) => role !== 'document');
  const schemas = files.filter(({ kind }) => kind === 'schema');
  const pictures = files.filter(({ kind }) => kind === 'picture');
  const heading = line(title ?? 'Deposit');
  const parts: readonly (readonly string[])[] = [
    [heading, '='.repeat(Math.min(heading.length, 80))],
    [line(description)],
    facts.flatMap(([name, value]) => (value ? [`${name}: ${line(value)}`] : [])),
    [
      `${counted(members.length, 'TEI file')} (UTF-8), ${counted(schemas.length, 'file')} of schemas, ${counted(pictures.length, 'picture')}.`,
      'names.csv lists all files in the order in which they are to be taken in, with their former names and checksums.',
    ],
    lists.length === 0
      ? []
      : ['These lists go before the files that point to them:', ...lists.map(({ path, role }) => `- ${path}: ${role}`)],
    schemas.length === 0
      ? []
      : [
          'The TEI was held to these schemas, which the files name in "xml-model" instructions:',
          ...schemas.map(({ path, original, sha256 }) => `- ${path}: ${original}, SHA-256 ${sha256}`),
        ],
    missing.length === 0
      ? []
      : [
          'Pictures that the files name and that are not included:',
          ...missing.slice(0, MOST_MISSING).map((name) => `- ${line(name)}`),
          ...(missing.length > MOST_MISSING
            ? [`- and ${missing.length - MOST_MISSING} more: see ${MISSING_FILE}`]
            : []),
        ],
    target.steps.length === 0 ? [] : ['What to do:', ...target.steps.map((step, i) => `${i + 1}. ${step}`)],
  ];
  return `${parts
    .filter((part) => part.length > 0)
    .map((part) => part.join('\n'))
    .join('\n\n')}\n`;
}

/** Each on a line; undefined where the README has all. */
export function missingPictures({ missing }: Deposit): string | undefined {
  return missing.length > MOST_MISSING ? `${missing.map(line).join('\n')}\n` : undefined;
}

function originals(sources: readonly string[]): string {
  const [first = ''] = sources;
  return sources.length < 4 ? sources.join('; ') : `${first}; and ${sources.length - 1} more, named in the headers`;
}

function counted(count: number, name: string): string {
  return `${count} ${name}${count === 1 ? '' : 's'}`;
}

/** What stands in TEI may have any characters; here they make no lines. */
function line(text: string): string {
  return text
    .replace(/[\s\p{Cc}\p{Cf}]+/gu, ' ')
    .trim()
    .normalize('NFC');
}
