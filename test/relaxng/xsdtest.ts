/** Reads the public suite of XML Schema datatypes (jing's xsdtest.xml): one case for each thing that it says of a type. */
import type { ValueContext } from '../../src/relaxng/datatypes/index.js';
import { createSource } from '../../src/source/index.js';
import { scanXml } from '../../src/xml/scan.js';

interface Literal {
  readonly literal: string;
  readonly context: ValueContext;
}

/** `equiv`: classes of equal values; `length`: the first literal has that length. */
export interface XsdCase {
  readonly datatype: string;
  readonly kind: 'valid' | 'invalid' | 'lessThan' | 'incomparable' | 'equiv' | 'length';
  readonly classes: readonly (readonly Literal[])[];
  readonly length: string;
}

export function readXsdTest(text: string): readonly XsdCase[] {
  const cases: XsdCase[] = [];
  let datatype = '';
  let classes: Literal[][] = [];
  let literal = '';
  let context: ValueContext = { namespaces: new Map(), isUnparsedEntity: () => false };
  let length = '';
  scanXml(
    createSource('xsdtest.xml', text),
    (event) => {
      if (event.kind === 'text') literal += event.text;
      if (event.kind === 'startTag') {
        const attribute = (name: string) => event.attributes.find((a) => a.name.local === name)?.value;
        const entities = (attribute('internalSubset') ?? '').match(/(?<=ENTITY )\w+/g) ?? [];
        literal = '';
        length = attribute('value') ?? '';
        context = {
          namespaces: event.namespaces,
          isUnparsedEntity: (name) => entities.some((entity) => entity === name),
        };
        if (event.name.local === 'datatype') datatype = attribute('name') ?? '';
        if (['class', 'lessThan', 'incomparable', 'valid', 'invalid', 'length'].includes(event.name.local))
          classes.push([]);
      }
      if (event.kind === 'endTag') {
        const kind = event.name.local;
        if (kind === 'value' || kind === 'valid' || kind === 'invalid' || kind === 'length') {
          classes[classes.length - 1]?.push({ literal, context });
        }
        if (
          kind === 'valid' ||
          kind === 'invalid' ||
          kind === 'lessThan' ||
          kind === 'incomparable' ||
          kind === 'equiv' ||
          kind === 'length'
        ) {
          cases.push({ datatype, kind, classes, length });
          classes = [];
        }
      }
    },
    (diagnostic) => {
      throw new Error(diagnostic.message);
    },
  );
  return cases;
}
