/** A reference and catalogs -> where the catalogs lead it (OASIS XML Catalogs 1.1, section 7). */
import { type Catalog, type CatalogEntry, type CatalogEntryKind, normalPublicId } from './catalog.js';

/** The catalog at a URI; undefined where there is none. */
export type LoadCatalog = (uri: string) => Catalog | undefined;

/** The kinds of entries that one sort of reference asks, in the order in which they count. */
interface Asking {
  readonly exact: CatalogEntryKind;
  readonly rewrite?: CatalogEntryKind;
  readonly suffix?: CatalogEntryKind;
  readonly delegate: CatalogEntryKind;
}

const ASKING_URI: Asking = { exact: 'uri', rewrite: 'rewriteURI', suffix: 'uriSuffix', delegate: 'delegateURI' };
const ASKING_SYSTEM: Asking = {
  exact: 'system',
  rewrite: 'rewriteSystem',
  suffix: 'systemSuffix',
  delegate: 'delegateSystem',
};
const ASKING_PUBLIC: Asking = { exact: 'public', delegate: 'delegatePublic' };

interface Question {
  readonly asking: Asking;
  readonly text: string;
  /** A public identifier beside a system identifier counts only where the catalog prefers it. */
  readonly besideSystem?: boolean;
}

/** Delegation that goes deeper than this runs in a circle. */
const DEEPEST = 20;

/** In: a URI and the URIs of catalogs, the first asked first. Out: the URI to use instead; undefined where none says. */
export function resolveCatalogUri(uri: string, catalogs: readonly string[], load: LoadCatalog): string | undefined {
  const publicId = unwrapPublicId(uri);
  if (publicId !== undefined) return resolveExternalId({ publicId }, catalogs, load);
  return ask([{ asking: ASKING_URI, text: uri }], catalogs, load, 0);
}

/** In: the identifiers of a document type or entity. Out: the URI to use; undefined where no catalog says. */
export function resolveExternalId(
  { publicId, systemId }: { readonly publicId?: string; readonly systemId?: string },
  catalogs: readonly string[],
  load: LoadCatalog,
): string | undefined {
  const wrapped = systemId === undefined ? undefined : unwrapPublicId(systemId);
  const system = wrapped === undefined ? systemId : undefined;
  const id = publicId ?? wrapped;
  const questions: Question[] = [];
  if (system !== undefined) questions.push({ asking: ASKING_SYSTEM, text: system });
  if (id !== undefined) {
    questions.push({ asking: ASKING_PUBLIC, text: normalPublicId(id), besideSystem: system !== undefined });
  }
  return ask(questions, catalogs, load, 0);
}

function ask(
  questions: readonly Question[],
  catalogs: readonly string[],
  load: LoadCatalog,
  depth: number,
): string | undefined {
  if (depth > DEEPEST) return undefined;
  const waiting = [...catalogs];
  const seen = new Set<string>();
  for (let uri = waiting.shift(); uri !== undefined; uri = waiting.shift()) {
    if (seen.has(uri)) continue;
    seen.add(uri);
    const catalog = load(uri) ?? [];
    for (const question of questions) {
      const found = answer(question, catalog);
      if (found !== undefined) return found;
      const delegates = delegatesFor(question, catalog);
      // Who delegates has nothing more to say, and whoever comes after is not asked (7.1.2, 7.2.2).
      if (delegates.length > 0) return ask([question], delegates, load, depth + 1);
    }
    waiting.unshift(...catalog.filter(({ kind }) => kind === 'nextCatalog').map(({ target }) => target));
  }
  return undefined;
}

function answer({ asking, text, besideSystem }: Question, catalog: Catalog): string | undefined {
  const fitting = ({ prefer }: CatalogEntry) => !besideSystem || prefer === 'public';
  const exact = catalog.find((entry) => entry.kind === asking.exact && entry.match === text && fitting(entry));
  if (exact) return exact.target;
  const rewriting = longest(catalog, ({ kind, match }) => kind === asking.rewrite && text.startsWith(match));
  if (rewriting) return rewriting.target + text.slice(rewriting.match.length);
  return longest(catalog, ({ kind, match }) => kind === asking.suffix && text.endsWith(match))?.target;
}

function delegatesFor({ asking, text, besideSystem }: Question, catalog: Catalog): readonly string[] {
  const fitting = catalog.filter(
    ({ kind, match, prefer }) =>
      kind === asking.delegate && text.startsWith(match) && (!besideSystem || prefer === 'public'),
  );
  return [...new Set([...fitting].sort((a, b) => b.match.length - a.match.length).map(({ target }) => target))];
}

function longest(catalog: Catalog, fits: (entry: CatalogEntry) => boolean): CatalogEntry | undefined {
  return catalog
    .filter(fits)
    .reduce<CatalogEntry | undefined>(
      (best, entry) => (best && best.match.length >= entry.match.length ? best : entry),
      undefined,
    );
}

/** `urn:publicid:-:TEI:DTD+P5:EN` -> `-//TEI//DTD P5//EN` (RFC 3151). */
function unwrapPublicId(uri: string): string | undefined {
  if (!/^urn:publicid:/i.test(uri)) return undefined;
  const spaced = uri.slice('urn:publicid:'.length).replaceAll('+', ' ').replaceAll(':', '//').replaceAll(';', '::');
  return spaced.replace(/%(2B|3A|2F|3B|27|3F|23|25)/gi, (escaped) => decodeURIComponent(escaped));
}
