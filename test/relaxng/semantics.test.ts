/** What a pattern matches, by section of RELAX NG 1.0 (chapter 6): a grammar, documents that it holds and documents that it does not. */
import { describe, expect, test } from '@jest/globals';
import type { SimpleNameClass, SimplePattern } from '../../src/relaxng/index.js';
import {
  attribute,
  buildGrammar,
  choice,
  codes,
  data,
  empty,
  group,
  interleave,
  list,
  mixed,
  name,
  notAllowed,
  oneOrMore,
  optional,
  parameter,
  text,
  value,
  XSD,
  zeroOrMore,
} from './build-grammar.js';

interface Case {
  readonly section: string;
  readonly what: string;
  readonly content: (ref: (key: string) => SimplePattern) => SimplePattern;
  /** Insides of element r, attributes first: `a="1"|<x/>`. */
  readonly valid: readonly string[];
  readonly invalid: readonly string[];
}

const anyName = (except?: SimpleNameClass): SimpleNameClass => ({ kind: 'anyName', ...(except && { except }) });
const nsName = (namespace: string, except?: SimpleNameClass): SimpleNameClass => ({
  kind: 'nsName',
  namespace,
  ...(except && { except }),
});

const CASES: readonly Case[] = [
  {
    section: '6.1',
    what: 'anyName with except',
    content: () => oneOrMore(attribute(anyName({ kind: 'choice', left: name('a'), right: nsName('urn:n') }))),
    valid: ['b="" c=""|', 'p:b="" xmlns:p="urn:m"|'],
    invalid: ['|', 'a=""|', 'b="" a=""|', 'p:b="" xmlns:p="urn:n"|'],
  },
  {
    section: '6.1',
    what: 'nsName with except',
    content: () => oneOrMore(attribute(nsName('urn:n', name('a', 'urn:n')))),
    valid: ['p:b="" xmlns:p="urn:n"|', 'p:b="" p:c="" xmlns:p="urn:n"|'],
    invalid: ['p:a="" xmlns:p="urn:n"|', 'b=""|', 'p:b="" xmlns:p="urn:m"|'],
  },
  {
    section: '6.1',
    what: 'a name is not its namespace',
    content: () => attribute(name('a', 'urn:n')),
    valid: ['p:a="" xmlns:p="urn:n"|'],
    invalid: ['a=""|', 'p:a="" xmlns:p="urn:m"|'],
  },
  {
    section: '6.2.1',
    what: 'choice of elements',
    content: (ref) => choice(ref('x'), ref('y')),
    valid: ['|<x/>', '|<y/>'],
    invalid: ['|', '|<x/><y/>', '|<z/>'],
  },
  {
    section: '6.2.2',
    what: 'group keeps the order of elements',
    content: (ref) => group(ref('x'), ref('y')),
    valid: ['|<x/><y/>', '| <x/> <!-- c --> <y/> <?p i?> '],
    invalid: ['|<y/><x/>', '|<x/>', '|<y/>', '|<x/><y/><y/>'],
  },
  {
    section: '6.2.2',
    what: 'group does not keep the order of attributes',
    content: (ref) => group(attribute('a'), ref('x'), attribute('b')),
    valid: ['a="" b=""|<x/>', 'b="" a=""|<x/>'],
    invalid: ['a=""|<x/>', 'b=""|<x/>', 'a="" b=""|'],
  },
  {
    section: '6.2.2',
    what: 'a choice in a group is made once, for attributes and content',
    content: (ref) => choice(group(attribute('a'), ref('x')), group(attribute('b'), ref('y'))),
    valid: ['a=""|<x/>', 'b=""|<y/>'],
    invalid: ['a=""|<y/>', 'b=""|<x/>', 'a="" b=""|<x/>', '|<x/>'],
  },
  {
    section: '6.2.2',
    what: 'a choice that the value of an attribute makes',
    content: (ref) => choice(group(attribute('a', value('1')), ref('x')), group(attribute('a', value('2')), ref('y'))),
    valid: ['a="1"|<x/>', 'a=" 2 "|<y/>'],
    invalid: ['a="1"|<y/>', 'a="3"|<x/>', '|<x/>'],
  },
  {
    section: '6.2.3',
    what: 'empty takes white space, but no text',
    content: () => empty,
    valid: ['|', '| \n '],
    invalid: ['|x', '|<x/>', 'a=""|'],
  },
  {
    section: '6.2.3',
    what: 'notAllowed takes nothing',
    content: (ref) => choice(notAllowed, ref('x')),
    valid: ['|<x/>'],
    invalid: ['|'],
  },
  {
    section: '6.2.4',
    what: 'text takes any text, none too, once or often',
    content: (ref) => interleave(text, optional(ref('x'))),
    valid: ['|', '|a', '|a<x/>b', '|<![CDATA[a]]>b&amp;<x/>'],
    invalid: ['|<x/>a<x/>', '|<y/>'],
  },
  {
    section: '6.2.5',
    what: 'oneOrMore',
    content: (ref) => oneOrMore(group(ref('x'), optional(ref('y')))),
    valid: ['|<x/>', '|<x/><x/><y/>', '|<x/><y/><x/>'],
    invalid: ['|', '|<y/>', '|<x/><y/><y/>'],
  },
  {
    section: '6.2.6',
    what: 'interleave',
    content: (ref) => interleave(group(ref('x'), ref('y')), zeroOrMore(ref('z'))),
    valid: ['|<x/><y/>', '|<z/><x/><z/><y/><z/>', '|<x/><z/><y/>'],
    invalid: ['|<y/><x/>', '|<x/><z/>', '|<z/>'],
  },
  {
    section: '6.2.7',
    what: 'an element that could be two is both until its content tells',
    content: (ref) => choice(group(ref('n1'), ref('x')), group(ref('n2'), ref('y'))),
    valid: ['|<n><x/></n><x/>', '|<n><y/></n><y/>'],
    invalid: ['|<n><x/></n><y/>', '|<n><y/></n><x/>', '|<n/><x/>', '|<n><x/><y/></n><x/>'],
  },
  {
    section: '6.2.7',
    what: 'two that look alike inside of two that look alike',
    content: (ref) => choice(group(ref('m1'), ref('x')), group(ref('m2'), ref('y'))),
    valid: ['|<m><n><x/></n></m><x/>', '|<m><n><y/></n></m><y/>'],
    invalid: ['|<m><n><x/></n></m><y/>', '|<m><n/></m><x/>'],
  },
  {
    section: '6.2.8',
    what: 'data: a datatype with parameters and exceptions',
    content: () => ({
      kind: 'data',
      datatype: { library: XSD, name: 'integer' },
      parameters: [parameter('minInclusive', '5')],
      except: choice(value('7', 'integer', XSD), value('8', 'integer', XSD)),
      place: parameter('', '').place,
    }),
    valid: ['|5', '| 6 ', '|0009'],
    invalid: ['|4', '|7', '|08', '|', '|x', '|5<x/>'],
  },
  {
    section: '6.2.8',
    what: 'data in an element of white space alone',
    content: () => data('string'),
    valid: ['|', '| ', '|x y'],
    invalid: ['|<x/>'],
  },
  {
    section: '6.2.9',
    what: 'value: token is compared without white space, string with',
    content: () => choice(value('a b'), value(' c ', 'string')),
    valid: ['|a b', '| a \n b ', '| c '],
    invalid: ['|ab', '|c', '|', '|A b'],
  },
  {
    section: '6.2.9',
    what: 'value is compared as the datatype compares',
    content: () => value('1.0', 'decimal', XSD),
    valid: ['|1', '|01.000'],
    invalid: ['|1.01', '|x'],
  },
  {
    section: '6.2.10',
    what: 'list: the tokens, one after another',
    content: () => list(group(data('integer'), oneOrMore(choice(value('a'), value('b'))))),
    valid: ['|1 a', '| 1\n a b  b '],
    invalid: ['|1', '|a 1', '|1 a 2', '|', '|1a'],
  },
  {
    section: '6.2.10',
    what: 'a list may be empty',
    content: () => attribute('a', list(zeroOrMore(data('NCName')))),
    valid: ['a=""|', 'a=" x  y"|'],
    invalid: ['a="x 1"|', '|'],
  },
  {
    section: '6.2.4',
    what: 'the value of an attribute: empty is the empty string',
    content: () => attribute('a', empty),
    valid: ['a=""|', 'a=" "|'],
    invalid: ['a="x"|', '|'],
  },
  {
    section: '6.2.2',
    what: 'mixed',
    content: (ref) => mixed(group(ref('x'), ref('y'))),
    valid: ['|a<x/>b<y/>c', '|<x/><y/>'],
    invalid: ['|a<y/>b<x/>', '|a', '|<x/>b'],
  },
];

const elements = {
  x: () => empty,
  y: () => empty,
  z: () => empty,
  n1: (ref: (key: string) => SimplePattern) => ({ nameClass: name('n'), content: ref('x') }),
  n2: (ref: (key: string) => SimplePattern) => ({ nameClass: name('n'), content: ref('y') }),
  m1: (ref: (key: string) => SimplePattern) => ({ nameClass: name('m'), content: ref('n1') }),
  m2: (ref: (key: string) => SimplePattern) => ({ nameClass: name('m'), content: ref('n2') }),
};

describe.each(CASES)('$section $what', ({ content, valid, invalid }) => {
  const grammar = buildGrammar((ref) => ref('r'), { r: content, ...elements });
  const documentOf = (inside: string) => inside.replace(/^([^|]*)\|(.*)$/s, '<r $1>$2</r>');
  test.each(valid.map((inside) => [inside]))('valid: %s', (inside) => {
    expect(codes(grammar, documentOf(inside))).toEqual([]);
  });
  test.each(invalid.map((inside) => [inside]))('invalid: %s', (inside) => {
    expect(codes(grammar, documentOf(inside)).length).toBeGreaterThan(0);
  });
});
