/** A pointer in a file that holds one document of a volume -> whether the volume has what it names: by the list of targets, and by the files beside. */
import type { Surroundings } from './surroundings.js';

/** `volume`: where it belongs, as far as anybody knows. `elsewhere`: in a file that is not here. `nowhere`: it is missing. */
export type Whereabouts = 'volume' | 'elsewhere' | 'nowhere';

/** `d15` and `d7` have one shape. */
export function shapeOf(id: string): string {
  return id.replace(/\d+/g, '9').replace(OF_DOCUMENT, '$1');
}

/** What is in a document: `d9fn9`, `d9-9`. */
const OF_DOCUMENT = /^(\D*\d+)(?:fn|n|-).*$/;

/** Whether a list of targets has an identifier, or the document of another file that it is in. */
export function isListed(id: string, ids: ReadonlySet<string>, surroundings: Surroundings | undefined): boolean {
  const listed = surroundings?.targets?.ids;
  const whole = id.replace(OF_DOCUMENT, '$1');
  return listed !== undefined && (listed.has(id) || (listed.has(whole) && !ids.has(whole)));
}

/**
 * In: the identifiers of the file. Out: where an identifier is that looks like those of documents and pages. A reference
 * such as "See Document 7" is right on its own; only a list that lacks it, or files of the documents about it, tell of a mistake.
 */
export function volumeAround(
  ids: ReadonlySet<string>,
  surroundings: Surroundings | undefined,
): (id: string) => Whereabouts {
  const { targets } = surroundings ?? {};
  const listed = new Set([...(targets?.ids ?? [])].map(shapeOf));
  let beside: boolean | undefined;
  return (id) => {
    const whole = id.replace(OF_DOCUMENT, '$1');
    // A list of documents says nothing of pages.
    if (listed.has(shapeOf(id))) return isListed(id, ids, surroundings) ? 'volume' : 'nowhere';
    if (!surroundings || surroundings.hasFile(`${whole}.xml`)) return 'volume';
    beside ??= [...ids].some((own) => DOCUMENT.test(own) && isBetweenFiles(own, surroundings));
    return beside && DOCUMENT.test(whole) ? 'elsewhere' : 'volume';
  };
}

const DOCUMENT = /^d\d+$/;

/** Whether a document before or after it is a file of its own: `d14.xml` or `d16.xml` for `d15`. */
function isBetweenFiles(id: string, { hasFile }: Surroundings): boolean {
  const number = Number(id.slice(1));
  return [number - 1, number + 1].some((next) => hasFile(`d${next}.xml`));
}
