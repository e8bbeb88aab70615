/** Do two name classes have a name in common (RELAX NG 1.0, section 7.3 and 7.4)? */
import type { SimpleNameClass } from './simple.js';

interface Name {
  readonly namespace: string;
  readonly local: string;
}

/** A local name and a namespace that no schema speaks of, for all the others. */
const OTHER_LOCAL = '\0';
const OTHER_NAMESPACE = '\0';

/**
 * A name class can only tell names apart that it mentions: so two of them overlap exactly if one of the names that they
 * mention, or one that neither mentions, is in both.
 */
export function nameClassesOverlap(a: SimpleNameClass, b: SimpleNameClass): boolean {
  if (a.kind === 'name' && b.kind === 'name') return a.local === b.local && a.namespace === b.namespace;
  if (a.kind === 'name') return containsName(b, a);
  if (b.kind === 'name') return containsName(a, b);
  return [...mentionedNames(a), ...mentionedNames(b), { namespace: OTHER_NAMESPACE, local: OTHER_LOCAL }].some(
    (name) => containsName(a, name) && containsName(b, name),
  );
}

export function containsName(nameClass: SimpleNameClass, name: Name): boolean {
  switch (nameClass.kind) {
    case 'name':
      return nameClass.local === name.local && nameClass.namespace === name.namespace;
    case 'nsName':
      return nameClass.namespace === name.namespace && !(nameClass.except && containsName(nameClass.except, name));
    case 'anyName':
      return !(nameClass.except && containsName(nameClass.except, name));
    case 'choice':
      return containsName(nameClass.left, name) || containsName(nameClass.right, name);
  }
}

function* mentionedNames(nameClass: SimpleNameClass): Generator<Name> {
  switch (nameClass.kind) {
    case 'name':
      yield nameClass;
      return;
    case 'nsName':
      yield { namespace: nameClass.namespace, local: OTHER_LOCAL };
      if (nameClass.except) yield* mentionedNames(nameClass.except);
      return;
    case 'anyName':
      if (nameClass.except) yield* mentionedNames(nameClass.except);
      return;
    case 'choice':
      yield* mentionedNames(nameClass.left);
      yield* mentionedNames(nameClass.right);
      return;
  }
}

/** Its names, one by one; undefined if there is no end of them. */
export function namesOf(nameClass: SimpleNameClass): readonly Name[] | undefined {
  if (nameClass.kind === 'name') return [nameClass];
  if (nameClass.kind !== 'choice') return undefined;
  const [left, right] = [namesOf(nameClass.left), namesOf(nameClass.right)];
  return left && right && [...left, ...right];
}

/** A name class in words: `"p"`, `"p" or "q"`, `of any name`. */
export function describeNameClass(nameClass: SimpleNameClass): string {
  const names = namesOf(nameClass);
  if (names && names.length > 3) return `"${names[0]?.local}" or ${names.length - 1} others`;
  switch (nameClass.kind) {
    case 'name':
      return `"${nameClass.local}"`;
    case 'nsName':
      return nameClass.namespace === '' ? 'of no namespace' : `of namespace "${nameClass.namespace}"`;
    case 'anyName':
      return 'of any name';
    case 'choice':
      return `${describeNameClass(nameClass.left)} or ${describeNameClass(nameClass.right)}`;
  }
}
