/** How deep schemas may nest: far beyond any real one, well within the stack. */

/** Patterns inside one another, definitions that refer to one another included. */
export const MAX_DEPTH = 250;
