/** Documents and schemas as text -> findings: what the tests of this room begin with. */
import type { Diagnostic } from '../../src/diagnostic/index.js';
import { readAnnotations } from '../../src/relaxng/index.js';
import { embeddedRules, readSchematron, schemaOf, validateSchematron } from '../../src/schematron/index.js';
import { createSource, pointAt } from '../../src/source/index.js';
import { parseXml } from '../../src/xml/index.js';

export type Files = Readonly<Record<string, string>>;

export interface CheckOptions {
  readonly phase?: string;
  readonly files?: Files;
}

/** A schema around its content, with the prefix `t` for TEI. */
export function schemaText(content: string, attributes = 'queryBinding="xslt2"'): string {
  return `<schema xmlns="http://purl.oclc.org/dsdl/schematron" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" ${attributes}>
<ns prefix="t" uri="http://www.tei-c.org/ns/1.0"/>
${content}
</schema>`;
}

export function reader(files: Files = {}) {
  return (href: string) => (files[href] === undefined ? undefined : createSource(href, files[href]));
}

/** All that is reported of a document and of its schema. */
export async function check(
  schema: string,
  xml: string,
  { phase, files }: CheckOptions = {},
): Promise<readonly Diagnostic[]> {
  const found: Diagnostic[] = [];
  const report = (diagnostic: Diagnostic) => found.push(diagnostic);
  const read = reader(files);
  const source = createSource('rules.sch', schema);
  const rules = /^\s*[^<\s]|http:\/\/relaxng\.org\//.test(schema)
    ? embeddedRules(source, read, (file) => readAnnotations(file, report))
    : undefined;
  const read1 = rules ? schemaOf(rules, read, report) : readSchematron(source, read, report);
  const document = parseXml(createSource('d.xml', xml), report);
  if (read1 && document) await validateSchematron(document, read1, { phase, read }, report);
  return found;
}

/** `line:column code`, in the order of reporting. */
export async function found(schema: string, xml: string, options?: CheckOptions): Promise<readonly string[]> {
  return (await check(schema, xml, options)).map(({ code, place }) => {
    const { line, column } = place ? pointAt(place.source, place.start) : { line: 0, column: 0 };
    return `${line}:${column} ${code}`;
  });
}

/** The messages, each with its note. */
export async function messages(schema: string, xml: string, options?: CheckOptions): Promise<readonly string[]> {
  return (await check(schema, xml, options)).map(({ message, note }) =>
    note === undefined ? message : `${message} (${note})`,
  );
}
