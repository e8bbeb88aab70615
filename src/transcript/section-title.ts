/** How many lines above the head of a document may be titles of a section, and how long one of them is at most. */

/** More lines are no titles. */
export const MOST_TITLES = 2;
export const LONGEST_TITLE = 100;
