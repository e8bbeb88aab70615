/** What stands before the root of a TEI file -> the files beside it that it calls: document type, entities, style sheets. */
import type { TeiFile } from '../exporter.js';

export interface PrologReference {
  readonly address: string;
  readonly start: number;
  readonly end: number;
}

/** Public and system identifiers (XML 1.0, 4.2.2), and `xml-stylesheet`; those of the network are none. */
const REFERENCES =
  /<!--[\s\S]*?-->|\b(?:SYSTEM|PUBLIC\s+(?:"[^"]*"|'[^']*'))\s+(?:"([^"]*)"|'([^']*)')|<\?xml-stylesheet\s[^?]*?\bhref\s*=\s*(?:"([^"]*)"|'([^']*)')/g;

export function prologReferences({ source, tei }: TeiFile): readonly PrologReference[] {
  const { place } = tei.root;
  const prolog = source.text.slice(0, place.source === source ? place.start : 0);
  return [...prolog.matchAll(REFERENCES)].flatMap(({ 0: written, index, ...groups }) => {
    const address = [groups[1], groups[2], groups[3], groups[4]].find((each) => each !== undefined) ?? '';
    if (address === '' || address.startsWith('#') || /^[a-z][a-z\d+.-]+:/i.test(address)) return [];
    return [{ address, start: index, end: index + written.length }];
  });
}
