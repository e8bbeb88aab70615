/** One document and its header -> its facts: from `correspDesc` where there is one, else from head and dateline. */
import { attributeValue, type Element, textContent } from '../../xml/index.js';
import { headOf } from './head-of.js';
import { elementsOf, findAll, findElement, lineOf, plainName, pointed } from './plain-name.js';
import type { ReadDate, ReadDocument, ReadParty } from './volume.js';

export type DocumentFacts = Pick<
  ReadDocument,
  'date' | 'place' | 'senders' | 'addressees' | 'pages' | 'persons' | 'terms' | 'language'
>;

/** In: the document, its file's header, and whether the file has others (a `correspDesc` must name it then). */
export function readDocumentFacts(element: Element, header: Element | undefined, isOneOfMany: boolean): DocumentFacts {
  const description = header && correspondence(element, header, isOneOfMany);
  const described = description && readCorrespondence(description);
  const head = headOf(element);
  const written = ownDateline(element);
  const creation = header && !isOneOfMany ? findElement(header, 'creation') : undefined;
  const place = written && findElement(written, 'placeName');
  const named = head ? partiesOfHead(head) : { from: [], to: [] };
  const ids = (name: string, ...attributes: readonly string[]) => [
    ...new Set(findAll(element, name).flatMap((each) => pointed(each, ...attributes) ?? [])),
  ];
  return {
    date: described?.date ?? [written, creation].map((from) => from && dateIn(from)).find((date) => date !== undefined),
    place: described?.place ?? (place && lineOf(place)),
    senders: described && described.senders.length > 0 ? described.senders : named.from,
    addressees: described && described.addressees.length > 0 ? described.addressees : named.to,
    pages: findAll(element, 'pb').flatMap((pb) => attributeValue(pb, 'n') ?? []),
    persons: ids('persName', 'corresp', 'ref', 'key'),
    terms: [...new Set([...ids('gloss', 'target'), ...ids('term', 'ref', 'corresp')])],
    language: attributeValue(element, 'xml:lang'),
  };
}

function correspondence(element: Element, header: Element, isOneOfMany: boolean): Element | undefined {
  const all = findAll(header, 'correspDesc');
  const ids = new Set([element, ...findAll(element, 'div')].flatMap((each) => attributeValue(each, 'xml:id') ?? []));
  return all.find((each) => ids.has(pointed(each, 'corresp', 'key') ?? '')) ?? (isOneOfMany ? undefined : all[0]);
}

/** What a `correspDesc` says of who wrote to whom, when and where (TEI P5, 2.4.6). */
export function readCorrespondence(
  description: Element,
): Pick<ReadDocument, 'date' | 'place' | 'senders' | 'addressees'> {
  const sent = action(description, 'sent');
  const received = action(description, 'received');
  const place = sent && findElement(sent, 'placeName');
  return {
    date: sent && dateIn(sent),
    place: place && lineOf(place),
    senders: sent ? partiesOf(sent) : [],
    addressees: received ? partiesOf(received) : [],
  };
}

function action(description: Element, type: string): Element | undefined {
  return elementsOf(description).find((each) => attributeValue(each, 'type') === type);
}

function partiesOf(element: Element): readonly ReadParty[] {
  return elementsOf(element).flatMap((child) => {
    const name = plainName(child);
    if (name !== 'persName' && name !== 'orgName' && name !== 'name' && name !== 'rs') return [];
    return partyOf(child, lineOf(child), name === 'orgName' ? 'organization' : 'person');
  });
}

function partyOf(element: Element, name: string, kind: ReadParty['kind']): readonly ReadParty[] {
  const key = pointed(element, 'corresp', 'ref', 'key');
  return name === '' ? [] : [{ name, ...(key !== undefined && { key }), kind }];
}

/** FRUS marks who wrote and to whom in the head: `type="from"`, `type="to"`. */
function partiesOfHead(head: Element): { readonly from: readonly ReadParty[]; readonly to: readonly ReadParty[] } {
  const marked = (type: string) =>
    [...findAll(head, 'persName'), ...findAll(head, 'gloss'), ...findAll(head, 'orgName')]
      .filter((each) => attributeValue(each, 'type') === type)
      .flatMap((each) => partyOf(each, lineOf(each), plainName(each) === 'persName' ? 'person' : 'organization'));
  const from = marked('from');
  const to = marked('to');
  const words = /\bFrom (.+?) to (.+)$/.exec(lineOf(head));
  const persons = findAll(head, 'persName');
  const inWords = (text: string | undefined): readonly ReadParty[] => {
    if (text === undefined) return [];
    const person = persons.find((each) => lineOf(each) !== '' && text.includes(lineOf(each)));
    return person
      ? partyOf(person, lineOf(person), 'person')
      : [{ name: text.replace(/^the /i, ''), kind: 'organization' }];
  };
  return { from: from.length > 0 ? from : inWords(words?.[1]), to: to.length > 0 ? to : inWords(words?.[2]) };
}

/** The first date with a value. */
function dateIn(element: Element): ReadDate | undefined {
  for (const date of findAll(element, 'date')) {
    const value = (name: string) => /^\d{4}(?:-\d\d(?:-\d\d)?)?/.exec(attributeValue(date, name) ?? '')?.[0];
    const when = value('when');
    const from = when ?? value('from') ?? value('notBefore') ?? value('to') ?? value('notAfter');
    const to = when ?? value('to') ?? value('notAfter') ?? from;
    if (from === undefined || to === undefined) continue;
    const isDoubted = attributeValue(date, 'cert') === 'low';
    return {
      from,
      to,
      text: lineOf(date) || from,
      isExact: when !== undefined,
      ...(isDoubted && { cert: 'low' as const }),
    };
  }
  return undefined;
}

/** A letter that is quoted or enclosed has a date of its own. */
function ownDateline(element: Element): Element | undefined {
  for (const child of elementsOf(element)) {
    const name = plainName(child);
    if (name === 'dateline') return child;
    if (name === 'floatingText' || name === 'quote' || name === 'frus:attachment') continue;
    const found = ownDateline(child);
    if (found) return found;
  }
  return undefined;
}

/** By its type, else the first note of a head that says it. */
export function sourceNoteOf(element: Element): Element | undefined {
  const notes = findAll(element, 'note');
  const typed = notes.find((note) => attributeValue(note, 'type') === 'source');
  return typed ?? notes.find((note) => /^\s*\[?Source:/.test(textContent(note)));
}
