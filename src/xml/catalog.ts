/** The text of an XML catalog -> its entries, by which references are led to other places (OASIS XML Catalogs 1.1, section 6). */
import { XMLParser } from 'fast-xml-parser';
import type { Report } from '../diagnostic/index.js';
import { placeAt, type Source } from '../source/index.js';
import { catalogMessages } from './catalog-messages.js';
import { scanXml } from './scan.js';

const CATALOG_NAMESPACE = 'urn:oasis:names:tc:entity:xmlns:xml:catalog';

/** What an entry does with a reference that it fits. */
export type CatalogEntryKind =
  | 'public'
  | 'system'
  | 'rewriteSystem'
  | 'systemSuffix'
  | 'delegatePublic'
  | 'delegateSystem'
  | 'uri'
  | 'rewriteURI'
  | 'uriSuffix'
  | 'delegateURI'
  | 'nextCatalog';

export interface CatalogEntry {
  readonly kind: CatalogEntryKind;
  /** The reference, or the start or end of references, that it fits; empty for `nextCatalog`. */
  readonly match: string;
  /** Where it leads: an absolute URI, or the start of one, or the URI of a catalog. */
  readonly target: string;
  /** Whether a public identifier counts where there is a system identifier, too. */
  readonly prefer: 'public' | 'system';
}

export type Catalog = readonly CatalogEntry[];

/** For each kind of entry the attribute with what it fits, and the one with where it leads. */
const attributesOf: Readonly<Record<CatalogEntryKind, readonly [match: string, target: string]>> = {
  public: ['publicId', 'uri'],
  system: ['systemId', 'uri'],
  rewriteSystem: ['systemIdStartString', 'rewritePrefix'],
  systemSuffix: ['systemIdSuffix', 'uri'],
  delegatePublic: ['publicIdStartString', 'catalog'],
  delegateSystem: ['systemIdStartString', 'catalog'],
  uri: ['name', 'uri'],
  rewriteURI: ['uriStartString', 'rewritePrefix'],
  uriSuffix: ['uriSuffix', 'uri'],
  delegateURI: ['uriStartString', 'catalog'],
  nextCatalog: ['', 'catalog'],
};

const parser = new XMLParser({
  preserveOrder: true,
  ignoreAttributes: false,
  attributeNamePrefix: '',
  ignoreDeclaration: true,
  ignorePiTags: true,
  parseAttributeValue: false,
  parseTagValue: false,
  htmlEntities: true,
});

interface Surroundings {
  readonly base: string;
  readonly prefer: 'public' | 'system';
  /** The prefix of the catalog's own elements, with its colon. */
  readonly prefix: string;
}

/**
 * In: a catalog and its own absolute URI, from which what it says is seen. Out: its entries in their order; undefined
 * where it is no catalog, which is reported. Elements of other namespaces are passed over.
 */
export function readCatalog(source: Source, uri: string, report: Report): Catalog | undefined {
  const root = rootOf(source, report);
  if (!root) return undefined;
  const { local, namespace, prefix } = root.name;
  if (local !== 'catalog' || namespace !== CATALOG_NAMESPACE) {
    const place = placeAt(source, root.start, root.end);
    report(catalogMessages['not-a-catalog']({ root: local, namespace }, place));
    return undefined;
  }
  const parsed: unknown = parser.parse(source.text);
  return entriesIn(parsed, { base: uri, prefer: 'public', prefix: prefix ? `${prefix}:` : '' });
}

/** What the parser makes of text that is not well-formed is not to be relied on. */
function rootOf(source: Source, report: Report) {
  let root: Extract<Parameters<Parameters<typeof scanXml>[1]>[0], { kind: 'startTag' }> | undefined;
  const wellFormed = scanXml(
    source,
    (event) => {
      if (event.kind === 'startTag') root ??= event;
    },
    // The definition of catalogs, which many name, is not read: there is nothing in it that we need.
    (diagnostic) => diagnostic.severity === 'error' && report(diagnostic),
  );
  return wellFormed ? root : undefined;
}

function entriesIn(nodes: unknown, around: Surroundings): readonly CatalogEntry[] {
  if (!Array.isArray(nodes)) return [];
  return nodes.flatMap((node: unknown) => {
    const { ':@': attributes = {}, ...elements } = recordOf(node);
    const [name = '', content] = Object.entries(elements)[0] ?? [];
    const value = (attribute: string): string | undefined => {
      const found = recordOf(attributes)[attribute];
      return typeof found === 'string' ? found.trim() : undefined;
    };
    const kind = name.startsWith(around.prefix) ? name.slice(around.prefix.length) : '';
    const inside = { ...around, base: absolute(value('xml:base') ?? '', around.base) };
    if (kind === 'catalog' || kind === 'group') {
      const prefer = value('prefer');
      return entriesIn(content, prefer === 'public' || prefer === 'system' ? { ...inside, prefer } : inside);
    }
    return isEntryKind(kind) ? entryOf(kind, value, inside) : [];
  });
}

function entryOf(
  kind: CatalogEntryKind,
  value: (attribute: string) => string | undefined,
  { base, prefer }: Surroundings,
): readonly CatalogEntry[] {
  const [matching, leading] = attributesOf[kind];
  const match = matching === '' ? '' : value(matching);
  const target = value(leading);
  if (match === undefined || target === undefined) return [];
  const isPublic = kind === 'public' || kind === 'delegatePublic';
  return [{ kind, match: isPublic ? normalPublicId(match) : match, target: absolute(target, base), prefer }];
}

function isEntryKind(kind: string): kind is CatalogEntryKind {
  return Object.hasOwn(attributesOf, kind);
}

/** White space in a public identifier counts as one space (XML 1.0, 4.2.2). */
export function normalPublicId(publicId: string): string {
  return publicId.trim().replace(/\s+/g, ' ');
}

function absolute(reference: string, base: string): string {
  return URL.canParse(reference, base) ? new URL(reference, base).href : reference;
}

function recordOf(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? { ...value } : {};
}
