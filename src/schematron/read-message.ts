/** The content of an assertion, diagnostic or property -> text, and what is put into it (ISO/IEC 19757-3, 5.4.2, 5.5.4). */
import type { Element } from '../xml/index.js';
import { isSch, queryOf } from './sch-element.js';
import { type MessagePart, XSLT_NAMESPACE } from './sch-schema.js';

export function readMessage(element: Element): readonly MessagePart[] {
  return element.children.flatMap((child): readonly MessagePart[] => {
    if (child.kind === 'text') return [{ kind: 'text', text: child.text }];
    if (child.kind !== 'element') return [];
    if (isSch(child, 'name')) return [{ kind: 'name', path: queryOf(child, 'path') }];
    const isValue =
      isSch(child, 'value-of') || (child.name.namespace === XSLT_NAMESPACE && child.name.local === 'value-of');
    const select = isValue ? queryOf(child, 'select') : undefined;
    return select ? [{ kind: 'value-of', select }] : readMessage(child);
  });
}
