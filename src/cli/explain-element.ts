/** The name of an element -> what a schema says of it, as a page for a terminal. */
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { DescribedElement, DescribedPlace, ElementGuide } from '../relaxng/index.js';
import { createSource, type Source } from '../source/index.js';
import { cacheFolder } from './cache-folder.js';
import { type Complaints, PROGRAM } from './complaints.js';
import { runMessages } from './messages.js';
import { readFile } from './read-file.js';
import { schemaReader } from './schema-reader.js';
import { schemaStamps } from './schema-stamps.js';
import { schemaStore } from './schema-store.js';
import { checkSchemaName } from './schemas.js';
import type { World } from './world.js';

const DEFAULT_SCHEMA = 'letter';
const COLUMNS = 80;

export interface NamedGuide {
  readonly schema: string;
  readonly guide: ElementGuide;
}

/** Loads a schema to be asked about its elements; undefined after an error. */
export async function loadGuide(
  schema: string | undefined,
  world: World,
  complaints: Complaints,
): Promise<NamedGuide | undefined> {
  const name = schema ?? DEFAULT_SCHEMA;
  await checkSchemaName(name, world.cwd, complaints);
  if (complaints.failed()) return undefined;
  const [{ BUILT_IN_SCHEMAS }, { elementGuide, loadGrammar }] = await Promise.all([
    import('../validate.js'),
    import('../relaxng/index.js'),
  ]);
  const cache = cacheFolder(world.env);
  const origins = { cwd: world.cwd, catalogs: undefined, store: schemaStore(cache), stamps: schemaStamps(cache) };
  const { read } = schemaReader(origins).readFor((diagnostic) => complaints.report(name, diagnostic), world.cwd);
  const builtIn = BUILT_IN_SCHEMAS[name];
  const source = builtIn === undefined ? read(name, '') : createSource(builtIn, readFileSync(builtIn, 'utf8'));
  if (!source) {
    readFile(resolve(world.cwd, name), name, (diagnostic) => complaints.report(name, diagnostic));
    return undefined;
  }
  const texts: Source[] = [source];
  const grammar = loadGrammar(
    source,
    (href, base) => {
      const found = read(href, base);
      if (found) texts.push(found);
      return found;
    },
    (diagnostic) => complaints.report(diagnostic.place?.source.path ?? name, diagnostic),
  );
  return grammar && { schema: name, guide: elementGuide(grammar, texts) };
}

/** In: `salute`, or `salute in opener`. Out: the page, or undefined where a name is unknown, which is reported. */
export function explainElement(
  { schema, guide }: NamedGuide,
  name: string,
  parent: string | undefined,
  complaints: Complaints,
): string | undefined {
  for (const wanted of parent === undefined ? [name] : [name, parent]) {
    if (guide.names.includes(wanted)) continue;
    const near = guide.near(wanted);
    complaints.report(PROGRAM, runMessages['element-unknown']({ name: wanted, schema, near }));
    return undefined;
  }
  const element = guide.describe(name);
  if (!element) return undefined;
  const place = parent === undefined ? undefined : guide.place(name, parent);
  return place && parent !== undefined ? placePage(element, parent, place) : elementPage(element, schema);
}

function elementPage(element: DescribedElement, schema: string): string {
  const { name, documentation, parents, children, holdsText, attributes } = element;
  const held = [...(holdsText ? ['text'] : []), ...children];
  return [
    `<${name}>  (schema ${schema})`,
    ...(documentation === undefined ? [] : ['', wrapped(documentation, '')]),
    '',
    'May stand in',
    wrapped(parents.length === 0 ? 'nothing: it is the root of a document' : parents.join(', '), '  '),
    '',
    'May hold',
    wrapped(held.length === 0 ? 'nothing: it is empty' : held.join(', '), '  '),
    '',
    'Attributes',
    ...(attributes.length === 0 ? ['  none'] : attributes.map(attributeLines)),
    '',
  ].join('\n');
}

function attributeLines({ name, isRequired, values, documentation }: DescribedElement['attributes'][number]): string {
  const kinds = values.length === 0 ? '' : `: ${values.join(', ')}`;
  const head = wrapped(`${name}${isRequired ? ' (required)' : ''}${kinds}`, '  ', '    ');
  return documentation === undefined ? head : `${head}\n${wrapped(documentation, '      ')}`;
}

function placePage({ name, documentation }: DescribedElement, parent: string, place: DescribedPlace): string {
  const lines = [
    `<${name}> in <${parent}>`,
    ...(documentation === undefined ? [] : ['', wrapped(documentation, '')]),
    '',
  ];
  if (!place.isAllowed) {
    lines.push(wrapped(`<${name}> may not stand in <${parent}>.`, ''));
    if (place.wrappers.length > 0) {
      lines.push('', `In <${parent}> these may hold it`, wrapped(place.wrappers.join(', '), '  '));
    }
    return [...lines, ''].join('\n');
  }
  const often = place.repeats ? 'as often as needed' : 'once';
  lines.push(wrapped(`<${name}> may stand in <${parent}>, ${often}.`, ''));
  const { after, before } = place;
  const both = after.filter((sibling) => before.includes(sibling));
  const behind = after.filter((sibling) => !both.includes(sibling));
  const ahead = before.filter((sibling) => !both.includes(sibling));
  if (behind.length > 0) lines.push('', 'Only behind', wrapped(behind.join(', '), '  '));
  if (ahead.length > 0) lines.push('', 'Only before', wrapped(ahead.join(', '), '  '));
  if (both.length > 0) lines.push('', 'Not together with', wrapped(both.join(', '), '  '));
  return [...lines, ''].join('\n');
}

/** Words in lines of the usual width. */
function wrapped(text: string, indent: string, hanging = indent): string {
  const lines: string[] = [];
  let line = indent;
  for (const word of text.split(' ')) {
    const start = lines.length === 0 ? indent : hanging;
    if (line.length > start.length && line.length + 1 + word.length > COLUMNS) {
      lines.push(line);
      line = `${hanging}${word}`;
    } else line += line.length === start.length ? word : ` ${word}`;
  }
  return [...lines, line].join('\n');
}
