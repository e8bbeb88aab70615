/** A volume -> the pages that its site has, and where a pointer of the TEI leads in it. */
import type { ExportSettings, TeiFile } from '../exporter.js';
import { partsInOrder, type ReadPart, type Volume } from '../reading/index.js';

export interface Site {
  readonly volume: Volume;
  /** Names of pages beside the documents that there are. */
  readonly has: {
    readonly persons: boolean;
    readonly terms: boolean;
    readonly timeline: boolean;
    readonly network: boolean;
  };
  /** One page that needs no other. */
  readonly single: boolean;
  /** Who made the edition, and what may be done with it. */
  readonly imprint: Pick<ExportSettings, 'editors' | 'publisher' | 'licence' | 'url'>;
  /** The section that a part stands in. */
  readonly holders: ReadonlyMap<ReadPart, ReadPart>;
}

export function planSite(volume: Volume, single: boolean, imprint: ExportSettings = {}): Site {
  const dated = volume.documents.filter(({ date }) => date !== undefined).length;
  const sent = volume.documents.filter(({ senders, addressees }) => senders.length > 0 && addressees.length > 0).length;
  const has = {
    persons: !single && volume.persons.size > 0,
    terms: !single && volume.terms.size > 0,
    timeline: !single && dated > 1,
    network: !single && sent > 1,
  };
  const holders = new Map<ReadPart, ReadPart>();
  for (const part of partsInOrder(volume.parts)) for (const inner of part.parts) holders.set(inner, part);
  return { volume, single, has, imprint, holders };
}

/** The path of a part's page, from the folder of the site. */
export function pagePath(part: ReadPart): string {
  return `documents/${part.name}.html`;
}

/**
 * In: a target as it is written, and the page that it stands on. Out: an address that is safe to follow: of the network
 * (http, https, mailto), or of this site; undefined for all others.
 */
export function resolveTarget(target: string, from: ReadPart, { volume, single }: Site): string | undefined {
  const plain = [...target].filter((character) => character > ' ' && character !== '\u007f').join('');
  if (/^(?:https?:\/\/|mailto:)/i.test(plain)) return plain;
  const [, path = '', id = ''] = /^([^#]*)#(.+)$/.exec(plain) ?? [];
  if (id === '') return undefined;
  const file = path === '' ? from.file : fileCalled(path, volume);
  const part = file && volume.holders.get(file)?.get(id);
  if (!part) return undefined;
  if (part === from) return `#${encodeURIComponent(id)}`;
  return single ? undefined : `${part.name}.html#${encodeURIComponent(id)}`;
}

function fileCalled(path: string, { holders }: Volume): TeiFile | undefined {
  const base = path.replace(/^.*\//, '').replace(/\.xml$/, '');
  return [...holders.keys()].find(({ path: shown }) => shown.replace(/^.*[/\\]/, '').replace(/\.xml$/, '') === base);
}
