import type { Diagnostic } from '../../src/diagnostic/index.js';
import { exportTei } from '../../src/export.js';
import type { Around } from '../../src/exporters/deposit/around.js';
import type { Exporter, ExportInput, ExportSettings, TeiFile, WholeFile } from '../../src/exporters/exporter.js';
import { createSource } from '../../src/source/index.js';
import { parseXml } from '../../src/xml/index.js';

export const escapeXml = (text: string): string =>
  text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;');

/** A TEI file from its XML. */
export function teiFile(xml: string, name = 'letter'): TeiFile {
  const source = createSource(`${name}.xml`, xml);
  const tei = parseXml(source, ({ message }) => {
    throw new Error(message);
  });
  if (!tei) throw new Error('not well-formed');
  return { path: source.path, name, tei, source };
}

/** A letter with this in its body, and a title in its header. */
export function letterXml(body: string, title = 'A letter', header = ''): string {
  return `<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader><fileDesc><titleStmt><title>${title}</title></titleStmt></fileDesc>${header}</teiHeader><text><body>${body}</body></text></TEI>`;
}

/** Titles, targets, pictures and IDs that want to do harm; each holds `harm` in its own way. */
export const HOSTILE = {
  title: escapeXml('<script>harm()</script>"\'><img src=x onerror=harm()>'),
  targets: [
    'javascript:harm()',
    ' JaVaScRiPt:harm()',
    'java\nscript:harm()',
    'data:text/html,<script>harm()</script>',
    'vbscript:harm()',
  ].map(escapeXml),
  ids: ['../../harm', 'CON', '.htaccess', '/etc/harm', 'a/../../harm', '-', '', '..', 'x'.repeat(500)],
};

/** A volume with all of it. */
export function hostileXml(): string {
  const { title, targets, ids } = HOSTILE;
  const links = targets.map((target) => `<ref target="${target}">link</ref><ptr target="${target}"/>`).join('');
  const documents = ids.map(
    (id) =>
      `<div type="document" xml:id="${escapeXml(id)}" n="${title}"><head>${title}<note n="${title}">Source: ${title}</note></head>
      <pb n="${title}" facs="javascript:harm()"/><p rend="${title}">${title} ${links}
      <persName corresp="javascript:harm()">${title}</persName><graphic url="javascript:harm()"/><date when="${title}">${title}</date></p></div>`,
  );
  return letterXml(documents.join(''), title);
}

export interface Outcome {
  readonly files: readonly WholeFile[];
  readonly found: readonly Diagnostic[];
  /** The text of a file that was made. */
  text(path?: string): string;
}

/** Nothing lies around the files but the files themselves. */
export function around(files: readonly TeiFile[]): Around {
  return {
    validate: async () => [],
    schema: () => undefined,
    below: ({ name }) => `${name}.xml`,
    writtenAs: () => undefined,
    find(address) {
      const file = files.find(({ name }) => `${name}.xml` === address);
      return file ? { kind: 'tei', file } : { kind: 'missing' };
    },
  };
}

/** Runs an exporter as the command does. */
export async function exported(
  exporter: Exporter,
  files: readonly TeiFile[],
  options: {
    readonly settings?: ExportSettings;
    readonly single?: boolean;
    readonly profile?: string;
    readonly readPackaged?: (path: string) => string;
    readonly readBeside?: ExportInput['readBeside'];
  } = {},
): Promise<Outcome> {
  const found: Diagnostic[] = [];
  const { settings = {}, single = false, readPackaged = () => '', profile, readBeside } = options;
  const made: WholeFile[] = [];
  const deposit = { target: 'generic', outputName: 'deposit', mayWrite: () => true, around: around(files) };
  const input = { files, settings, single, readPackaged, readBeside, profile, deposit };
  for await (const file of exportTei(exporter, input, (d) => found.push(d))) made.push(file);
  const text = (path?: string) => {
    const content = (path === undefined ? made[0] : made.find((file) => file.path === path))?.content;
    return typeof content === 'string' ? content : new TextDecoder().decode(content);
  };
  return { files: made, found, text };
}
