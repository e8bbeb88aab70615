/** What an internal DTD subset declares, as far as a document needs it (XML 1.0, 3.3 and 4). */
import type { Place } from '../source/index.js';

/** An entity; its `text` is the replacement text (4.5). */
export type Entity =
  | { readonly kind: 'internal'; readonly name: string; readonly text: string; readonly place: Place }
  | { readonly kind: 'external'; readonly name: string; readonly href: string; readonly place: Place }
  | { readonly kind: 'unparsed'; readonly name: string; readonly href: string; readonly place: Place };

export interface DeclaredAttribute {
  readonly name: string;
  /** `CDATA`, `ID`, `NMTOKENS` ...; `NMTOKEN` for a list of values. */
  readonly type: string;
  /** The normalised default or fixed value. */
  readonly default: string | undefined;
}

export interface DocumentType {
  /** Of the root, as it is written. */
  readonly name: string;
  /** The first declaration of each entity. */
  readonly entities: ReadonlyMap<string, Entity>;
  readonly notations: ReadonlySet<string>;
  /** By element, then by attribute, as they are written. */
  readonly attributes: ReadonlyMap<string, ReadonlyMap<string, DeclaredAttribute>>;
  /** May there be declarations that were not read? Then an entity that is not declared is no violation. */
  readonly isIncomplete: boolean;
}
