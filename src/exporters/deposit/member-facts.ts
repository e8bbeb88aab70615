/** The tree of a TEI file -> what a deposit has to know of it, as plain data: neither tree nor text is held for it. */
import { TEI_NAMESPACE } from '../../xml/index.js';
import type { TeiFile } from '../exporter.js';
import { elementsOf, plainName } from '../reading/index.js';
import { remembered } from '../remembered.js';
import { type Span, spanOf } from '../span.js';
import * as targets from '../targets/index.js';
import type { Target } from '../targets/target.js';
import { type Listed, listedIn } from './order-members.js';
import { elementWithBase, idsIn, networkPictures, type OutwardPointer, outwardPointers } from './outward-pointers.js';
import { type PrologReference, prologReferences } from './prolog-references.js';

export interface MemberFacts {
  /** Bytes in UTF-8. */
  readonly size: number;
  readonly root: Span & { readonly name: string; readonly isTei: boolean };
  readonly header: Span | undefined;
  /** What targets want of a header and it has. */
  readonly headerHas: ReadonlySet<string>;
  /** The element whose `xml:base` says that addresses are not seen from the file. */
  readonly base: Span | undefined;
  readonly prolog: readonly PrologReference[];
  /** Data of `xml-model` instructions. */
  readonly models: readonly (Span & { readonly data: string })[];
  readonly pointers: readonly OutwardPointer[];
  readonly onNetwork: { readonly count: number; readonly first: OutwardPointer | undefined };
  /** IDs with the names of their elements. */
  readonly ids: ReadonlyMap<string, string>;
  readonly listed: Listed;
}

export const memberFacts = remembered((file: TeiFile): MemberFacts => {
  const { tei, source } = file;
  const { root } = tei;
  const header = elementsOf(root).find((child) => plainName(child) === 'teiHeader');
  const wanted = Object.values<Target>(targets).flatMap((target) => target.header ?? []);
  const base = elementWithBase(root);
  const network = [...networkPictures(root, source)];
  return {
    size: new TextEncoder().encode(source.text).length,
    root: {
      ...spanOf(root.place),
      name: root.name.local,
      isTei: /^(?:TEI|teiCorpus)$/.test(root.name.local) && root.name.namespace === TEI_NAMESPACE,
    },
    header: header && spanOf(header.place),
    headerHas: new Set(header ? wanted.filter(({ has }) => has(header)).map(({ what }) => what) : []),
    base: base && spanOf(base.place),
    prolog: prologReferences(file),
    models: tei.prolog.flatMap((node) =>
      node.kind === 'processingInstruction' && node.target === 'xml-model'
        ? [{ ...spanOf(node.place), data: node.data }]
        : [],
    ),
    pointers: base ? [] : [...outwardPointers(root, source)],
    onNetwork: { count: network.length, first: network[0] },
    ids: idsIn(root),
    listed: listedIn(root),
  };
});
