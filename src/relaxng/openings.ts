/** State x start tag -> the opening of an element: the state of its content, and the states of its parent that come back with the end tag. */
import type { CompiledGrammar } from './compile.js';
import type { ValueContext } from './datatypes/index.js';
import { openElement } from './derive/start-tag.js';
import { specificityOf } from './name-class.js';
import type { Pattern } from './pattern.js';
import { type Alternative, NOTHING, type StateTable } from './state.js';
import { createTransitionTable, type TransitionTable, UNKNOWN } from './transition-table.js';
import type { MatchValue } from './value-memo.js';

export interface Opening {
  /** The state behind the name of the start tag: attributes and content are to come. */
  readonly content: number;
  /** By slot: the state of the parent after the end tag, if the element turns out to be the one of that slot. */
  readonly returns: readonly number[];
}

/** How an element was taken that the state does not allow. */
export interface Recovery {
  readonly opening: number;
  /**
   * skipped: something is missing before it, and was taken as if it had been there; known: the schema has an element of
   * this name elsewhere; unknown: it does not name it at all.
   */
  readonly how: 'skipped' | 'known' | 'unknown';
}

/** The openings that were kept, and the transitions that lead to them and back. */
export interface KeptOpenings {
  readonly size: number;
  read(opening: number): Opening;
  readonly opened: TransitionTable;
  readonly closed: TransitionTable;
}

export interface Openings {
  readonly size: number;
  /** What is known of `open`: states and symbols. */
  readonly opened: TransitionTable;
  /** What is known of `close`: states and openings. */
  readonly closed: TransitionTable;
  at(opening: number): Opening;
  intern(content: number, returns: readonly number[]): number;
  /** The opening of an element of this name; -1 if none may stand here. */
  open(state: number, symbol: number): number;
  /** The opening to go on with where none may stand. */
  recover(state: number, symbol: number): Recovery;
  /** The same opening for an element whose content is not looked at. */
  unseen(opening: number): number;
  /** The state of the parent after the end tag; -1 if the content is not complete. */
  close(state: number, opening: number): number;
  /** The same for an element that holds this text and no element. */
  closeWithText(state: number, opening: number, text: string, context: ValueContext): number;
  /** The state of the parent whatever the content was. */
  abandon(state: number, opening: number): number;
}

/** None is known to begin with, or those that were kept. */
export function createOpenings(
  grammar: CompiledGrammar,
  states: StateTable,
  matchValue: MatchValue,
  kept?: KeptOpenings,
): Openings {
  const { table } = grammar;
  const openings: (Opening | undefined)[] = [];
  let size = kept?.size ?? 0;
  let interned: Map<string, number> | undefined;
  const opened = kept?.opened ?? createTransitionTable();
  const closed = kept?.closed ?? createTransitionTable();
  const recoveries = new Map<string, Recovery>();

  const at = (id: number): Opening => {
    const opening = openings[id] ?? (id >= 0 && id < size ? kept?.read(id) : undefined);
    if (opening === undefined) throw new RangeError(`no opening ${id}`);
    openings[id] = opening;
    return opening;
  };
  const index = (): Map<string, number> => {
    const made = new Map<string, number>();
    for (let id = 0; id < size; id++) made.set(keyOf(at(id)), id);
    return made;
  };
  const intern = (content: number, returns: readonly number[]): number => {
    const opening = { content, returns };
    interned ??= index();
    const key = keyOf(opening);
    const known = interned.get(key);
    if (known !== undefined) return known;
    const id = size++;
    openings[id] = opening;
    interned.set(key, id);
    return id;
  };
  const deriveOpening = (state: number, symbol: number, skipping: boolean): number => {
    const byContent = new Map<Pattern, Alternative[]>();
    for (const { slot, pattern } of states.at(state).alternatives) {
      for (const { definition, rest } of openElement(table, pattern, symbol, skipping)) {
        const content = grammar.contentOf(definition);
        if (content === table.notAllowed) continue;
        const after = byContent.get(content);
        if (after) after.push({ slot, pattern: rest });
        else byContent.set(content, [{ slot, pattern: rest }]);
      }
    }
    // Elements that the parent goes on from in the same way need not be told apart.
    const byReturn = new Map<number, Pattern[]>();
    for (const [content, after] of byContent) {
      const back = states.intern(after);
      byReturn.set(back, [...(byReturn.get(back) ?? []), content]);
    }
    if (byReturn.size === 0) return -1;
    const contents = [...byReturn.values()].map((patterns, slot) => ({ slot, pattern: table.choice(patterns) }));
    return intern(states.intern(contents), [...byReturn.keys()]);
  };
  const deriveRecovery = (state: number, symbol: number): Recovery => {
    const skipped = deriveOpening(state, symbol, true);
    if (skipped >= 0) return { opening: skipped, how: 'skipped' };
    const contents = definitionsOf(grammar, symbol).map((index) => ({ slot: 0, pattern: grammar.contentOf(index) }));
    const content = states.intern(contents);
    return { opening: intern(content, [state]), how: contents.length > 0 ? 'known' : 'unknown' };
  };
  const returnOf = (opening: Opening, slots: readonly Alternative[]): number =>
    slots.length === 0 ? -1 : states.unite(slots.map(({ slot }) => opening.returns[slot] ?? NOTHING));

  return {
    get size() {
      return size;
    },
    opened,
    closed,
    at,
    intern,
    open(state, symbol) {
      const known = opened.get(state, symbol);
      if (known !== UNKNOWN) return known;
      const opening = deriveOpening(state, symbol, false);
      opened.set(state, symbol, opening);
      return opening;
    },
    recover(state, symbol) {
      const key = `${state} ${symbol}`;
      const recovery = recoveries.get(key) ?? deriveRecovery(state, symbol);
      recoveries.set(key, recovery);
      return recovery;
    },
    unseen: (opening) => intern(NOTHING, at(opening).returns),
    close(state, opening) {
      const known = closed.get(state, opening);
      if (known !== UNKNOWN) return known;
      const complete = states.at(state).alternatives.filter(({ pattern }) => pattern.nullable);
      const back = returnOf(at(opening), complete);
      closed.set(state, opening, back);
      return back;
    },
    closeWithText(state, opening, text, context) {
      const { alternatives } = states.at(state);
      return returnOf(
        at(opening),
        alternatives.filter(({ pattern }) => matchValue(pattern.id, text, context)),
      );
    },
    abandon(state, opening) {
      const { alternatives } = states.at(state);
      const all = at(opening);
      return alternatives.length === 0 ? states.unite(all.returns) : returnOf(all, alternatives);
    },
  };
}

/** Equal for equal openings. */
function keyOf({ content, returns }: Opening): string {
  return `${content}>${returns.join()}`;
}

/** The elements that list this name, wherever they stand in the schema. What takes any name does not know this one. */
function definitionsOf({ source, symbols }: CompiledGrammar, symbol: number): readonly number[] {
  const name = symbols.isNamed(symbol) ? symbols.list[symbol] : undefined;
  if (!name) return [];
  return source.definitions.flatMap(({ nameClass }, index) => (specificityOf(nameClass, name) === 2 ? [index] : []));
}
