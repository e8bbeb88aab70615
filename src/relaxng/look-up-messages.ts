/** What may go wrong before a schema is read: the wordings of stage `schema` for finding one. */
import { defineMessages, wording } from '../diagnostic/index.js';

interface Named {
  readonly href: string;
}

interface Instead extends Named {
  /** What is used instead: `the built-in schema "letter"`. */
  readonly instead: string;
}

export const lookUpMessages = defineMessages('schema', {
  'not-found': wording<{ name: string }>(
    'error',
    ({ name }) => `the schema "${name}" cannot be read`,
    () => 'give the path of a RELAX NG schema (.rng or .rnc), or the name of a built-in one: "teiscribe list schemas"',
  ),
  'not-added': wording<Named>(
    'error',
    ({ href }) => `the schema "${href}" is on the network, and was not added`,
    ({ href }) => `add it once, then it is used from the cache: teiscribe schema add ${href}`,
  ),
  'model-not-found': wording<Instead>(
    'warning',
    ({ href, instead }) => `the schema "${href}" that the document names cannot be read; ${instead} is used`,
    () => 'keep the schema beside the document, or give one with --schema',
  ),
  'model-not-added': wording<Instead>(
    'warning',
    ({ href, instead }) =>
      `the schema "${href}" that the document names is on the network, and was not added; ${instead} is used`,
    ({ href }) => `add it once, then it is used from the cache: teiscribe schema add ${href}`,
  ),
  'model-not-relax-ng': wording<Instead>(
    'info',
    ({ href, instead }) => `the schema "${href}" that the document names is not RELAX NG; ${instead} is used`,
    () => 'name a RELAX NG schema as well, or give one with --schema: of TEI there is always one (.rng or .rnc)',
  ),
  'led-astray': wording<Named & { readonly uri: string }>(
    'error',
    ({ href, uri }) => `the schema "${href}" cannot be read: a catalog leads to "${uri}", which is not there`,
    () => 'correct the catalog, or put the schema where it says',
  ),
  'not-cached': wording<Named>(
    'error',
    ({ href }) => `the schema "${href}" was added, but is not in the cache of this machine`,
    () => 'fetch what the lock file lists: teiscribe schema add',
  ),
  'cache-changed': wording<Named & { readonly file: string }>(
    'error',
    ({ href, file }) => `the copy of "${href}" in the cache is not what was added: ${file} has changed`,
    ({ href }) => `fetch it again: teiscribe schema add ${href}`,
  ),
  'lock-invalid': wording<{ readonly file: string; readonly detail: string }>(
    'error',
    ({ file, detail }) => `the lock file "${file}" cannot be used: ${detail}`,
    () => 'take the file back from version control, or delete it and add the schemas again',
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
