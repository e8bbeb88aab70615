/** Pages on codes -> their examples, and what the validator says of these. */
import { readFileSync } from 'node:fs';
import { type Diagnostic, gatherDiagnostics } from '../../src/diagnostic/index.js';
import { type Automaton, compileGrammar, loadGrammar, validateRelaxNg } from '../../src/relaxng/index.js';
import { createSource } from '../../src/source/index.js';
import { scanXml } from '../../src/xml/index.js';

export interface Page {
  /** The schema of the examples, in compact syntax; the letter schema where there is none. */
  readonly schema: string | undefined;
  /** A document, or an element of one. */
  readonly failing: string;
  /** The report as the page shows it: the message with its code, then the note. */
  readonly said: string;
  readonly mended: string;
}

export function readPage(path: string): Page {
  const text = readFileSync(path, 'utf8');
  const blocks = (kind: string) =>
    [...text.matchAll(new RegExp(`^\`\`\`${kind}\\n(.*?)^\`\`\``, 'gms'))].map(([, block = '']) => block);
  const [failing = '', mended = ''] = blocks('xml');
  return { schema: blocks('rnc')[0], failing, said: blocks('text')[0] ?? '', mended };
}

/** A letter in which the given element stands for the one of its name; a whole document stands for itself. */
export function letterWith(snippet: string): string {
  const [, root = ''] = /<([\w.]+)/.exec(snippet) ?? [];
  if (/^TEI|^html/.test(root)) return snippet;
  const publicationStmt =
    '<publicationStmt><publisher>P</publisher><availability status="unknown"><p>Unknown.</p></availability></publicationStmt>';
  const shell = `<TEI xmlns="http://www.tei-c.org/ns/1.0" xml:lang="en"><teiHeader><fileDesc><titleStmt><title>T</title></titleStmt>${publicationStmt}<sourceDesc><p>S.</p></sourceDesc></fileDesc><profileDesc><langUsage><language ident="en">English</language></langUsage></profileDesc></teiHeader><text><body><div type="letter" xml:id="d0"><p>T.</p></div></body></text></TEI>`;
  const place = new RegExp(`<${root}[ >].*</${root}>`);
  if (!place.test(shell)) throw new Error(`the letter has no ${root}`);
  return shell.replace(place, () => snippet);
}

const compiled = new Map<string, Automaton>();

function automatonOf(schema: string): Automaton {
  const known = compiled.get(schema);
  if (known) return known;
  const grammar = loadGrammar(
    createSource('schema.rnc', schema),
    () => undefined,
    ({ message }) => {
      throw new Error(message);
    },
  );
  if (!grammar) throw new Error('no grammar');
  const automaton = compileGrammar(grammar);
  compiled.set(schema, automaton);
  return automaton;
}

/** What is wrong with a document, by a schema in compact syntax. */
export function validateWith(schema: string, document: string): readonly Diagnostic[] {
  const { report, list } = gatherDiagnostics();
  const validation = validateRelaxNg(automatonOf(schema), report);
  if (scanXml(createSource('document.xml', document), validation.sink, report)) validation.finish();
  return list();
}

export function said({ severity, message, code, note }: Diagnostic): string {
  return `${severity}: ${message} [${code}]\n  note: ${note}\n`;
}
