/** What may go wrong before a schema is read: the wordings of stage `schema` for finding one. */
import { defineMessages, wording } from '../diagnostic/index.js';

export const lookUpMessages = defineMessages('schema', {
  'not-found': wording<{ name: string }>(
    'error',
    ({ name }) => `the schema "${name}" cannot be read`,
    () => 'give the path of a RELAX NG schema (.rng or .rnc), or the name of a built-in one: "teiscribe list schemas"',
  ),
  'model-not-found': wording<{ href: string }>(
    'warning',
    ({ href }) => `the schema "${href}" that the document names cannot be read; a built-in one is used`,
    () => 'keep the schema beside the document, or give one with --schema',
  ),
  'schematron-not-evaluated': wording(
    'warning',
    () => 'Schematron schemas are not evaluated by this version: nothing was checked for them',
    () => 'the grammar and the rules are checked: --checks grammar,rules',
  ),
  'none-fits': wording<{ root: string; namespace: string }>(
    'error',
    ({ root, namespace }) =>
      namespace === ''
        ? `no built-in schema fits the root element "${root}", which is in no namespace`
        : `no built-in schema fits the root element "${root}" of namespace "${namespace}"`,
    ({ namespace }) =>
      namespace === ''
        ? 'a TEI document begins <TEI xmlns="http://www.tei-c.org/ns/1.0">; for another kind give a schema with --schema'
        : 'give a schema with --schema',
  ),
});
