/** JSON text -> its value, and complaints about the value as diagnostics with places and JSON pointers (RFC 6901). */
import type { ErrorObject } from 'ajv';
import { findNodeAtLocation, getNodeValue, type Node } from 'jsonc-parser';
import type { Report } from '../diagnostic/index.js';
import { type Place, placeAt, type Source } from '../source/index.js';
import { readJsonTree } from '../source/json-tree.js';
import { runMessages } from './messages.js';
import { nearName } from './near-name.js';

export interface LocatedJson {
  readonly value: unknown;
  /** Says what the validator found, each thing where it stands. */
  explain(errors: readonly ErrorObject[], report: Report): void;
  /** Where the value at a JSON pointer stands. */
  placeOf(pointer: string): Place;
  /** Says that the value at a JSON pointer is not one of those expected. */
  reject(pointer: string, expected: string, report: Report): void;
}

const LONGEST_VALUE = 40;

/** Strict JSON: no comments, no trailing commas. The first mistake of syntax is reported, and ends the reading. */
export function readLocatedJson(source: Source, report: Report): LocatedJson | undefined {
  const tree = readJsonTree(source);
  if ('mistake' in tree) {
    report(runMessages['settings-not-json']({ detail: tree.mistake }, tree.place));
    return undefined;
  }
  const { root } = tree;
  return {
    value: getNodeValue(root),
    explain(errors, to) {
      for (const error of withoutAlternatives(errors)) explain(source, root, error, to);
    },
    placeOf: (pointer) => placeOf(source, nodeAt(root, pointer)),
    reject: (pointer, expected, to) => reject(source, root, pointer, expected, to),
  };
}

/** Where none of several alternatives holds, what each of them lacks says less than that. */
function withoutAlternatives(errors: readonly ErrorObject[]): readonly ErrorObject[] {
  const choices = errors.filter(({ keyword }) => keyword === 'oneOf');
  return errors.filter(
    ({ schemaPath, instancePath }) =>
      !choices.some((choice) => instancePath === choice.instancePath && schemaPath.startsWith(`${choice.schemaPath}/`)),
  );
}

function explain(source: Source, root: Node, error: ErrorObject, report: Report): void {
  const { keyword, params, instancePath: pointer } = error;
  const node = nodeAt(root, pointer);
  if (keyword === 'if') return;
  if (keyword === 'additionalProperties') {
    const name: unknown = params['additionalProperty'];
    const key = node && findNodeAtLocation(node, [`${name}`])?.parent?.children?.[0];
    const near = nearName(`${name}`, keysOf(error.parentSchema));
    report(
      runMessages['settings-unknown-key'](
        { name: `${name}`, pointer: `${pointer}/${pointerStep(`${name}`)}`, near },
        placeOf(source, key ?? node),
      ),
    );
    return;
  }
  if (keyword === 'required') {
    const name = `${params['missingProperty']}`;
    report(runMessages['settings-missing-key']({ name, pointer }, placeOf(source, node)));
    return;
  }
  reject(source, root, pointer, expectation(error), report);
}

function reject(source: Source, root: Node, pointer: string, expected: string, report: Report): void {
  const node = nodeAt(root, pointer);
  const value = shorten(JSON.stringify(node && getNodeValue(node)));
  report(runMessages['settings-value-invalid']({ pointer, value, expected }, placeOf(source, node)));
}

function nodeAt(root: Node, pointer: string): Node | undefined {
  return pointer
    .split('/')
    .slice(1)
    .map((step) => step.replaceAll('~1', '/').replaceAll('~0', '~'))
    .reduce<Node | undefined>(
      (node, step) => node && findNodeAtLocation(node, [node.type === 'array' ? Number(step) : step]),
      root,
    );
}

function pointerStep(step: string): string {
  return step.replaceAll('~', '~0').replaceAll('/', '~1');
}

function placeOf(source: Source, node: Node | undefined): Place {
  if (!node) return placeAt(source, 0);
  const opens = node.type === 'object' || node.type === 'array';
  return placeAt(source, node.offset, node.offset + (opens ? 1 : node.length));
}

function keysOf(schema: unknown): readonly string[] {
  const has = typeof schema === 'object' && schema !== null && 'properties' in schema;
  return has ? Object.keys(Object(schema.properties)) : [];
}

function expectation({ keyword, params, schema, parentSchema }: ErrorObject): string {
  if (keyword === 'type') return typeNames[`${params['type']}`] ?? `${params['type']}`;
  if (keyword === 'enum')
    return Object.values(Object(params['allowedValues']))
      .map((value) => JSON.stringify(value))
      .join(', ');
  if (keyword === 'oneOf') return oneOf(schema);
  if (keyword === 'minLength') return 'a text that is not empty';
  const examples: unknown = parentSchema?.['examples'];
  return Array.isArray(examples) ? `a value such as ${JSON.stringify(examples[0])}` : `what the schema asks for`;
}

/** `one of "note", "marker"`: alternatives each ask for a key. */
function oneOf(alternatives: unknown): string {
  const keys = Array.isArray(alternatives) ? alternatives.flatMap((each) => Object(each).required ?? []) : [];
  return `one of ${keys.map((key) => JSON.stringify(key)).join(', ')}`;
}

const typeNames: Readonly<Record<string, string>> = {
  string: 'a text in quotation marks',
  object: 'an object, {...}',
  array: 'a list, [...]',
};

function shorten(text: string): string {
  return text.length > LONGEST_VALUE ? `${text.slice(0, LONGEST_VALUE)}...` : text;
}
