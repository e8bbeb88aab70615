/** What may be wrong with a catalog: its wordings, in stage `xml`. */
import { defineMessages, wording } from '../diagnostic/index.js';

export const catalogMessages = defineMessages('xml', {
  'not-a-catalog': wording<{ root: string; namespace: string }>(
    'error',
    ({ root, namespace }) =>
      `an XML catalog begins with "catalog" of namespace "urn:oasis:names:tc:entity:xmlns:xml:catalog"; here it is "${root}" ${namespace === '' ? 'in no namespace' : `of namespace "${namespace}"`}`,
    () => 'give the path of the catalog itself, which is often called catalog.xml',
  ),
  'catalog-not-found': wording<{ uri: string }>(
    'warning',
    ({ uri }) => `the catalog "${uri}" cannot be read and is passed over`,
    () => 'correct XML_CATALOG_FILES or the "nextCatalog" that names it',
  ),
});
