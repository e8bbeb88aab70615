/** A Schematron schema and documents -> what Saxon finds by a stylesheet made of the schema, and what we find: `id element-number`, sorted. */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { readAnnotations } from '../../src/relaxng/index.js';
import { embeddedRules, readSchematron, schemaOf, validateSchematron } from '../../src/schematron/index.js';
import { createSource } from '../../src/source/index.js';
import { type Element, parseXml } from '../../src/xml/index.js';

/** Where Debian's libsaxonhe-java puts it. */
const JARS = ['/usr/share/java/Saxon-HE.jar'];

export const saxon = JARS.find((jar) => existsSync(jar));

function transform(source: string, stylesheet: string, output: string): void {
  const args = ['-cp', saxon ?? '', 'net.sf.saxon.Transform', `-s:${source}`, `-xsl:${stylesheet}`, `-o:${output}`];
  spawnSync('java', args, { stdio: 'ignore' });
}

/** In: a schema, and a folder with documents alone. Out: for each the findings; what was an error is `error id element`. */
export function saxonFindings(schema: string, folder: string, work: string): ReadonlyMap<string, readonly string[]> {
  const stylesheet = join(work, 'schema.xsl');
  const results = join(work, 'results');
  rmSync(results, { recursive: true, force: true });
  mkdirSync(results, { recursive: true });
  transform(schema, 'test/schematron/to-xslt.xsl', stylesheet);
  transform(folder, stylesheet, results);
  return new Map(
    readdirSync(folder).map((name) => {
      const file = [name, name.replace(/\.xml$/, '.txt')].map((each) => join(results, each)).find(existsSync);
      const lines = file === undefined ? ['nothing was written'] : readFileSync(file, 'utf8').split('\n');
      const found = lines.filter((line) => line !== '').map((line) => line.split('\t'));
      return [name, found.map(([id, number, , error]) => `${error ? 'error ' : ''}${id} ${number}`).sort()] as const;
    }),
  );
}

function read(href: string, base: string) {
  const file = resolve(dirname(base), href);
  return !/^https?:/.test(href) && existsSync(file) ? createSource(file, readFileSync(file, 'utf8')) : undefined;
}

export interface OurFindings {
  readonly findings: readonly string[];
  /** What could not be evaluated, as it is said. */
  readonly notEvaluated: readonly string[];
  readonly milliseconds: number;
}

/** In: the path of a schema. Out: what finds. */
export function ourChecker(path: string): (file: string) => Promise<OurFindings> {
  const source = createSource(path, readFileSync(path, 'utf8'));
  const mistakes: string[] = [];
  const report = ({ message }: { readonly message: string }) => mistakes.push(message);
  const rules = /\.rn[gc]$/.test(path)
    ? embeddedRules(source, read, (file) => readAnnotations(file, report))
    : undefined;
  const schema = rules ? schemaOf(rules, read, report) : readSchematron(source, read, report);
  if (!schema) throw new Error(mistakes.join('\n'));
  return async (file) => {
    const document = parseXml(createSource(file, readFileSync(file, 'utf8')), () => undefined);
    if (!document) return { findings: ['not well-formed'], notEvaluated: [], milliseconds: 0 };
    const numbers = elementNumbers(document.root);
    const findings: string[] = [];
    const notEvaluated: string[] = [];
    const begin = performance.now();
    await validateSchematron(document, schema, { read }, ({ code, place, message }) => {
      if (code === 'sch/not-evaluated' || code === 'sch/network-not-asked') notEvaluated.push(message);
      else findings.push(`${code.slice(4)} ${place ? numbers.get(place.start) : '-'}`);
    });
    return { findings: findings.sort(), notEvaluated, milliseconds: performance.now() - begin };
  };
}

/** The number of an element in document order, by where it, or one of its attributes, begins. */
function elementNumbers(root: Element): ReadonlyMap<number, number> {
  const numbers = new Map<number, number>();
  let number = 0;
  const visit = (element: Element) => {
    number++;
    numbers.set(element.place.start, number);
    for (const { place } of element.attributes) if (place) numbers.set(place.start, number);
    for (const child of element.children) if (child.kind === 'element') visit(child);
  };
  visit(root);
  return numbers;
}
