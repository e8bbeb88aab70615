/** RELAX NG DTD Compatibility, section 5: what keeps IDs from being checked is a warning, and the schema is used. */
import { describe, expect, test } from '@jest/globals';
import { loadText, marked, show } from './load-schema.js';

describe('IDs', () => {
  test.each([
    ['id-not-alone', 'start = element a { ▸xsd:ID | empty }'],
    ['id-not-alone', 'start = element a { attribute n { list { ▸xsd:IDREF } } }'],
    ['id-not-alone', 'start = element a { attribute n { ▸xsd:ID | "x" } }'],
    ['id-not-alone', 'start = element a { attribute n { token - (▸xsd:ID) } }'],
    ['id-attribute-names', 'start = element a { ▸attribute (n | m) { xsd:ID } }'],
    ['id-element-names', 'start = ▸element * { attribute n { xsd:IDREFS } }'],
    [
      'id-conflict',
      'start = element a { attribute n { xsd:ID }?, b* }\nb = element b { ▸attribute n { text } } | element b { attribute n { xsd:ID } }',
    ],
    ['id-conflict', 'start = element a { attribute n { xsd:ID }?, element * { ▸attribute * { text }* }* }'],
    ['id-conflict', 'start = element a { attribute n { xsd:ID } | ▸attribute n { xsd:IDREF } }'],
  ])('%s: %s', (code, schema) => {
    const { text, at } = marked(schema);
    const { grammar, diagnostics } = loadText(text);
    expect(diagnostics.map((one) => show(one).split(' ').slice(0, 2))).toEqual([[at, `schema/${code}`]]);
    expect(diagnostics[0]?.severity).toBe('warning');
    expect(grammar).toBeDefined();
  });

  test.each([
    'start = element (a | b) { attribute n { xsd:ID }? }',
    'start = element a { attribute n { xsd:ID - "x" } }',
    'start = element a { attribute n { xsd:ID "x" } }',
    'start = element a { attribute n { xsd:ID }?, element * - a { attribute * { text }* }* }',
    'start = element a { attribute n { xsd:ID }?, element * { attribute * - n { text }* }* }',
    'start = element a { attribute n { xsd:ID }?, element b { attribute n { text } }* }',
    'start = element a { (attribute n { xsd:ID } | attribute n { xsd:ID }) }',
  ])('nothing to say: %s', (schema) => {
    expect(loadText(schema).diagnostics.map(show)).toEqual([]);
  });
});
