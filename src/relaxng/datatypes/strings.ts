/** The string family: string, token, names, identifiers and their lists, anyURI, language (XML Schema 1.0 part 2, sections 3.2.1, 3.2.17, 3.3.1 to 3.3.12). */
import type { DatatypeMaker, IdKind, ValueContext } from './datatype.js';
import { defineType } from './define-type.js';
import { isName, isNcName, isNmToken } from './names.js';
import { splitTokens, type WhiteSpace } from './white-space.js';

interface StringType {
  readonly whiteSpace?: WhiteSpace;
  readonly examples?: readonly string[];
  readonly advice?: string;
  readonly idKind?: IdKind;
  readonly contextual?: boolean;
}

function stringType(
  name: string,
  isOne: (literal: string, context: ValueContext) => boolean,
  { whiteSpace = 'collapse', examples = [], ...rest }: StringType = {},
): DatatypeMaker {
  return defineType<string>({
    name,
    whiteSpace,
    examples,
    parse: (literal, context) => (isOne(literal, context) ? literal : undefined),
    key: (value) => value,
    length: countCharacters,
    ...rest,
  });
}

function listType(
  name: string,
  isItem: (token: string, context: ValueContext) => boolean,
  { examples = [], ...rest }: StringType = {},
): DatatypeMaker {
  return defineType<readonly string[]>({
    name,
    whiteSpace: 'collapse',
    examples,
    parse(literal, context) {
      const tokens = splitTokens(literal);
      return tokens.length > 0 && tokens.every((token) => isItem(token, context)) ? tokens : undefined;
    },
    key: (tokens) => tokens.join(' '),
    length: (tokens) => tokens.length,
    ...rest,
  });
}

/** Lengths count characters, not code units. */
function countCharacters(text: string): number {
  let count = 0;
  for (const _ of text) count++;
  return count;
}

/** A host in brackets: an IPv6 address. */
const BRACKETED_HOST = /^([^:/?#]*:)?\/\/([^/?#@]*@)?\[[0-9A-Fa-f.]*:[0-9A-Fa-f:.]*\](?=[:/?#]|$)/;

/** RFC 2396 and 2732 with the characters that XLink escapes: a scheme that is one, whole escapes, one fragment; no brackets in a path. */
function isUri(text: string): boolean {
  if (/%(?![0-9A-Fa-f]{2})/.test(text) || text.indexOf('#') !== text.lastIndexOf('#')) return false;
  const [, scheme, rest = text] = /^([^:/?#]*):(.*)$/s.exec(text) ?? [];
  if (scheme !== undefined && (!/^[A-Za-z][A-Za-z0-9+.-]*$/.test(scheme) || /^(?:#|$)/.test(rest))) return false;
  const isOpaque = scheme !== undefined && !rest.startsWith('/');
  return rest !== '//' && (isOpaque || !/^[^?#]*[[\]]/.test(text.replace(BRACKETED_HOST, '')));
}

const isEntity = (text: string, context: ValueContext) => isNcName(text) && context.isUnparsedEntity(text);

const NAME_ADVICE = 'begin with a letter or "_"; letters, digits, ".", "-" and "_" may follow, but no space and no ":"';

export const STRING_TYPES: readonly DatatypeMaker[] = [
  stringType('string', () => true, { whiteSpace: 'preserve' }),
  stringType('normalizedString', () => true, { whiteSpace: 'replace' }),
  stringType('token', () => true),
  stringType('language', (text) => /^[A-Za-z]{1,8}(-[A-Za-z0-9]{1,8})*$/.test(text), {
    examples: ['en', 'de-AT'],
    advice: 'write the code of a language, its parts joined by hyphens',
  }),
  stringType('Name', isName, { examples: ['letter'] }),
  stringType('NCName', isNcName, { examples: ['letter', 'd15'], advice: NAME_ADVICE }),
  stringType('NMTOKEN', isNmToken, { examples: ['letter', '15'] }),
  listType('NMTOKENS', isNmToken, { examples: ['letter', 'letter draft'] }),
  stringType('ID', isNcName, { examples: ['d15'], advice: NAME_ADVICE, idKind: 'id' }),
  stringType('IDREF', isNcName, { examples: ['d15'], advice: NAME_ADVICE, idKind: 'idref' }),
  listType('IDREFS', isNcName, { examples: ['d15', 'd15 d16'], advice: NAME_ADVICE, idKind: 'idrefs' }),
  stringType('ENTITY', isEntity, { contextual: true }),
  listType('ENTITIES', isEntity, { contextual: true }),
  stringType('anyURI', isUri, {
    examples: ['http://example.org/', '#d15'],
    advice: 'write an address, or "#" and the ID of an element of this document; a space is written %20',
  }),
  stringType('anyAtomicType', () => true, { whiteSpace: 'preserve' }),
  stringType('untypedAtomic', () => true, { whiteSpace: 'preserve' }),
];
