/** Deutsches Textarchiv: headers by the base format (DTABf, overview of the header, manuscripts). */
import { attributeValue, type Element } from '../../xml/index.js';
import { findAll, findElement, lineOf } from '../reading/index.js';
import { PLAIN_LAYOUT, type Target } from './target.js';

/** A `persName` or `orgName` of a person who is named in the statement of titles. */
const named = (header: Element, holder: string): readonly Element[] => {
  const statement = findElement(header, 'titleStmt');
  const holders = statement ? findAll(statement, holder) : [];
  return holders.flatMap((each) => [...findAll(each, 'persName'), ...findAll(each, 'orgName')]);
};

const within = (header: Element, holder: string, name: string): boolean =>
  findAll(header, holder).some((each) => findElement(each, name) !== undefined);

export const dta: Target = {
  name: 'dta',
  summary: 'Deutsches Textarchiv: headers by the DTA base format (DTABf)',
  nameCharacters: '-._',
  needs: ['title'],
  advises: ['licence', 'languages', 'sources'],
  header: [
    {
      what: 'a title of the type "main"',
      has: (header) => findAll(header, 'title').some((title) => attributeValue(title, 'type') === 'main'),
    },
    {
      what: 'persName with @ref (GND) for author or editor',
      has: (header) =>
        [...named(header, 'author'), ...named(header, 'editor')].some((name) => Boolean(attributeValue(name, 'ref'))),
    },
    { what: 'respStmt', has: (header) => within(header, 'titleStmt', 'respStmt') },
    { what: 'extent', has: (header) => within(header, 'fileDesc', 'extent') },
    { what: 'licence in availability', has: (header) => within(header, 'availability', 'licence') },
    { what: 'idno in publicationStmt', has: (header) => within(header, 'publicationStmt', 'idno') },
    { what: 'bibl and biblFull in sourceDesc', has: (header) => within(header, 'sourceDesc', 'biblFull') },
    {
      what: 'msIdentifier with repository and idno',
      has: (header) =>
        findAll(header, 'msIdentifier').some((mark) =>
          ['repository', 'idno'].every((name) => {
            const found = findElement(mark, name);
            return found !== undefined && lineOf(found) !== '';
          }),
        ),
    },
    { what: 'language in langUsage', has: (header) => within(header, 'langUsage', 'language') },
    { what: 'classCode in textClass', has: (header) => within(header, 'textClass', 'classCode') },
  ],
  schema: { name: 'DTABf', part: /basisformat|dtabf/i },
  layout: PLAIN_LAYOUT,
  records: [],
  steps: ['Hand the folder over to the CLARIN centre of the BBAW, which takes texts into the extensions of the DTA.'],
};
