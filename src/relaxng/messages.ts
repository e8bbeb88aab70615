/** What may be wrong with a schema: all wordings of the stage `schema`. */
import { defineMessages, wording } from '../diagnostic/index.js';
import { listAlternatives } from './alternatives.js';
import { XSD_DATATYPES } from './schema.js';

interface InElement {
  readonly name: string;
  readonly parent: string;
}
interface Named {
  readonly name: string;
}
interface Near {
  readonly near: string | undefined;
}

const meant = (near: string | undefined) => (near === undefined ? '' : `; did you mean "${near}"?`);
/** `where` is empty for the start of a grammar. */
const inside = (where: string) => (where === '' ? '' : ` (${where})`);
const ALL_NAMES = { anyName: 'all names', nsName: 'all names of a namespace' } as const;
const quoted = (names: readonly string[]) => listAlternatives(names.map((name) => `"${name}"`));

export const schemaMessages = defineMessages('schema', {
  // The XML syntax (section 3).
  'not-a-schema': wording<{ found: string; expected: string }>(
    'error',
    ({ found, expected }) => `${found} is not a RELAX NG schema; expected ${expected}`,
    () => 'a schema is a RELAX NG file: XML syntax (.rng) with a pattern as its root, or compact syntax (.rnc)',
  ),
  'unknown-element': wording<InElement & Near>(
    'error',
    ({ name, parent, near }) => `RELAX NG has no element "${name}", found in "${parent}"${meant(near)}`,
    () => 'correct the name; an annotation has to be in a namespace of its own',
  ),
  'element-not-allowed-here': wording<InElement & { expected: string }>(
    'error',
    ({ name, parent, expected }) => `element "${name}" not allowed here in "${parent}"; expected ${expected}`,
  ),
  'attribute-not-allowed': wording<InElement & Near & { allowed: readonly string[] }>(
    'error',
    ({ name, parent, near, allowed }) =>
      `attribute "${name}" not allowed on "${parent}"${near === undefined ? `; expected ${quoted(allowed)}` : meant(near)}`,
    () => 'an attribute that is an annotation has to be in a namespace of its own',
  ),
  'attribute-missing': wording<InElement>(
    'error',
    ({ name, parent }) => `element "${parent}" needs attribute "${name}"`,
  ),
  'content-missing': wording<{ parent: string; expected: string }>(
    'error',
    ({ parent, expected }) => `"${parent}" is incomplete; expected ${expected}`,
  ),
  'text-not-allowed': wording<{ text: string; parent: string }>(
    'error',
    ({ text, parent }) => `text "${text}" not allowed in "${parent}"`,
    () => 'text stands in "value", "param", "name" and in annotations only',
  ),
  'name-invalid': wording<{ name: string; expected: string }>(
    'error',
    ({ name, expected }) => `"${name}" is not a name; expected ${expected}`,
    () => 'a name begins with a letter or "_" and goes on with letters, digits, ".", "-" and "_"',
  ),
  'combine-invalid': wording<{ value: string }>(
    'error',
    ({ value }) => `"${value}" is not a method of combining; expected "choice" or "interleave"`,
  ),
  'prefix-undeclared': wording<{ prefix: string; kind: 'namespace' | 'datatypes' }>(
    'error',
    ({ prefix, kind }) => `prefix "${prefix}" is not declared${kind === 'datatypes' ? ' for a datatype library' : ''}`,
    ({ prefix, kind }) =>
      `declare it: ${kind} ${prefix} = "..." in compact syntax, ${kind === 'datatypes' ? 'datatypeLibrary="..."' : `xmlns:${prefix}="..."`} in XML syntax`,
  ),
  'library-uri-invalid': wording<{ uri: string }>(
    'error',
    ({ uri }) => `"${uri}" cannot name a datatype library; expected an absolute URI without "#"`,
  ),
  'href-invalid': wording<{ href: string }>(
    'error',
    ({ href }) => `"${href}" cannot name a schema; expected a URI without "#"`,
    ({ href }) =>
      href.includes('#')
        ? 'a part of a schema cannot be referred to; refer to the whole file'
        : 'escape characters that no URI may hold',
  ),
  'nested-too-deeply': wording<{ limit: number }>(
    'error',
    ({ limit }) => `patterns nested more than ${limit} deep`,
    () => 'give parts of the pattern a name with "define"',
  ),

  // The compact syntax.
  'syntax-error': wording<{ found: string; expected: string }>(
    'error',
    ({ found, expected }) => `unexpected ${found}; expected ${expected}`,
  ),
  'mixed-operators': wording<{ first: string; second: string }>(
    'error',
    ({ first, second }) => `"${second}" after "${first}" without parentheses`,
    ({ first, second }) => `say with parentheses which of "${first}" and "${second}" binds closer`,
  ),
  'except-needs-parentheses': wording(
    'error',
    () => 'a datatype with "-" cannot be part of a larger pattern without parentheses',
    () => 'put parentheses around the datatype and what it excepts',
  ),
  'literal-unclosed': wording<{ quote: string }>(
    'error',
    ({ quote }) => `literal is not closed on its line; expected ${quote}`,
    () => 'close the literal, or use three quotation marks for one of several lines',
  ),
  'character-invalid': wording<{ character: string }>(
    'error',
    ({ character }) => `${character} cannot stand in a schema`,
  ),
  'escape-invalid': wording<{ written: string }>(
    'error',
    ({ written }) => `"${written}" is no escape of an XML character`,
    () => 'write \\x{...} with the hexadecimal number of a character that XML allows',
  ),
  'prefix-reserved': wording<{ prefix: string; uri: string }>(
    'error',
    ({ prefix, uri }) => `prefix "${prefix}" cannot be declared for namespace "${uri}"`,
    () => '"xml" and its namespace belong together; "xmlns" cannot be declared',
  ),
  'declared-twice': wording<{ what: string }>(
    'warning',
    ({ what }) => `${what} is declared twice; the last declaration counts`,
  ),
  'annotation-namespace': wording<Named>(
    'error',
    ({ name }) => `"${name}" cannot be an annotation`,
    () => 'an annotation is in a namespace of its own, not in that of RELAX NG, "xmlns" or an inherited one',
  ),
  'annotation-repeated': wording<Named>('error', ({ name }) => `attribute "${name}" stands twice in an annotation`),
  'annotation-not-allowed': wording(
    'error',
    () => 'annotation element not allowed here: the pattern is the whole schema, nothing can stand behind it',
    () => 'write the schema as a grammar: start = ...',
  ),

  // Other files (sections 4.6 and 4.7).
  'file-missing': wording<{ href: string }>('error', ({ href }) => `cannot read schema "${href}"`),
  'file-loop': wording<{ href: string }>('error', ({ href }) => `schema "${href}" includes itself`),
  'include-no-grammar': wording<{ href: string }>(
    'error',
    ({ href }) => `"${href}" is included but is no grammar`,
    () => 'refer to a pattern that is no grammar with "externalRef" ("external" in compact syntax)',
  ),
  'override-unmatched': wording<Named & Near & { href: string }>(
    'error',
    ({ name, href, near }) =>
      `${name === '' ? 'start' : `"${name}"`} overrides nothing: "${href}" does not define it${meant(near)}`,
    () => 'correct the name, or move the definition out of the include',
  ),

  // Constraints (section 4.16).
  'except-unlimited': wording<{ outer: keyof typeof ALL_NAMES; inner: keyof typeof ALL_NAMES }>(
    'error',
    ({ outer, inner }) => `${ALL_NAMES[inner]} cannot be excepted from ${ALL_NAMES[outer]}`,
    () => 'nothing, or nothing sensible, would be left of the name class',
  ),
  'attribute-xmlns': wording(
    'error',
    () => 'an attribute cannot be named "xmlns" or be in the namespace of "xmlns"',
    () => 'namespace declarations are no attributes and cannot be described by a schema',
  ),
  'datatype-library-unknown': wording<{ library: string }>(
    'error',
    ({ library }) => `datatype library "${library}" is not known; expected "${XSD_DATATYPES}"`,
  ),
  'datatype-unknown': wording<{ library: string; name: string }>(
    'error',
    ({ library, name }) =>
      library === ''
        ? `"${name}" is no built-in datatype; expected "string" or "token"`
        : `XML Schema has no datatype "${name}"`,
    ({ library, name }) =>
      library === ''
        ? `for XML Schema's datatypes write xsd:${name} in compact syntax, datatypeLibrary="${XSD_DATATYPES}" in XML syntax`
        : 'see section 3 of XML Schema, part 2, for all datatypes',
  ),
  'parameter-invalid': wording<{ reason: string }>('error', ({ reason }) => reason),
  'value-invalid': wording<{ reason: string }>(
    'error',
    ({ reason }) => reason,
    () => 'no document could have this value; correct it or its datatype',
  ),

  // Grammars and definitions (sections 4.17 to 4.19).
  'define-repeated': wording<Named>(
    'error',
    ({ name }) => `${name === '' ? 'start' : `"${name}"`} is defined more than once without a method of combining`,
    () => 'say combine="choice" or "interleave" ("|=" or "&=" in compact syntax) on all but one',
  ),
  'combine-conflict': wording<Named & { first: string; second: string }>(
    'error',
    ({ name, first, second }) =>
      `${name === '' ? 'start' : `"${name}"`} is combined by "${second}" here and by "${first}" elsewhere`,
  ),
  'start-missing': wording(
    'error',
    () => 'grammar has no start',
    () => 'say what the root element is: "start"',
  ),
  'define-missing': wording<Named & Near>(
    'error',
    ({ name, near }) => `"${name}" is not defined in this grammar${meant(near)}`,
    () => 'define it, or correct the name',
  ),
  'grammar-missing': wording<Named & { parent: boolean }>(
    'error',
    ({ name, parent }) =>
      `"${name}" is referred to ${parent ? 'in a parent grammar, but there is none' : 'outside of any grammar'}`,
  ),
  recursion: wording<{ path: readonly string[] }>(
    'error',
    ({ path }) => `definition refers to itself without an element between: ${path.join(' -> ')}`,
    () => 'only an element may hold itself',
  ),

  // Restrictions (section 7).
  'path-prohibited': wording<{ inner: string; outer: string; where: string }>(
    'error',
    ({ inner, outer, where }) => `${inner} not allowed in ${outer}${inside(where)}`,
  ),
  'attribute-in-repeated-group': wording<Named & { where: string }>(
    'error',
    ({ name, where }) => `attribute ${name} stands in a sequence that may be repeated${inside(where)}`,
    () => 'no element can have an attribute twice; move the attribute out of the repetition',
  ),
  'string-sequence': wording<{ first: string; second: string; where: string }>(
    'error',
    ({ first, second, where }) => `${first} and ${second} cannot stand in one sequence${inside(where)}`,
    () => 'a value or datatype is the whole content of its element: use "list", or "choice"',
  ),
  'attribute-repeated': wording<Named & { where: string }>(
    'error',
    ({ name, where }) => `attribute ${name} stands twice${inside(where)}`,
    () => 'no element can have an attribute twice; remove one, or make them alternatives',
  ),
  'attribute-not-repeated': wording<Named & { where: string }>(
    'error',
    ({ name, where }) => `attributes ${name} have no limit, but are not repeated${inside(where)}`,
    () => 'put the attribute into "oneOrMore" or "zeroOrMore" ("+" or "*" in compact syntax)',
  ),
  'attribute-not-text': wording<Named & { where: string }>(
    'warning',
    ({ name, where }) => `attributes ${name} have no limit, but a value other than text${inside(where)}`,
    () => 'the specification of RELAX NG allows only "text" here; other validators may refuse the schema',
  ),
  'interleave-overlap': wording<Named & { where: string }>(
    'error',
    ({ name, where }) => `element ${name} stands in two branches of one interleave${inside(where)}`,
    () => 'no validator could tell to which branch such an element belongs',
  ),
  'interleave-text': wording<{ where: string }>(
    'error',
    ({ where }) => `text stands in two branches of one interleave${inside(where)}`,
    () => '"mixed" is an interleave with text already',
  ),

  // IDs (RELAX NG DTD Compatibility, section 5).
  'id-not-alone': wording<{ type: string }>(
    'warning',
    ({ type }) => `datatype "${type}" is not the whole value of an attribute`,
    () => 'IDs and references to them can only be checked where they are all that an attribute holds',
  ),
  'id-attribute-names': wording<Named>(
    'warning',
    ({ name }) => `attributes ${name} cannot be IDs or refer to them`,
    () => 'give the attribute one name',
  ),
  'id-element-names': wording<Named>(
    'warning',
    ({ name }) => `elements ${name} cannot have an attribute that is an ID or refers to one`,
    () => 'name the elements that have IDs',
  ),
  'id-conflict': wording<Named & { element: string }>(
    'warning',
    ({ name, element }) => `attribute ${name} of element ${element} is an ID, or refers to one, in one definition only`,
    () => 'give the attribute the same datatype in all definitions, or leave it out of "any attribute"',
  ),
});
