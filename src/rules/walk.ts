/** A document and visitors -> one walk: each visitor sees each element and text once, in document order. */
import type { Element, XmlDocument } from '../xml/index.js';
import { isDocument } from './documents.js';
import type { Position, Visitor } from './rule.js';
import { runBuilder } from './text-run.js';

/** Not part of the text that is edited. */
const APART: ReadonlySet<string> = new Set(['teiHeader', 'standOff', 'facsimile', 'sourceDoc', 'xenoData']);

export function walkDocument({ root }: XmlDocument, visitors: readonly Visitor[]): void {
  const enter = visitors.flatMap((visitor) => visitor.enter ?? []);
  const leave = visitors.flatMap((visitor) => visitor.leave ?? []);
  const text = visitors.flatMap((visitor) => visitor.text ?? []);
  const seeRun = visitors.flatMap((visitor) => visitor.run ?? []);
  const runs = runBuilder((run) => {
    for (const see of seeRun) see(run);
  });
  const ancestors: Element[] = [];
  const visit = (element: Element, outer: Position): void => {
    for (const see of enter) see(element, outer);
    const isApart = outer.isApart || APART.has(element.name.local);
    const document = isDocument(element) ? element : outer.document;
    const at = isApart === outer.isApart && document === outer.document ? outer : { ancestors, isApart, document };
    ancestors.push(element);
    if (!isApart) runs.enter(element, at.document);
    for (const child of element.children) {
      if (child.kind === 'element') visit(child, at);
      else if (child.kind === 'text') {
        for (const see of text) see(child, at);
        if (!isApart) runs.text(child);
      }
    }
    if (!isApart) runs.leave(element);
    ancestors.pop();
    for (const see of leave) see(element, outer);
  };
  visit(root, { ancestors, isApart: false, document: undefined });
  for (const visitor of visitors) visitor.end?.();
}
