/** Persons and terms that a document names -> `standOff` with `listPerson` and a list of terms (TEI Guidelines 17.10, 14.3.2). */
import type { Mentioned } from '../document/index.js';
import type { Element } from '../xml/index.js';
import { tei } from './build.js';
import type { EncodeContext } from './context.js';
import { isAddress } from './ids.js';

/** None where the encoding has no such lists, or nothing is named. */
export function encodeMentioned({ document, encoding }: EncodeContext): readonly Element[] {
  const { mentioned, place } = document;
  if (!mentioned || !encoding.standOff) return [];
  const persons = mentioned.persons.filter(({ person }) => !isAddress(person.id));
  const terms = mentioned.terms.filter(({ term }) => !isAddress(term.id));
  const lists = [
    ...(persons.length > 0 ? [tei('listPerson', {}, persons.map(encodePerson), place)] : []),
    ...(terms.length > 0 ? [tei('list', { type: 'gloss' }, terms.flatMap(encodeTerm), place)] : []),
  ];
  return lists.length > 0 ? [tei('standOff', {}, lists, place)] : [];
}

function encodePerson({ person, place }: Mentioned['persons'][number]): Element {
  const { id, name, description } = person;
  const children = [tei('persName', {}, name, place), ...(description ? [tei('note', {}, description, place)] : [])];
  return tei('person', { 'xml:id': id }, children, place);
}

function encodeTerm({ term, place }: Mentioned['terms'][number]): readonly Element[] {
  return [
    tei('label', {}, [tei('term', { 'xml:id': term.id }, term.term, place)], place),
    tei('item', {}, term.gloss ?? term.term, place),
  ];
}
