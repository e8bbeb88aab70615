/** The catalogs that flags and the environment name -> where they lead a reference (OASIS XML Catalogs 1.1). */
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { Diagnostic } from '../diagnostic/index.js';
import type { Catalog } from '../xml/catalog.js';
import { type Complaints, complaintsTo } from './complaints.js';
import { runMessages } from './messages.js';
import { readFile } from './read-file.js';
import type { World } from './world.js';

/** In: an absolute URI. Out: the URI to use instead; undefined where no catalog says. */
export type AskCatalogs = (uri: string) => string | undefined;

/**
 * In: the paths after `--catalog`, which have to be there; the environment variable `XML_CATALOG_FILES` names more. Out:
 * how to ask them; undefined where there are none, or after errors, which are reported.
 */
export async function readCatalogs(
  paths: readonly string[],
  world: World,
  complaints: Complaints = complaintsTo(world),
): Promise<AskCatalogs | undefined> {
  const named = (world.env['XML_CATALOG_FILES'] ?? '').split(/[\s;]+/).filter((name) => name !== '');
  if (paths.length === 0 && named.length === 0) return undefined;
  const files = paths.map((path) => ({ path, file: resolve(world.cwd, path) }));
  for (const { path } of files.filter(({ file }) => !existsSync(file))) {
    complaints.report(path, runMessages['file-missing']({ name: path }));
  }
  const { readCatalog } = await import('../xml/catalog.js');
  const { resolveCatalogUri } = await import('../xml/resolve-catalog.js');
  const { catalogMessages } = await import('../xml/catalog-messages.js');
  const known = new Map<string, Catalog | undefined>();
  const load = (uri: string): Catalog | undefined => {
    if (known.has(uri)) return known.get(uri);
    // Before it is read: a catalog that is wrong is said to be so once.
    known.set(uri, undefined);
    const file = fileOf(uri);
    if (file === undefined || !existsSync(file)) {
      complaints.report(file ?? uri, catalogMessages['catalog-not-found']({ uri }));
      return undefined;
    }
    const report = (diagnostic: Diagnostic) => complaints.report(file, diagnostic);
    const source = readFile(file, file, report);
    const catalog = source && readCatalog(source, uri, report);
    known.set(uri, catalog);
    return catalog;
  };
  const uris = [
    ...files.filter(({ file }) => existsSync(file)).map(({ file }) => pathToFileURL(file).href),
    ...named.map((name) => (/^file:/i.test(name) ? name : pathToFileURL(resolve(world.cwd, name)).href)),
  ];
  // What is wrong with a catalog is said before documents are read.
  for (const uri of uris) load(uri);
  return (uri) => resolveCatalogUri(uri, uris, load);
}

/** Catalogs on the network are not fetched. */
function fileOf(uri: string): string | undefined {
  try {
    return /^file:/i.test(uri) ? fileURLToPath(uri) : undefined;
  } catch {
    return undefined;
  }
}
