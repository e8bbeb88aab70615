/** Persons and terms that a document names -> `standOff` with `listPerson` and a list of terms (TEI Guidelines 17.10, 14.3.2). */
import type { Mentioned } from '../document/index.js';
import type { Place } from '../source/index.js';
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
  const { id, name, dates, description } = person;
  const children = [
    tei('persName', {}, name, place),
    ...(dates ? encodeDates(dates, place) : []),
    ...(description ? [tei('note', {}, description, place)] : []),
  ];
  return tei('person', { 'xml:id': id }, children, place);
}

/** `1909–1994`: years of birth and death; anything else is a note. */
function encodeDates(dates: string, place: Place): readonly Element[] {
  const [, born, died] = /^(\d{3,4}) ?[-–—] ?(\d{3,4})?$/.exec(dates) ?? [];
  if (born === undefined) return [tei('note', {}, dates, place)];
  return [yearOf('birth', born, place), ...(died === undefined ? [] : [yearOf('death', died, place)])];
}

function yearOf(name: 'birth' | 'death', year: string, place: Place): Element {
  return tei(name, { when: year.padStart(4, '0') }, year, place);
}

function encodeTerm({ term, place }: Mentioned['terms'][number]): readonly Element[] {
  return [
    tei('label', {}, [tei('term', { 'xml:id': term.id }, term.term, place)], place),
    tei('item', {}, term.gloss ?? term.term, place),
  ];
}
