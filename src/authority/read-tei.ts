/**
 * TEI -> entries of an authority list: `person` in `listPerson`, and what has an `xml:id` in lists of names and terms, as the
 * front matter of editions has them (TEI Guidelines 14.3.2, 3.4.1, 3.8).
 */
import type { Report } from '../diagnostic/index.js';
import { placeAt, type Source } from '../source/index.js';
import { attributeValue, scanXml, type XmlEvent } from '../xml/index.js';
import { type RawEntry, withoutName } from './entries.js';
import { wordSet } from './word-set.js';

/** An element that is open; its text is gathered. */
interface Open {
  readonly local: string;
  readonly depth: number;
  readonly type: string | undefined;
  readonly id: string | undefined;
  /** Year of `@when`: `<birth when="1909-02-09"/>`. */
  readonly year: string | undefined;
  readonly start: number;
  text: string;
}

interface Holder extends Open {
  /** What the entry holds, by element. */
  readonly fields: Map<string, string>;
  /** The names of a person, each with its parts by element. */
  readonly names: Map<string, string>[];
  readonly entries: { readonly kind: RawEntry['kind']; readonly id: string; readonly name: string }[];
}

const HOLDERS = wordSet('person item row');
const FIELDS = wordSet(
  'persName surname forename roleName genName nameLink addName birth death floruit occupation note desc term label gloss',
);

/** In: TEI. Out: its entries, in order; one without an identifier or a name is for `toAuthority` to report. What is not well-formed is reported. */
export function readTei(source: Source, report: Report): readonly RawEntry[] {
  const out: RawEntry[] = [];
  const open: Open[] = [];
  const holders: Holder[] = [];
  const pending: { id: string; name: string; start: number }[] = [];
  let depth = 0;
  const sink = (event: XmlEvent): void => {
    if (event.kind === 'text') {
      for (const element of open) element.text += event.text;
      return;
    }
    if (event.kind === 'startTag') {
      const { local } = event.name;
      const id = attributeValue(event, 'xml:id');
      const type = attributeValue(event, 'type');
      const year = /^\d{4}/.exec(attributeValue(event, 'when') ?? '')?.[0];
      const element: Open = { local, depth: ++depth, type, id, year, start: event.start, text: '' };
      const holder = holders[holders.length - 1];
      if (holder?.local === 'person' && local === 'persName' && depth === holder.depth + 1)
        holder.names.push(new Map());
      if (HOLDERS.has(local)) {
        const opened: Holder = Object.assign(element, { fields: new Map<string, string>(), names: [], entries: [] });
        holders.push(opened);
      }
      if (HOLDERS.has(local) || FIELDS.has(local)) open.push(element);
      return;
    }
    if (event.kind !== 'endTag') return;
    const element = open[open.length - 1];
    const isClosed = element?.local === event.name.local && element.depth === depth;
    depth--;
    if (!isClosed) return;
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
    if (holder) gather(open, holder, element, text);
  };
  scanXml(source, sink, report);
  for (const { id, name, start } of pending) out.push({ kind: 'term', id, name, place: placeAt(source, start) });
  return out;
}

/** What belongs to one name of several is kept with it; the offices in it are those of the person. */
function gather(open: readonly Open[], holder: Holder, { local, depth, type, year }: Open, said: string): void {
  const text = said === '' && (local === 'birth' || local === 'death') ? (year ?? '') : said;
  const isName = local === 'persName' && depth === holder.depth + 1;
  const name =
    isName || open.some((one) => one.local === 'persName' && one.depth === holder.depth + 1)
      ? holder.names.at(-1)
      : undefined;
  const fields = name && local !== 'roleName' ? name : holder.fields;
  const field = local === 'surname' && BEFORE_MARRIAGE.test(type ?? '') ? 'birthName' : local;
  fields.set(field, joined(fields.get(field), text, field));
}

/** `<surname type="maiden">`. */
const BEFORE_MARRIAGE = /^(?:maiden|birth|born|geb|geboren|ne|née|nee)$/i;

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
  const { local, id, fields, names, entries, start } = holder;
  const place = placeAt(source, start, end);
  const text = oneLine(holder.text);
  if (local === 'person') {
    const dates = [fields.get('birth'), fields.get('death')].filter(Boolean).join('–') || fields.get('floruit');
    const description = [fields.get('roleName'), fields.get('occupation'), fields.get('note') ?? fields.get('desc')];
    const [name, ...variants] = (names.length > 0 ? names : [fields]).flatMap(namesOf);
    return [
      {
        kind: 'person',
        id,
        name,
        variants,
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
    ...entries.map((entry) => ({ ...entry, description: withoutName(text, entry.name), place })),
  ];
}

/** The name, and the one before a marriage. */
function namesOf(fields: ReadonlyMap<string, string>): readonly string[] {
  const birthName = fields.get('birthName');
  const names = [personName(fields)];
  if (birthName !== undefined && fields.has('surname'))
    names.push(personName(new Map([...fields, ['surname', birthName]])));
  if (birthName !== undefined && !fields.has('surname'))
    names[0] = personName(new Map([...fields, ['surname', birthName]]));
  return names.flatMap((name) => name ?? []);
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

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
