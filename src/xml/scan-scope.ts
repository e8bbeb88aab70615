/** Namespace declarations -> the prefixes in scope (Namespaces in XML 1.0, section 6). */
import { XML_NAMESPACE } from './names.js';

/**
 * Prefixes in scope at an element, as a map: prefix (empty for the default) to namespace. It holds its own declarations
 * alone, and looks further out for others, so that ten thousand nested declarations cost ten thousand entries.
 */
export class NamespaceScope implements ReadonlyMap<string, string> {
  readonly outer: NamespaceScope | undefined;
  readonly own: ReadonlyMap<string, string>;
  /** How many declarations it holds at the most: those further out that it replaces count as well. */
  readonly most: number;

  constructor(outer: NamespaceScope | undefined, own: ReadonlyMap<string, string>) {
    this.outer = outer;
    this.own = own;
    this.most = own.size + (outer?.most ?? 0);
  }

  get(prefix: string): string | undefined {
    for (let scope: NamespaceScope | undefined = this; scope; scope = scope.outer) {
      const namespace = scope.own.get(prefix);
      if (namespace !== undefined) return namespace;
    }
    return undefined;
  }

  has(prefix: string): boolean {
    return this.get(prefix) !== undefined;
  }

  get size(): number {
    return this.#all().size;
  }

  forEach(take: (namespace: string, prefix: string, map: ReadonlyMap<string, string>) => void): void {
    for (const [prefix, namespace] of this) take(namespace, prefix, this);
  }

  entries(): MapIterator<[string, string]> {
    return this.#all().entries();
  }

  keys(): MapIterator<string> {
    return this.#all().keys();
  }

  values(): MapIterator<string> {
    return this.#all().values();
  }

  [Symbol.iterator](): MapIterator<[string, string]> {
    return this.entries();
  }

  /** Outermost first, as a map that was copied from element to element would have them. */
  #all(): Map<string, string> {
    const scopes: NamespaceScope[] = [];
    for (let scope: NamespaceScope | undefined = this; scope; scope = scope.outer) scopes.push(scope);
    const all = new Map<string, string>();
    for (const { own } of scopes.reverse()) for (const [prefix, namespace] of own) all.set(prefix, namespace);
    return all;
  }
}

/** The scopes of the elements that are open. */
export class Namespaces {
  scope = new NamespaceScope(undefined, new Map([['xml', XML_NAMESPACE]]));
  /** What each prefix is bound to now: found at once however deep its declaration lies. */
  readonly #bound = new Map<string, string | undefined>([['xml', XML_NAMESPACE]]);
  readonly #replaced = new Map<NamespaceScope, readonly (readonly [string, string | undefined])[]>();

  of(prefix: string): string | undefined {
    return this.#bound.get(prefix);
  }

  /** Opens the scope of an element; declarations that change nothing make none. */
  enter(declared: ReadonlyMap<string, string>): void {
    const own = new Map([...declared].filter(([prefix, namespace]) => this.#bound.get(prefix) !== namespace));
    if (own.size === 0) return;
    this.scope = new NamespaceScope(this.scope, own);
    this.#replaced.set(
      this.scope,
      [...own.keys()].map((prefix) => [prefix, this.#bound.get(prefix)]),
    );
    for (const [prefix, namespace] of own) this.#bound.set(prefix, namespace);
  }

  /** Goes back to the scope of the element around. */
  leave(outer: NamespaceScope): void {
    if (this.scope === outer) return;
    for (const [prefix, namespace] of this.#replaced.get(this.scope) ?? []) this.#bound.set(prefix, namespace);
    this.#replaced.delete(this.scope);
    this.scope = outer;
  }
}
