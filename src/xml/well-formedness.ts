/** The scanner's word for a violation of well-formedness -> our diagnostic, one code for one fact. */
import type { Diagnostic } from '../diagnostic/index.js';
import { type Place, placeAt } from '../source/index.js';
import { xmlMessages } from './messages.js';

type Make = (facts: Facts) => Diagnostic;

interface Facts {
  readonly message: string;
  readonly place: Place;
  /** Offset at which the markup in hand begins. */
  readonly from: number;
  readonly open: string | undefined;
}

const TABLE: readonly (readonly [pattern: RegExp, make: Make])[] = [
  [/unexpected close tag|unmatched closing tag|weird empty close tag/, endTagMismatch],
  [/unclosed tag/, unclosed],
  [/undefined entity/, ({ place, from }) => entity(place, from)],
  [
    /malformed character entity|empty entity name/,
    ({ place }) => xmlMessages['malformed-reference']({}, back(place, '&')),
  ],
  [
    /duplicate attribute/,
    (facts) => {
      const [, namespace = '', name = ''] = /^(\{.*\})?(.*)$/.exec(after(facts.message, ': ')) ?? [];
      return xmlMessages['duplicate-attribute']({ name }, repeated(facts, name, namespace !== ''));
    },
  ],
  [
    /unbound namespace prefix/,
    (facts) => {
      const prefix = after(facts.message, ': ').replaceAll('"', '');
      const at = namesInTag(facts).find(({ written }) => written.startsWith(`${prefix}:`));
      return xmlMessages['unbound-prefix']({ prefix }, at?.place ?? facts.place);
    },
  ],
  [
    /xml prefix|xmlns prefix|namespace may not|may not assign|may not be set|as prefix|undefine prefix|malformed name/,
    (f) => xmlMessages['namespace-misuse']({ detail: plain(f.message) }, f.place),
  ],
  [
    /processing instruction/,
    (f) => xmlMessages['malformed-processing-instruction']({ detail: plain(f.message) }, f.place),
  ],
  [
    /XML declaration|name\/value pairs|expected the name|expected one of|value required|must be quoted|version number|encoding value|standalone value|whitespace required/,
    (f) => xmlMessages['malformed-declaration']({ detail: plain(f.message) }, f.place),
  ],
  [/doctype/, (f) => xmlMessages['malformed-doctype']({ detail: plain(f.message) }, back(f.place, '<!'))],
  [/incorrect syntax/, malformedBang],
  [/malformed comment/, ({ place }) => malformedComment('it may not contain "--"', back(place, '--'))],
  [/outside of root/, ({ place, from }) => xmlMessages['text-outside-root']({}, outside(place, from))],
  [/only one root/, ({ place }) => xmlMessages['several-roots']({}, back(place, '<'))],
  [/must contain a root/, ({ place }) => xmlMessages['no-root']({}, place)],
  [/disallowed in char data/, ({ place }) => xmlMessages['cdata-end-in-text']({}, place)],
  [/unexpected end/, ({ place }) => xmlMessages['unexpected-end']({}, place)],
  [
    /in tag name|in attribute name|in closing tag|forward-slash|attribute without value|unquoted|between attributes/,
    (f) => xmlMessages['malformed-tag']({ detail: plain(f.message) }, onePast(f.place)),
  ],
  [
    /disallowed character/,
    ({ place }) => xmlMessages['illegal-character']({ character: shown(place) }, onePast(place)),
  ],
];

/** Does the table know this message of the scanner? */
export function knowsMessage(message: string): boolean {
  return TABLE.some(([pattern]) => pattern.test(message));
}

/**
 * In: the scanner's message (`line:column: text`), the place it had reached, where the markup in hand begins, and the
 * name of the innermost open element. Out: the diagnostic.
 */
export function wellFormednessError(message: string, place: Place, from: number, open: string | undefined): Diagnostic {
  const facts = { message: message.replace(/^(?:\S*:)?\d+:\d+: /, ''), place, from, open };
  const make = TABLE.find(([pattern]) => pattern.test(facts.message))?.[1];
  return make ? make(facts) : xmlMessages['malformed-tag']({ detail: plain(facts.message) }, place);
}

/** A "&" that is no reference swallows all behind it, so that the end of the text is what the scanner complains of. */
function unclosed({ message, place, from }: Facts): Diagnostic {
  const { source } = place;
  const stray = source.text.slice(from).search(/&(?!(?:[\p{L}_:][\p{L}\p{N}._:-]*|#[0-9]+|#x[0-9a-fA-F]+);)/u);
  if (stray !== -1) return xmlMessages['malformed-reference']({}, placeAt(source, from + stray, from + stray + 1));
  return source.text.includes('<', from)
    ? xmlMessages['unexpected-end']({}, place)
    : xmlMessages['unclosed-element']({ name: after(message, ': ') }, place);
}

function endTagMismatch({ place, open }: Facts): Diagnostic {
  const { source } = place;
  const start = source.text.lastIndexOf('</', place.start - 1);
  const end = source.text.indexOf('>', start) + 1 || source.text.length;
  const found = source.text.slice(start + 2, end).replace(/[\s>]+$/, '');
  return xmlMessages['end-tag-mismatch']({ found, open }, placeAt(source, start, end));
}

/** `<!` and what is neither a comment nor a CDATA section nor a document type declaration: what it was meant to be. */
function malformedBang({ place }: Facts): Diagnostic {
  const at = back(place, '<!');
  const written = at.source.text.slice(at.start, at.end);
  if (written.startsWith('<!-')) return malformedComment('it begins "<!--"', at);
  if (/^<!doctype/i.test(written)) {
    return xmlMessages['malformed-doctype']({ detail: '"DOCTYPE" is written in capital letters' }, at);
  }
  return xmlMessages['malformed-tag']({ detail: '"<!" begins neither a comment nor a CDATA section' }, at);
}

function malformedComment(detail: string, place: Place): Diagnostic {
  return xmlMessages['malformed-comment']({ detail }, place);
}

/** The second attribute of the name; one in a namespace is written with a prefix. */
function repeated(facts: Facts, name: string, inNamespace: boolean): Place {
  const named = namesInTag(facts).filter(({ written }) =>
    inNamespace ? written.endsWith(`:${name}`) : written === name,
  );
  return named[1]?.place ?? facts.place;
}

/** The names of the tag in hand as they are written: the element's, then those of its attributes. */
function namesInTag({ place, from }: Facts): readonly { readonly written: string; readonly place: Place }[] {
  const { source } = place;
  const start = source.text.indexOf('<', from);
  const tag = source.text.slice(start, place.start);
  return [...tag.matchAll(/^<([^\s/>]+)|\s([^\s=]+)\s*=\s*(?:"[^"]*"|'[^']*')/g)].map((match) => {
    const written = match[1] ?? match[2] ?? '';
    const at = start + match.index + match[0].indexOf(written);
    return { written, place: placeAt(source, at, at + written.length) };
  });
}

function entity(place: Place, from: number): Diagnostic {
  const { text } = place.source;
  const start = Math.max(text.lastIndexOf('&', place.start - 1), from);
  const end = text.indexOf(';', start) + 1 || place.start;
  return xmlMessages['undefined-entity']({ name: text.slice(start + 1, end - 1) }, placeAt(place.source, start, end));
}

/** From the nearest `sign` before the place to the place. */
function back(place: Place, sign: string): Place {
  const start = place.source.text.lastIndexOf(sign, place.start - 1);
  return start === -1 ? place : placeAt(place.source, start, place.start);
}

/** The scanner stands behind the character that it complains of. */
function onePast(place: Place): Place {
  return placeAt(place.source, Math.max(0, place.start - 1), place.start);
}

/** The first character, not white space, of the text that stands outside of the root. */
function outside(place: Place, from: number): Place {
  const at = from + place.source.text.slice(from).search(/\S/);
  return placeAt(place.source, at, at + 1);
}

function shown(place: Place): string {
  const code = place.source.text.charCodeAt(place.start - 1);
  const number = `U+${code.toString(16).toUpperCase().padStart(4, '0')}`;
  return code > 32 && code < 127 ? `"${String.fromCharCode(code)}"` : number;
}

function after(message: string, mark: string): string {
  return plain(message.slice(message.indexOf(mark) + mark.length));
}

function plain(message: string): string {
  return message.replace(/\.$/, '').replace(/^expected (?:the name|one of) (.*)$/, (_, names: string) => {
    const quoted = names.split(', ').map((name) => `"${name}"`);
    return `expected ${quoted.join(' or ')}`;
  });
}
