/**
 * TEI -> entries of an authority list: `person` in `listPerson`, and what has an `xml:id` in lists of names and terms, as the
 * front matter of editions has them (TEI Guidelines 14.3.2, 3.4.1, 3.8).
 */
import type { Report } from '../diagnostic/index.js';
import { placeAt, type Source } from '../source/index.js';
import { scanXml, XML_NAMESPACE, type XmlEvent } from '../xml/index.js';
import type { RawEntry } from './entries.js';

/** An element that is open; its text is gathered. */
interface Open {
  readonly local: string;
  readonly id: string | undefined;
  readonly start: number;
  text: string;
}

interface Holder extends Open {
  /** What the entry holds, by element. */
  readonly fields: Map<string, string>;
  readonly entries: { readonly kind: RawEntry['kind']; readonly id: string; readonly name: string }[];
}

const HOLDERS: ReadonlySet<string> = new Set(['person', 'item', 'row']);
const FIELDS: ReadonlySet<string> = new Set(
  'persName surname forename roleName genName nameLink addName birth death floruit occupation note desc term label gloss'.split(
    ' ',
  ),
);

export function readTei(source: Source, report: Report): readonly RawEntry[] {
  const out: RawEntry[] = [];
  const open: Open[] = [];
  const holders: Holder[] = [];
  const pending: { id: string; name: string; start: number }[] = [];
  const sink = (event: XmlEvent): void => {
    if (event.kind === 'text') {
      for (const element of open) element.text += event.text;
      return;
    }
    if (event.kind === 'startTag') {
      const { local } = event.name;
      const id = event.attributes.find(({ name }) => name.local === 'id' && name.namespace === XML_NAMESPACE)?.value;
      const element: Open = { local, id, start: event.start, text: '' };
      if (HOLDERS.has(local)) {
        const holder: Holder = Object.assign(element, { fields: new Map<string, string>(), entries: [] });
        holders.push(holder);
      }
      if (HOLDERS.has(local) || FIELDS.has(local)) open.push(element);
      return;
    }
    if (event.kind !== 'endTag') return;
    const element = open[open.length - 1];
    if (element?.local !== event.name.local) return;
    open.pop();
    const holder = holders[holders.length - 1];
    if (holder === element && holder) {
      holders.pop();
      out.push(...entriesOf(holder, pending.splice(0), source, event.end));
      return;
    }
    const text = oneLine(element.text);
    if (element.id !== undefined && (element.local === 'persName' || element.local === 'term')) {
      const kind = element.local === 'term' ? 'term' : 'person';
      if (holder && holder.local !== 'person') holder.entries.push({ kind, id: element.id, name: text });
      else if (!holder && kind === 'term') pending.push({ id: element.id, name: text, start: element.start });
      else if (!holder)
        out.push({ kind, id: element.id, name: text, place: placeAt(source, element.start, event.end) });
    }
    if (holder) holder.fields.set(element.local, joined(holder.fields.get(element.local), text, element.local));
  };
  scanXml(source, sink, report);
  for (const { id, name, start } of pending) out.push({ kind: 'term', id, name, place: placeAt(source, start) });
  return out;
}

function joined(before: string | undefined, text: string, local: string): string {
  if (before === undefined) return text;
  return local === 'persName' ? before : `${before} ${text}`;
}

/** The entries of a `person`, an `item` or a `row`; terms of the `label` before an item have its text for their gloss. */
function entriesOf(
  holder: Holder,
  pending: readonly { readonly id: string; readonly name: string; readonly start: number }[],
  source: Source,
  end: number,
): readonly RawEntry[] {
  const { local, id, fields, entries, start } = holder;
  const place = placeAt(source, start, end);
  const text = oneLine(holder.text);
  if (local === 'person') {
    const dates = [fields.get('birth'), fields.get('death')].filter(Boolean).join('–') || fields.get('floruit');
    const description = [fields.get('roleName'), fields.get('occupation'), fields.get('note') ?? fields.get('desc')];
    return [
      {
        kind: 'person',
        id,
        name: personName(fields),
        description: description.filter(Boolean).join('; '),
        dates,
        place,
      },
    ];
  }
  return [
    ...pending.map(({ id, name, start }) => ({
      kind: 'term' as const,
      id,
      name,
      description: text,
      place: placeAt(source, start, end),
    })),
    ...entries.map((entry) => ({ ...entry, description: descriptionOf(text, entry.name), place })),
  ];
}

/** Surname first, as lists have it. */
function personName(fields: ReadonlyMap<string, string>): string | undefined {
  const surname = fields.get('surname');
  if (surname === undefined) return fields.get('persName');
  const link = fields.get('nameLink');
  const added = fields.get('addName');
  const given = [fields.get('forename'), added && `“${added}”`, link].filter(Boolean).join(' ');
  return [surname, given, fields.get('genName')].filter(Boolean).join(', ');
}

function descriptionOf(text: string, name: string): string {
  return text.startsWith(name) ? text.slice(name.length).replace(/^[\s,;:]+/, '') : text;
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
