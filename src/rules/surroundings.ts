/** What stands around a document: files beside it and lists of persons. Whoever runs the rules answers these questions. */
import type { Targets } from '../document/index.js';

export interface Surroundings {
  /** The identifiers in the XML file that an address names (`d16.xml`, `frus1958-60v05`), without its fragment; undefined where there is no such file. */
  readonly idsOf: (address: string) => ReadonlySet<string> | undefined;
  /** Whether there is a file of this address, relative to the document. */
  readonly hasFile: (address: string) => boolean;
  /** Whether there is a picture of this address; a name without an ending may have any of the usual ones. */
  readonly hasPicture: (address: string) => boolean;
  /** The identifiers of the persons and terms that the settings list; undefined where they list none. */
  readonly listed?: ReadonlySet<string>;
  /** What the settings say that there is to point to; undefined where they name no list. */
  readonly targets?: Targets;
}
