/** A report in XML -> its elements, by our own scanner; a mistake in it fails the test. */
import { compileGrammar, validateRelaxNg } from '../../src/relaxng/validate.js';
import { createSource } from '../../src/source/index.js';
import { type Element, parseXml, walkTree } from '../../src/xml/index.js';
import { loadText, show } from '../relaxng/load-schema.js';

export function rootOf(report: string): Element {
  const document = parseXml(createSource('report.xml', report), (diagnostic) => {
    throw new Error(show(diagnostic));
  });
  if (!document) throw new Error('no root');
  return document.root;
}

export function childrenOf({ children }: Element, name: string): readonly Element[] {
  return children.flatMap((child) => (child.kind === 'element' && child.name.local === name ? [child] : []));
}

/** What is wrong with a report by a schema in RELAX NG's compact syntax. */
export function mistakesBy(schema: string): (root: Element) => readonly string[] {
  const { grammar } = loadText(schema);
  if (!grammar) throw new Error('not a schema');
  const automaton = compileGrammar(grammar);
  return (root) => {
    const found: string[] = [];
    const validation = validateRelaxNg(automaton, (diagnostic) => found.push(show(diagnostic)));
    walkTree({ prolog: [], root }, validation.sink);
    validation.finish();
    return found;
  };
}
