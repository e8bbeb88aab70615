/** What may go wrong with schemas of the network: the wordings of `teiscribe schema`. */
import { defineMessages, wording } from '../diagnostic/index.js';

export const schemaCommandMessages = defineMessages('schema', {
  'address-invalid': wording(
    'error',
    () => 'this is no address; expected one that begins with https:// or http://',
    () => 'a schema on this machine needs no adding: name its path with --schema or in xml-model',
  ),
  'fetch-failed': wording<{ readonly reason: string }>(
    'error',
    ({ reason }) => `cannot be fetched: ${reason}`,
    () => 'nothing was changed; save the schema yourself, and name the copy with --schema or in a catalog',
  ),
  'fetched-not-a-schema': wording<{ readonly what: string }>(
    'error',
    ({ what }) => `the answer is ${what}, not a RELAX NG schema; nothing was changed`,
    () => 'open the address in a browser: what is needed is the address of the .rng or .rnc file itself',
  ),
  'fetched-differs': wording<{ readonly href: string }>(
    'error',
    ({ href }) => `what the address answers now is not what was added: "${href}" differs from the lock file`,
    ({ href }) => `if the new one is to be used: teiscribe schema update ${href}`,
  ),
  'not-in-lock': wording<{ readonly known: readonly string[] }>('error', ({ known }) =>
    known.length === 0
      ? 'no schema was added'
      : `this schema was not added; there ${known.length === 1 ? 'is' : 'are'} ${known.map((name) => `"${name}"`).join(', ')}`,
  ),
  'cache-folder-missing': wording(
    'error',
    () => 'there is no folder to keep schemas in',
    () => 'set TEISCRIBE_CACHE to the absolute path of a folder',
  ),
});
