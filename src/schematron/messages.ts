/** What may be wrong with a Schematron schema, and what of it cannot be evaluated: the wordings of stage `sch`. What its assertions find is worded by the schema. */
import { defineMessages, wording } from '../diagnostic/index.js';

export const schematronMessages = defineMessages('sch', {
  'not-a-schema': wording<{ root: string }>(
    'error',
    ({ root }) => `the root element "${root}" is no Schematron schema; expected "schema"`,
    () => 'a schema begins <schema xmlns="http://purl.oclc.org/dsdl/schematron" queryBinding="xslt2">',
  ),
  'schema-missing': wording<{ href: string }>(
    'error',
    ({ href }) => `the Schematron schema "${href}" cannot be read`,
    () => 'give the path of a Schematron schema (.sch), or of a RELAX NG schema that holds rules',
  ),
  'model-missing': wording<{ href: string }>(
    'warning',
    ({ href }) => `the Schematron schema "${href}" that the document names cannot be read; nothing was checked by it`,
    () => 'keep the schema beside the document, or name one with --schematron',
  ),
  'attribute-missing': wording<{ element: string; attribute: string }>(
    'error',
    ({ element, attribute }) => `element "${element}" has no attribute "${attribute}"`,
  ),
  'element-not-allowed': wording<{ element: string; parent: string }>(
    'error',
    ({ element, parent }) => `element "${element}" is not allowed in "${parent}"`,
    () => 'look for a misspelling; what no processor knows is not checked',
  ),
  'reference-unknown': wording<{ kind: string; name: string; known: readonly string[] }>(
    'error',
    ({ kind, name, known }) => `there is no ${kind} "${name}"${known.length > 0 ? `; there are ${shown(known)}` : ''}`,
    () => 'look for a misspelling of the id',
  ),
  'reference-loop': wording<{ kind: string; name: string }>(
    'error',
    ({ kind, name }) => `${kind} "${name}" leads back to itself`,
  ),
  'file-missing': wording<{ href: string }>(
    'error',
    ({ href }) => `the file "${href}" cannot be read`,
    () => 'paths are seen from the file that names them',
  ),
  'query-binding-unknown': wording<{ binding: string; known: readonly string[] }>(
    'error',
    ({ binding, known }) => `the query binding "${binding}" is not known; expected ${known.join(', ')}`,
  ),
  'xpath-invalid': wording<{ expression: string; detail: string }>(
    'error',
    ({ expression, detail }) => `"${expression}" is not XPath: ${detail}`,
  ),
  'variable-unknown': wording<{ name: string }>(
    'error',
    ({ name }) => `the variable "$${name}" is not declared`,
    () => 'declare it with "let" in the rule, the pattern, the phase or the schema',
  ),
  'phase-unknown': wording<{ phase: string; known: readonly string[] }>(
    'error',
    ({ phase, known }) => `no schema has a phase "${phase}"; expected ${shown(['#ALL', ...known])}`,
  ),
  'not-evaluated': wording<{ cause: string; what: readonly string[] }>(
    'warning',
    ({ cause, what }) => `${cause}: ${shown(what)} ${what.length === 1 ? 'was' : 'were'} not evaluated`,
    () => 'the rest of the schema was; what this program evaluates is in docs/schematron.md',
  ),
  'network-not-asked': wording<{ href: string }>(
    'info',
    ({ href }) => `whether "${href}" is there was answered with no: the network is never asked`,
    () => 'a copy can be named in a catalog: --catalog',
  ),
});

function shown(names: readonly string[]): string {
  const some = names.slice(0, 5).map((name) => `"${name}"`);
  return names.length > 5 ? `${some.join(', ')} and ${names.length - 5} others` : some.join(', ');
}
