/** A name class as written -> a simple one (RELAX NG 1.0, section 4.12), with the constraints of section 4.16. */
import type { Report } from '../../diagnostic/index.js';
import { schemaMessages } from '../messages.js';
import { isXmlnsNamespace, type NameClass } from '../schema.js';
import type { SimpleNameClass } from '../simple.js';
import { balance, isFilled } from './balance.js';

/** `owner` is what has the name class; names of attributes have constraints of their own. */
export function simplifyNameClass(
  nameClass: NameClass,
  owner: 'element' | 'attribute',
  report: Report,
  outer?: 'anyName' | 'nsName',
): SimpleNameClass {
  switch (nameClass.kind) {
    case 'name': {
      const { namespace, local, place } = nameClass;
      if (owner === 'attribute' && (isXmlnsNamespace(namespace) || (namespace === '' && local === 'xmlns')))
        report(schemaMessages['attribute-xmlns']({}, place));
      return { kind: 'name', namespace, local };
    }
    case 'nsName': {
      const { namespace, place } = nameClass;
      if (owner === 'attribute' && isXmlnsNamespace(namespace)) report(schemaMessages['attribute-xmlns']({}, place));
      if (outer === 'nsName') report(schemaMessages['except-unlimited']({ outer, inner: 'nsName' }, place));
      const except = nameClass.except && simplifyAll(nameClass.except, owner, report, 'nsName');
      return { kind: 'nsName', namespace, ...(except && { except }) };
    }
    case 'anyName': {
      if (outer) report(schemaMessages['except-unlimited']({ outer, inner: 'anyName' }, nameClass.place));
      const except = nameClass.except && simplifyAll(nameClass.except, owner, report, outer ?? 'anyName');
      return { kind: 'anyName', ...(except && { except }) };
    }
    case 'choice':
      return simplifyAll(nameClass.nameClasses, owner, report, outer) ?? { kind: 'anyName' };
  }
}

function simplifyAll(
  nameClasses: readonly NameClass[],
  owner: 'element' | 'attribute',
  report: Report,
  outer: 'anyName' | 'nsName' | undefined,
): SimpleNameClass | undefined {
  const simple = nameClasses.map((nameClass) => simplifyNameClass(nameClass, owner, report, outer));
  return isFilled(simple) ? balance(simple, (left, right) => ({ kind: 'choice', left, right })) : undefined;
}
