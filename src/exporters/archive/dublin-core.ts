/** A record -> the fifteen elements of Dublin Core (DCMES 1.1), those that it has. */
import type { Element } from '../../xml/index.js';
import { elementMaker } from '../make-xml.js';
import { writtenCreator } from './creator.js';
import type { EditionRecord } from './record.js';

const dc = elementMaker('http://purl.org/dc/elements/1.1/', 'dc');

/** The elements in the order of the standard's list. */
export function dublinCore(record: EditionRecord): readonly Element[] {
  const { title, creators, subjects, description, publisher, date, identifier, sources, languages, licence } = record;
  const values: readonly (readonly [string, readonly (string | undefined)[]])[] = [
    ['title', [title]],
    ['creator', creators.map(writtenCreator)],
    ['subject', subjects],
    ['description', [description]],
    ['publisher', [publisher]],
    ['date', [date]],
    ['type', ['Text']],
    ['format', ['application/tei+xml']],
    ['identifier', [identifier && addressOf(identifier)]],
    ['source', sources],
    ['language', languages],
    ['rights', licence ? [licence.name, licence.url].filter((each, index, all) => all.indexOf(each) === index) : []],
  ];
  return values.flatMap(([name, texts]) => texts.flatMap((text) => (text === undefined ? [] : [dc(name, {}, text)])));
}

/** A DOI as the address that it is looked up by. */
export function addressOf({ type, value }: NonNullable<EditionRecord['identifier']>): string {
  if (type !== 'DOI') return value;
  const written = value.replace(/\p{Surrogate}/gu, '\ufffd');
  return `https://doi.org/${encodeURI(written).replace(/#/g, '%23')}`;
}
