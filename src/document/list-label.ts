/** The label of an item -> its kind, by which the items of one list are told from those of another. */

/** `(a)` and `(b)` are of one kind, `(1)` and `1.` of two. */
export function kindOfLabel(label: string): string {
  return label
    .replace(/\d+/gu, '1')
    .replace(/\p{Ll}+/gu, 'a')
    .replace(/\p{Lu}+/gu, 'A');
}
