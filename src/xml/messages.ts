/** What may be wrong with XML text as XML: the wordings of stage `xml`. */
import { defineMessages, wording } from '../diagnostic/index.js';

export const xmlMessages = defineMessages('xml', {
  'end-tag-mismatch': wording<{ found: string; open: string | undefined }>(
    'error',
    ({ found, open }) =>
      open === undefined
        ? `end tag "</${found}>" closes no element`
        : `end tag "</${found}>" closes no open element; expected "</${open}>"`,
    ({ open }) => (open === undefined ? 'remove the end tag' : `close "${open}" first, or correct the name`),
  ),
  'unclosed-element': wording<{ name: string }>(
    'error',
    ({ name }) => `element "${name}" is never closed`,
    ({ name }) => `add "</${name}>" where it ends`,
  ),
  'undefined-entity': wording<{ name: string; sign?: '%' }>(
    'error',
    ({ name, sign = '&' }) => `entity "${sign}${name};" is not defined`,
    () => 'XML knows only &amp; &lt; &gt; &quot; &apos;: type the character itself, or its number as &#x2014;',
  ),
  'entity-not-found': wording<{ name: string }>(
    'warning',
    ({ name }) => `entity "&${name};" is not declared in what was read; it is left out`,
    () => 'the document type definition that may declare it lies in another file, and is not fetched',
  ),
  'external-entity-not-read': wording<{ name: string; href: string }>(
    'warning',
    ({ name, href }) => `entity "&${name};" is the file "${href}", which is not read; it is left out`,
    () => 'put the text of the file in its place',
  ),
  'external-subset-not-read': wording<{ href: string }>(
    'info',
    ({ href }) => `the document type definition "${href}" is not read`,
    () => 'entities and default values that it declares are not known here; the schema takes its place',
  ),
  'entity-not-allowed': wording<{ name: string; kind: 'unparsed' | 'external'; inAttribute: boolean }>(
    'error',
    ({ name, kind, inAttribute }) =>
      kind === 'unparsed'
        ? `entity "&${name};" is not text, and may not be referred to here`
        : `entity "&${name};" lies in another file, and may not stand in ${inAttribute ? 'an attribute value' : 'text'}`,
  ),
  'entity-recursive': wording<{ name: string; sign?: '%' }>(
    'error',
    ({ name, sign = '&' }) => `entity "${sign}${name};" contains itself`,
  ),
  'entity-expansion-too-large': wording<{ name: string; limit: string }>(
    'error',
    ({ name, limit }) => `entity "&${name};" is not expanded: ${limit}`,
    () => 'such a document fills the memory of whoever reads it: write the text out',
  ),
  'include-not-found': wording<{ href: string; pointer: string | undefined }>(
    'error',
    ({ href, pointer }) =>
      pointer === undefined
        ? `"${href}" cannot be included: it cannot be read`
        : `"${href}#${pointer}" cannot be included: there is no such element`,
    () =>
      'correct the reference, or say in "xi:fallback" what is to stand in its place; nothing is fetched from the network',
  ),
  'include-loop': wording<{ file: string }>('error', ({ file }) => `"${file}" includes itself`),
  'include-malformed': wording<{ detail: string }>('error', ({ detail }) => `an inclusion is malformed: ${detail}`),
  'malformed-reference': wording(
    'error',
    () => 'a "&" begins no reference to a character or entity',
    () => 'write "&amp;" for the sign itself',
  ),
  'illegal-character': wording<{ character: string }>(
    'error',
    ({ character }) => `character ${character} may not stand here`,
    () => 'write "&lt;" for "<" in text and attribute values; control characters have no place in XML 1.0',
  ),
  'duplicate-attribute': wording<{ name: string }>('error', ({ name }) => `attribute "${name}" is given twice`),
  'unbound-prefix': wording<{ prefix: string }>(
    'error',
    ({ prefix }) => `prefix "${prefix}" is bound to no namespace`,
    ({ prefix }) => `declare it: xmlns:${prefix}="..."`,
  ),
  'namespace-misuse': wording<{ detail: string }>(
    'error',
    ({ detail }) => `a namespace is declared wrongly: ${detail}`,
  ),
  'malformed-tag': wording<{ detail: string }>('error', ({ detail }) => `a tag is malformed: ${detail}`),
  'malformed-comment': wording<{ detail: string }>('error', ({ detail }) => `a comment is malformed: ${detail}`),
  'malformed-processing-instruction': wording<{ detail: string }>(
    'error',
    ({ detail }) => `a processing instruction is malformed: ${detail}`,
  ),
  'malformed-declaration': wording<{ detail: string }>(
    'error',
    ({ detail }) => `the XML declaration is malformed: ${detail}`,
  ),
  'malformed-doctype': wording<{ detail: string }>(
    'error',
    ({ detail }) => `the document type declaration is malformed: ${detail}`,
  ),
  'text-outside-root': wording('error', () => 'text stands outside of the root element'),
  'several-roots': wording('error', () => 'a second root element begins here; expected the end of the document'),
  'no-root': wording('error', () => 'the document has no root element'),
  'cdata-end-in-text': wording(
    'error',
    () => '"]]>" stands in text',
    () => 'write "]]&gt;"',
  ),
  'markup-too-long': wording<{ limit: number }>(
    'error',
    ({ limit }) => `the tag, comment or section that begins here has more than ${limit / 1e6} million characters`,
    () => 'see whether its end is missing',
  ),
  'unexpected-end': wording('error', () => 'the document ends in the middle of its markup'),
});
