/** Small pieces of TEI for tests of evaluation. */
import { createSource } from '../../src/source/index.js';
import { type Element, parseXml } from '../../src/xml/index.js';

const TEI = 'xmlns="http://www.tei-c.org/ns/1.0" xmlns:frus="http://history.state.gov/frus/ns/1.0"';

export function parsed(xml: string, path = 'test.xml'): Element {
  const document = parseXml(createSource(path, xml), ({ message }) => {
    throw new Error(message);
  });
  if (!document) throw new Error('not well-formed');
  return document.root;
}

/** A document as a gold volume has it. */
export function documentXml(content: string, id = 'd1'): string {
  return `<div ${TEI} type="document" xml:id="${id}">${content}</div>`;
}

/** A file of a prediction. */
export function fileXml(content: string): string {
  return `<TEI ${TEI}><teiHeader><p>not text</p></teiHeader><text><body>${content}</body></text></TEI>`;
}

export function volumeXml(...documents: readonly string[]): string {
  return fileXml(documents.join('\n'));
}
