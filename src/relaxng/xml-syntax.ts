/** Which element of the XML syntax may stand where, and with which attributes (RELAX NG 1.0, section 3). */

/** What an element is used as; `choice`, `except` and `div` have more than one use. */
export type Role =
  | 'pattern'
  | 'nameClass'
  | 'component'
  | 'includeComponent'
  | 'param'
  | 'exceptPattern'
  | 'exceptNameClass';

/** What stands in an element so far, as far as it matters for what may come next. */
export interface Filling {
  readonly name: string;
  readonly role: Role;
  /** Has it a `name` attribute or a name class? */
  readonly named: boolean;
  readonly patterns: number;
  readonly excepts: number;
}

interface ElementRule {
  readonly allowed: readonly string[];
  readonly required?: readonly string[];
  /** What it needs to hold, said in words. */
  readonly needs?: string;
  /** Does it hold text, and no elements? */
  readonly text?: true;
}

const COMMON = ['ns', 'datatypeLibrary'];
const named: ElementRule = { allowed: ['name', ...COMMON], required: ['name'] };
const plain: ElementRule = { allowed: COMMON };
const composite: ElementRule = { allowed: COMMON, needs: 'a pattern' };
const reference: ElementRule = { allowed: ['href', ...COMMON], required: ['href'] };

const RULES: ReadonlyMap<string, ElementRule> = new Map<string, ElementRule>([
  ['element', { allowed: ['name', ...COMMON], needs: 'a pattern' }],
  ['attribute', { allowed: ['name', ...COMMON] }],
  ['group', composite],
  ['interleave', composite],
  ['choice', composite],
  ['optional', composite],
  ['zeroOrMore', composite],
  ['oneOrMore', composite],
  ['list', composite],
  ['mixed', composite],
  ['ref', named],
  ['parentRef', named],
  ['empty', plain],
  ['text', plain],
  ['notAllowed', plain],
  ['value', { allowed: ['type', ...COMMON], text: true }],
  ['data', { allowed: ['type', ...COMMON], required: ['type'] }],
  ['param', { ...named, text: true }],
  ['except', composite],
  ['externalRef', reference],
  ['grammar', plain],
  ['start', { allowed: ['combine', ...COMMON], needs: 'a pattern' }],
  ['define', { allowed: ['name', 'combine', ...COMMON], required: ['name'], needs: 'a pattern' }],
  ['div', plain],
  ['include', reference],
  ['name', { ...plain, text: true }],
  ['anyName', plain],
  ['nsName', plain],
]);

const NAME_CLASSES: ReadonlySet<string> = new Set(['name', 'anyName', 'nsName', 'choice']);
const COMPONENTS: ReadonlySet<string> = new Set(['start', 'define', 'div', 'include']);
const NO_PATTERNS: ReadonlySet<string> = new Set(['param', 'except', 'name', 'anyName', 'nsName', ...COMPONENTS]);

export function elementRule(name: string): ElementRule | undefined {
  return RULES.get(name);
}

/** All element names of the syntax. */
export function elementNames(): Iterable<string> {
  return RULES.keys();
}

/** Is it an element that can be a whole schema? */
export function isPatternElement(name: string): boolean {
  return RULES.has(name) && !NO_PATTERNS.has(name);
}

/** The use of `child` in an element filled so far, or what would be expected in its place. */
export function roleOfChild(parent: Filling, child: string): { readonly role: Role } | { readonly expected: string } {
  const expected = nextExpected(parent);
  const role = roleAs(expected, child);
  return role === undefined ? { expected: EXPECTED[expected] } : { role };
}

type Expected = 'pattern' | 'nameClass' | 'component' | 'includeComponent' | 'dataContent' | 'except' | 'text' | 'end';

const EXPECTED = {
  pattern: 'a pattern',
  nameClass: 'a name class or a "name" attribute',
  component: '"start", "define", "div" or "include"',
  includeComponent: '"start", "define" or "div"',
  dataContent: '"param", or one "except" at the end',
  except: 'one "except"',
  text: 'text only',
  end: 'nothing more',
} as const satisfies Record<Expected, string>;

function nextExpected({ name, role, named: hasName, patterns, excepts }: Filling): Expected {
  switch (name) {
    case 'element':
      return hasName ? 'pattern' : 'nameClass';
    case 'attribute':
      return hasName ? (patterns === 0 ? 'pattern' : 'end') : 'nameClass';
    case 'choice':
      return role === 'nameClass' ? 'nameClass' : 'pattern';
    case 'except':
      return role === 'exceptNameClass' ? 'nameClass' : 'pattern';
    case 'group':
    case 'interleave':
    case 'optional':
    case 'zeroOrMore':
    case 'oneOrMore':
    case 'list':
    case 'mixed':
    case 'define':
      return 'pattern';
    case 'start':
      return patterns === 0 ? 'pattern' : 'end';
    case 'anyName':
    case 'nsName':
      return excepts === 0 ? 'except' : 'end';
    case 'data':
      return excepts === 0 ? 'dataContent' : 'end';
    case 'grammar':
      return 'component';
    case 'div':
      return role === 'includeComponent' ? 'includeComponent' : 'component';
    case 'include':
      return 'includeComponent';
    case 'name':
    case 'value':
    case 'param':
      return 'text';
    default:
      return 'end';
  }
}

function roleAs(expected: Expected, child: string): Role | undefined {
  switch (expected) {
    case 'pattern':
      return NO_PATTERNS.has(child) ? undefined : 'pattern';
    case 'nameClass':
      return NAME_CLASSES.has(child) ? 'nameClass' : undefined;
    case 'component':
      return COMPONENTS.has(child) ? 'component' : undefined;
    case 'includeComponent':
      return COMPONENTS.has(child) && child !== 'include' ? 'includeComponent' : undefined;
    case 'dataContent':
      return child === 'param' ? 'param' : child === 'except' ? 'exceptPattern' : undefined;
    case 'except':
      return child === 'except' ? 'exceptNameClass' : undefined;
    case 'text':
    case 'end':
      return undefined;
  }
}
