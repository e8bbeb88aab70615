/** The schemas that files were held to, or name -> copies for a deposit, whole with what they include, and what each file says of them. */
import type { Report } from '../../diagnostic/index.js';
import { placeAt } from '../../source/index.js';
import { declaredUtf8 } from '../archive/payload.js';
import { exportMessages } from '../messages.js';
import { onceEach } from '../once.js';
import type { Target } from '../targets/target.js';
import type { Around, SchemaFile } from './around.js';
import { type DepositFile, depositFile, type PlacedMember } from './deposit-files.js';
import { memberFacts } from './member-facts.js';
import { pathNamer, relativePath, splitExtension, targetName } from './plan-names.js';
import { type Models, modelHref } from './rewrite-tei.js';

export interface GatheredSchemas {
  readonly files: readonly DepositFile[];
  readonly models: ReadonlyMap<PlacedMember, Models>;
}

/** In: members with the names of the schemas that each was held to. */
export async function gatherSchemas(
  members: readonly PlacedMember[],
  used: ReadonlyMap<PlacedMember, readonly string[]>,
  target: Target,
  edition: string,
  around: Around,
  report: Report,
): Promise<GatheredSchemas> {
  const once = onceEach(report);
  const named = new Map<PlacedMember, { readonly hrefs: Map<string, SchemaFile>; readonly added: SchemaFile[] }>();
  const all = new Set<SchemaFile>();
  for (const member of members) {
    const hrefs = new Map<string, SchemaFile>();
    const { tei } = member;
    for (const { data, start, end } of memberFacts.of(tei).models) {
      const href = modelHref(data) ?? '';
      const schema = href === '' ? undefined : around.schema(href, member.origin);
      if (schema) hrefs.set(href, schema);
      // What is not on this machine is named by what validates it.
      else if (href !== '' && !/^[a-z][a-z\d+.-]+:/i.test(href)) {
        const facts = { pointer: href, file: href, count: 1, isThere: false };
        report(exportMessages['pointer-leaves-deposit'](facts, placeAt(tei.source, start, end)));
      }
    }
    const added: SchemaFile[] = [];
    for (const name of used.get(member) ?? []) {
      const schema = around.schema(name, undefined);
      if (!schema) once(exportMessages['schema-not-included']({ name }));
      else if (![...hrefs.values(), ...added].includes(schema)) added.push(schema);
    }
    named.set(member, { hrefs, added });
    for (const schema of [...added, ...hrefs.values()]) addWithIncluded(schema, all);
  }
  const paths = placeSchemas(all, target, edition);
  const pathOf = (schema: SchemaFile) => paths.get(schema) ?? '';
  const files: DepositFile[] = [];
  for (const [schema, path] of paths)
    files.push(await depositFile(path, 'schema', copyOf(schema, path, pathOf), originOf(schema)));
  const models = new Map<PlacedMember, Models>();
  for (const [member, { hrefs, added }] of named) {
    const from = (schema: SchemaFile) => relativePath(member.path, pathOf(schema));
    models.set(member, {
      hrefs: new Map([...hrefs].map(([href, schema]) => [href, from(schema)])),
      added: added.map((schema) => `<?xml-model href="${from(schema)}" ${languageOf(schema)}?>`),
    });
  }
  return { files, models };
}

function addWithIncluded(schema: SchemaFile, all: Set<SchemaFile>): void {
  if (all.has(schema)) return;
  all.add(schema);
  for (const included of schema.references.values()) addWithIncluded(included, all);
}

function placeSchemas(all: ReadonlySet<SchemaFile>, { layout, nameCharacters }: Target, edition: string) {
  const namer = pathNamer();
  const folder = layout.folder('schema', edition);
  const paths = new Map<SchemaFile, string>();
  for (const schema of all) {
    const [stem, extension] = splitExtension(originOf(schema).split('/').at(-1) ?? '');
    paths.set(schema, namer(`${folder}/${targetName(stem, nameCharacters)}`, extension.toLowerCase() || '.rng'));
  }
  return paths;
}

/** An address of the network, else the name of the file: where this machine keeps it is nobody's business. */
function originOf({ source: { path } }: SchemaFile): string {
  return /^https?:/i.test(path) ? path.replace(/[?#].*$/s, '') : (path.split(/[/\\]/).at(-1) ?? path);
}

/** What it includes is called by its new name. */
function copyOf({ source, references }: SchemaFile, path: string, pathOf: (schema: SchemaFile) => string): string {
  const text = declaredUtf8(source.text);
  if (references.size === 0) return text;
  return text.replace(/(["'])((?:(?!\1)[^<>\n])*)\1/g, (whole, quote: string, href: string) => {
    const included = references.get(href);
    return included ? `${quote}${relativePath(path, pathOf(included))}${quote}` : whole;
  });
}

function languageOf({ source: { path, text } }: SchemaFile): string {
  if (!/^\s*</.test(text)) return 'type="application/relax-ng-compact-syntax"';
  const root = /^(?:\s|<\?[^>]*\?>|<!--[^-]*(?:-(?!->)[^-]*)*-->)*<(?:[\w.-]+:)?([\w.-]+)/.exec(text)?.[1];
  const isSchematron = root === 'schema' || (root === undefined && /\.sch$/i.test(path));
  const language = isSchematron ? 'http://purl.oclc.org/dsdl/schematron' : 'http://relaxng.org/ns/structure/1.0';
  return `type="application/xml" schematypens="${language}"`;
}
