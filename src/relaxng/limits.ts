/** How deep schemas may nest: far beyond any real one, well within the stack. */

/** Patterns inside one another, definitions that refer to one another included. */
export const MAX_DEPTH = 250;

/**
 * An automaton learns with every document. Real schemas come to some hundred states, or a few thousand; one in which anything may stand in
 * any order can go on learning for ever, and begins anew: within a document too.
 */
export const MOST_STATES = 10_000;
