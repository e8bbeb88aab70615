/** A file of Word as a package wrote it -> the same with what changes from run to run settled: times, IDs drawn by lot, counts that go on. */
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';

/** In: the ZIP, and the day that it says it was made, if any. Out: bytes that are the same for the same words. */
export function sameBytes(zip: Uint8Array, day: string | undefined): Uint8Array {
  const parts = Object.entries(unzipSync(zip)).sort(([a], [b]) => order(a) - order(b) || (a < b ? -1 : 1));
  const ids = new Map<string, string>();
  const renamed = (id: string) => {
    const known = ids.get(id) ?? `rIdLink${ids.size + 1}`;
    ids.set(id, known);
    return known;
  };
  const renumbered = numbering();
  const pictures = numbering();
  const settled = parts.map(([path, bytes]) => {
    if (!/\.(?:xml|rels)$/.test(path)) return [path, bytes] as const;
    const text = strFromU8(bytes)
      .replace(
        /(<[^<>]* (?:r:id|Id)=")(rId[a-z0-9_-]{21})(?=")/g,
        (_, before: string, id: string) => before + renamed(id),
      )
      .replace(
        /(<w:bookmark(?:Start|End)\b[^<>]* w:id=")(\d+)(?=")/g,
        (_, before: string, id: string) => `${before}${renumbered(id)}`,
      )
      .replace(/(<wp:docPr\b[^<>]* id=")(\d+)(?=")/g, (_, before: string, id: string) => `${before}${pictures(id)}`)
      .replace(/(<dcterms:(?:created|modified)\b[^>]*>)[^<]*(<\/dcterms:\w+>)/g, (_, open: string, close: string) =>
        day === undefined ? '' : `${open}${day}T00:00:00Z${close}`,
      );
    return [path, strToU8(text)] as const;
  });
  // ZIP knows no time before this.
  return zipSync(Object.fromEntries(settled), { mtime: new Date(1980, 0, 1) });
}

/** 1, 2, 3 ... in the order of first sight. */
function numbering(): (id: string) => number {
  const known = new Map<string, number>();
  return (id) => {
    const number = known.get(id) ?? known.size + 1;
    known.set(id, number);
    return number;
  };
}

/** The list of types is first, and the words are before what they refer to. */
function order(path: string): number {
  if (path === '[Content_Types].xml') return 0;
  return path === 'word/document.xml' ? 1 : 2;
}
