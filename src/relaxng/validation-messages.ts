/** What validation has to say about a document: all wordings of the stage `rng` (but for the schema's own, in messages.ts). */
import { defineMessages, wording } from '../diagnostic/index.js';
import { listAll, listAlternatives } from './alternatives.js';

interface InParent {
  readonly element: string;
  /** Undefined for the root. */
  readonly parent: string | undefined;
}

interface Expecting {
  /** Nearest first. */
  readonly expected: readonly string[];
}

interface Value {
  readonly value: string;
}

const expecting = (expected: readonly string[]) =>
  expected.length === 0 ? '' : `; expected ${listAlternatives(expected)}`;
const meant = (near: string | undefined, expected: readonly string[]) =>
  near === undefined ? expecting(expected) : `; did you mean "${near}"?`;

/** The elements that words of their parent mostly stand in. */
const HOLDERS = ['"p"', '"item"', '"cell"', '"l"', '"ab"'];

function holder(expected: readonly string[]): string {
  const usual = HOLDERS.find((name) => expected.includes(name));
  if (expected.length === 1) return expected.join('');
  return usual === undefined ? 'one of them' : `one of them, such as ${usual}`;
}

/** So few that any of them may be meant. */
const FEW = 5;

export const validationMessages = defineMessages('rng', {
  'unknown-element': wording<
    InParent & Expecting & { readonly near: string | undefined; readonly isNearHere: boolean }
  >(
    'error',
    ({ element, near, expected }) => `the schema has no element "${element}"${meant(near, expected)}`,
    ({ parent, near, isNearHere, expected }) => {
      const possible = expected.length === 0 ? 'nothing more' : listAlternatives(expected);
      const change = near === undefined ? 'use an element of the schema' : `change the name to "${near}"`;
      if (isNearHere) return change;
      return `${change}${near === undefined ? '' : ', though not here'}; here "${parent}" may hold ${possible}`;
    },
  ),
  'wrong-namespace': wording<InParent & { readonly namespace: string; readonly wanted: string }>(
    'error',
    ({ element, namespace, wanted }) =>
      `element "${element}" is in ${namespace === '' ? 'no namespace' : `namespace "${namespace}"`}; expected ${wanted === '' ? 'no namespace' : `namespace "${wanted}"`}`,
    ({ parent, wanted }) =>
      wanted === ''
        ? 'take the namespace declaration (xmlns) away'
        : parent === undefined
          ? `write xmlns="${wanted}" in the root's start tag; a file for TEI P4 has to be converted to P5 first`
          : `the element, or one around it, needs xmlns="${wanted}"`,
  ),
  'root-not-allowed': wording<{ readonly element: string } & Expecting>(
    'error',
    ({ element, expected }) => `"${element}" cannot be the root of a document${expecting(expected)}`,
    ({ element }) =>
      element.startsWith('TEI')
        ? 'a file for TEI P4 has to be converted to P5 first'
        : 'the schema says what a document begins with: check that this is a whole document, and the right schema for it',
  ),
  'element-not-allowed-here': wording<
    InParent &
      Expecting & {
        readonly wrappers: readonly string[];
        readonly ancestor: string | undefined;
        readonly homes: readonly string[];
      }
  >(
    'error',
    ({ element, parent, expected }) => `element "${element}" not allowed in "${parent}"${expecting(expected)}`,
    ({ element, parent, expected, wrappers, ancestor, homes }) => {
      const inside = wrappers.length > 0 && `put "${element}" into ${listAlternatives(wrappers)}`;
      const outside = ancestor !== undefined && `end "${parent}" before it: "${element}" may stand in "${ancestor}"`;
      const instead =
        expected.length > 0 && expected.length <= FEW && `write ${listAlternatives(expected)} instead, or take it out`;
      const elsewhere = instead || (homes.length > 0 && `"${element}" may stand in ${listAlternatives(homes)}`);
      return [inside, outside].filter((way) => way !== false).join(', or ') || elsewhere || `take "${element}" out`;
    },
  ),
  'element-not-allowed-yet': wording<
    InParent & Expecting & { readonly missing: readonly string[]; readonly leading: readonly string[] }
  >(
    'error',
    ({ element, parent, missing, leading, expected }) =>
      `element "${element}" not allowed yet in "${parent}"; ${
        missing.length > 0
          ? `${listAll(missing)} must come first`
          : `expected ${listAlternatives(leading.length > 0 ? leading : expected)} first`
      }`,
    ({ element, missing, leading, expected }) => {
      const first = leading.length > 0 ? leading : expected;
      return `put ${missing.length > 0 ? listAll(missing) : listAlternatives(first)} before "${element}"`;
    },
  ),
  'element-not-allowed-any-more': wording<
    InParent &
      Expecting & {
        readonly previous: string | undefined;
        readonly isMovable: boolean;
        readonly repeats: boolean;
        readonly wrappers: readonly string[];
      }
  >(
    'error',
    ({ element, parent, previous, expected }) =>
      previous === element
        ? `element "${element}" not allowed a second time in "${parent}"${expecting(expected)}`
        : `element "${element}" not allowed in "${parent}" after ${previous === undefined ? 'what stands there' : `"${previous}"`}${expecting(expected)}`,
    ({ element, parent, previous, isMovable, repeats, wrappers }) => {
      const inside = wrappers.length === 0 ? '' : `, or put it into ${listAlternatives(wrappers)}`;
      if (previous === element) return `make one "${element}" of the two, or take one out${inside}`;
      const only = repeats ? '' : '; if there is one already, take this one out';
      if (isMovable) return `move "${element}" before "${previous}"${inside}${only}`;
      const other = previous === undefined ? 'what stands before it' : `"${previous}"`;
      return `"${parent}" cannot have both "${element}" and ${other}: take one out${inside}`;
    },
  ),
  'required-element-missing': wording<{ readonly element: string; readonly missing: readonly string[] }>(
    'error',
    ({ element, missing }) => `element "${element}" is not complete; ${listAll(missing)} missing at the end`,
    ({ element, missing }) => `add ${listAll(missing)} at the end of "${element}"`,
  ),
  'element-incomplete': wording<{ readonly element: string } & Expecting>(
    'error',
    ({ element, expected }) => `element "${element}" is not complete${expecting(expected)}`,
    ({ element }) => `"${element}" must not end here: add one of the expected elements, or take "${element}" out`,
  ),
  'text-not-allowed': wording<{ readonly element: string; readonly text: string } & Expecting>(
    'error',
    ({ element, text, expected }) => `text "${text}" not allowed in "${element}"${expecting(expected)}`,
    ({ element, expected }) =>
      expected.length === 0
        ? `"${element}" must be empty: take the text out`
        : `"${element}" holds elements only: put the text into ${holder(expected)}, or take it out`,
  ),
  'text-value-invalid': wording<
    { readonly element: string } & Value & Expecting & { readonly advice: string | undefined }
  >(
    'error',
    ({ element, value, expected }) => `content "${value}" of element "${element}" is not valid${expecting(expected)}`,
    ({ advice }) => advice ?? 'write a value of the expected form',
  ),
  'text-value-not-listed': wording<
    { readonly element: string } & Value & Expecting & { readonly near: string | undefined }
  >(
    'error',
    ({ element, value, expected }) =>
      `content "${value}" of element "${element}" is not in the list of its values${expecting(expected)}`,
    ({ near }) => (near === undefined ? 'choose one of the listed values' : `did you mean "${near}"?`),
  ),
  'content-missing': wording<{ readonly element: string } & Expecting>(
    'error',
    ({ element, expected }) => `element "${element}" must not be empty${expecting(expected)}`,
    ({ element }) => `write its content, or take "${element}" out`,
  ),
  'attribute-not-allowed': wording<
    { readonly attribute: string; readonly element: string; readonly near: string | undefined } & Expecting
  >(
    'error',
    ({ attribute, element, near, expected }) =>
      `attribute "${attribute}" not allowed on "${element}"${expected.length === 0 ? ', which takes no attribute here' : meant(near, expected)}`,
    ({ near }) => (near === undefined ? 'take the attribute out, or choose another' : `change the name to "${near}"`),
  ),
  'attribute-conflict': wording<{
    readonly attribute: string;
    readonly element: string;
    readonly others: readonly string[];
  }>(
    'error',
    ({ attribute, element, others }) =>
      `attribute "${attribute}" not allowed on "${element}" together with ${listAll(others)}`,
    () => 'keep one of them',
  ),
  'attribute-value-invalid': wording<
    { readonly attribute: string; readonly element: string; readonly advice: string | undefined } & Value & Expecting
  >(
    'error',
    ({ attribute, element, value, expected }) =>
      `value "${value}" of attribute "${attribute}" on "${element}" is not valid${expecting(expected)}`,
    ({ advice }) => advice ?? 'write a value of the expected form',
  ),
  'attribute-value-not-listed': wording<
    { readonly attribute: string; readonly element: string; readonly near: string | undefined } & Value & Expecting
  >(
    'error',
    ({ attribute, element, value, expected }) =>
      `value "${value}" of attribute "${attribute}" on "${element}" is not in the list${expecting(expected)}`,
    ({ near }) => (near === undefined ? 'choose one of the listed values' : `did you mean "${near}"?`),
  ),
  'required-attribute-missing': wording<{ readonly element: string; readonly missing: readonly string[] }>(
    'error',
    ({ element, missing }) =>
      `element "${element}" lacks the required attribute${missing.length === 1 ? '' : 's'} ${listAll(missing)}`,
    ({ missing }) => `add ${listAll(missing)} to the start tag`,
  ),
  'attributes-incomplete': wording<{ readonly element: string } & Expecting>(
    'error',
    ({ element, expected }) => `element "${element}" lacks an attribute${expecting(expected)}`,
    () => 'add one of the expected attributes to the start tag',
  ),
  'duplicate-id': wording<{ readonly id: string }>(
    'error',
    ({ id }) => `ID "${id}" is used twice`,
    () => 'each ID may be given to one element only: change this one, and what refers to it',
  ),
  'idref-without-id': wording<{ readonly id: string; readonly attribute: string }>(
    'error',
    ({ id, attribute }) => `attribute "${attribute}" refers to ID "${id}", which no element has`,
    () => 'correct the reference, or give the ID to the element that is meant',
  ),
  'root-missing': wording(
    'error',
    () => 'the document has no root element',
    () => 'a document is one element with all the others in it',
  ),
});
