/** TEI -> figures of a correspondence (JSON): documents by year, who wrote to whom how often, places, kinds of what is unknown. */
import type { Exporter, ExportInput } from './exporter.js';
import { dropReporter } from './once.js';
import { type ReadDocument, type ReadParty, readVolume } from './reading/index.js';

export const statistics: Exporter = {
  name: 'statistics',
  summary: 'figures of a correspondence as JSON: by year, by correspondent, by pair, by place',
  extension: '.json',
  mediaType: 'application/json',
  scope: 'corpus',
  makes: ['file'],
  isText: true,
  export: async (input, report) => {
    dropReporter('statistics', report)('the text of documents');
    return [{ path: 'statistics.json', content: `${JSON.stringify(figuresOf(input), undefined, 2)}\n` }];
  },
};

/** Rises when a field changes its meaning or goes; new fields may come without it. */
const STATISTICS_VERSION = 1;

function figuresOf({ files, settings }: ExportInput) {
  const { title, documents } = readVolume(files, settings);
  const years = documents.flatMap(({ date }) => date?.from.slice(0, 4) ?? []);
  const days = documents.flatMap(({ date }) => date?.from ?? []).sort();
  return {
    statisticsVersion: STATISTICS_VERSION,
    title,
    documents: documents.length,
    unknown: {
      date: documents.filter(({ date }) => date === undefined).length,
      place: documents.filter(({ place }) => place === undefined).length,
      sender: documents.filter(({ senders }) => senders.length === 0).length,
      addressee: documents.filter(({ addressees }) => addressees.length === 0).length,
    },
    first: days[0],
    last: days.at(-1),
    years: counted(years).sort((a, b) => (a.name < b.name ? -1 : 1)),
    places: counted(documents.flatMap(({ place }) => place ?? [])),
    languages: counted(documents.flatMap(({ language }) => language ?? [])),
    correspondents: correspondents(documents),
    pairs: pairs(documents),
  };
}

/** By frequency, then by name. */
function counted(names: readonly string[]): { readonly name: string; readonly count: number }[] {
  const counts = new Map<string, number>();
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  return [...counts].map(([name, count]) => ({ name, count })).sort(byCount);
}

function byCount(
  a: { readonly name: string; readonly count: number },
  b: { readonly name: string; readonly count: number },
): number {
  return b.count - a.count || (a.name < b.name ? -1 : 1);
}

/** Who has a key is one person under whatever name. */
const idOf = ({ key, name }: ReadParty): string => key ?? name;

function correspondents(documents: readonly ReadDocument[]) {
  const found = new Map<string, { party: ReadParty; sent: number; received: number }>();
  const count = (parties: readonly ReadParty[], what: 'sent' | 'received') => {
    for (const party of parties) {
      const known = found.get(idOf(party)) ?? { party, sent: 0, received: 0 };
      known[what]++;
      found.set(idOf(party), known);
    }
  };
  for (const { senders, addressees } of documents) {
    count(senders, 'sent');
    count(addressees, 'received');
  }
  return [...found.values()]
    .map(({ party: { name, key, kind }, sent, received }) => ({
      name,
      ...(key !== undefined && { key }),
      kind,
      sent,
      received,
    }))
    .sort((a, b) => b.sent + b.received - a.sent - a.received || (a.name < b.name ? -1 : 1));
}

function pairs(documents: readonly ReadDocument[]) {
  const found = new Map<string, { from: string; to: string; count: number; days: string[] }>();
  for (const { senders, addressees, date } of documents) {
    for (const from of senders) {
      for (const to of addressees) {
        const id = JSON.stringify([idOf(from), idOf(to)]);
        const known = found.get(id) ?? { from: from.name, to: to.name, count: 0, days: [] };
        known.count++;
        if (date) known.days.push(date.from);
        found.set(id, known);
      }
    }
  }
  return [...found.values()]
    .map(({ from, to, count, days }) => ({ from, to, count, first: days.sort()[0], last: days.at(-1) }))
    .sort((a, b) => b.count - a.count || (`${a.from} ${a.to}` < `${b.from} ${b.to}` ? -1 : 1));
}
