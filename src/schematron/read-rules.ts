/** The rules of a pattern -> contexts with what is asserted of them; abstract rules are put in where they are extended (ISO/IEC 19757-3, 5.4.12, 5.4.13). */
import type { Report } from '../diagnostic/index.js';
import { attributeValue, type Element, textContent } from '../xml/index.js';
import { schematronMessages } from './messages.js';
import { readMessage } from './read-message.js';
import { elementsIn, isSch, queryOf, schElements, schName, startOf, wordsOf } from './sch-element.js';
import type { SchCheck, SchDiagnostic, SchLet, SchRule } from './sch-schema.js';

/** What rules refer to. */
export interface Resolved {
  readonly abstractRules: ReadonlyMap<string, Element>;
  readonly diagnostics: ReadonlyMap<string, SchDiagnostic>;
  readonly report: Report;
}

const CHILDREN = ['let', 'assert', 'report', 'extends', 'include', 'p', 'title', 'key'];

/** `name` stands for the pattern in the ids of assertions that have none. */
export function readRules(pattern: Element, name: string, resolved: Resolved): readonly SchRule[] {
  const { report } = resolved;
  const rules = schElements(pattern, 'rule').filter((rule) => attributeValue(rule, 'abstract') !== 'true');
  const contents = rules.map((rule) => ({ rule, parts: contentOf(rule, resolved, []) }));
  const total = contents.reduce(
    (sum, { parts }) => sum + parts.filter((part) => isSch(part, 'assert', 'report')).length,
    0,
  );
  let number = 0;
  return contents.flatMap(({ rule, parts }) => {
    const checks = parts
      .filter((part) => isSch(part, 'assert', 'report'))
      .flatMap((check) => {
        number++;
        const id = attributeValue(check, 'id') ?? (total === 1 ? name : `${name}-${number}`);
        return readCheck(check, rule, id, resolved) ?? [];
      });
    const context = queryOf(rule, 'context');
    if (context) return [{ context, lets: letsOf(parts, report), checks }];
    report(schematronMessages['attribute-missing']({ element: 'rule', attribute: 'context' }, startOf(rule)));
    return [];
  });
}

/** What a rule holds, with what it extends in its place. */
function contentOf(rule: Element, resolved: Resolved, chain: readonly string[]): readonly Element[] {
  const { abstractRules, report } = resolved;
  return elementsIn(rule).flatMap((child) => {
    const element = schName(child);
    if (element !== undefined && !CHILDREN.includes(element)) {
      report(schematronMessages['element-not-allowed']({ element, parent: 'rule' }, startOf(child)));
      return [];
    }
    if (element !== 'extends') return [child];
    const name = attributeValue(child, 'rule') ?? '';
    const base = abstractRules.get(name);
    if (!base) {
      const known = [...abstractRules.keys()];
      report(schematronMessages['reference-unknown']({ kind: 'abstract rule', name, known }, startOf(child)));
      return [];
    }
    if (!chain.includes(name)) return contentOf(base, resolved, [...chain, name]);
    report(schematronMessages['reference-loop']({ kind: 'abstract rule', name }, startOf(child)));
    return [];
  });
}

function readCheck(check: Element, rule: Element, id: string, { diagnostics, report }: Resolved): SchCheck | undefined {
  const kind = isSch(check, 'assert') ? 'assert' : 'report';
  const test = queryOf(check, 'test');
  if (!test) {
    report(schematronMessages['attribute-missing']({ element: kind, attribute: 'test' }, startOf(check)));
    return undefined;
  }
  const named = [...wordsOf(check, 'diagnostics'), ...wordsOf(check, 'properties')].flatMap((name) => {
    const found = diagnostics.get(name);
    const known = [...diagnostics.keys()];
    if (!found) report(schematronMessages['reference-unknown']({ kind: 'diagnostic', name, known }, startOf(check)));
    return found ?? [];
  });
  const either = (name: string) => attributeValue(check, name) ?? attributeValue(rule, name);
  return {
    kind,
    id,
    test,
    message: readMessage(check),
    role: either('role') ?? either('flag'),
    see: either('see'),
    diagnostics: named,
    subject: queryOf(check, 'subject') ?? queryOf(rule, 'subject'),
    place: startOf(check),
  };
}

/** The variables that an element declares. */
export function readLets(element: Element, report: Report): readonly SchLet[] {
  return letsOf(elementsIn(element), report);
}

function letsOf(elements: readonly Element[], report: Report): readonly SchLet[] {
  return elements
    .filter((element) => isSch(element, 'let'))
    .flatMap((element) => {
      const name = attributeValue(element, 'name');
      if (name !== undefined)
        return [{ name, value: queryOf(element, 'value') ?? textContent(element), place: startOf(element) }];
      report(schematronMessages['attribute-missing']({ element: 'let', attribute: 'name' }, startOf(element)));
      return [];
    });
}
