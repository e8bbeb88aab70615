/** Names of elements -> what is measured of them: classes of blocks, and phrases with the attribute that holds their key. */

export const blockClasses = ['cell', 'dateline', 'head', 'item', 'label', 'p', 'signed'] as const;

export type BlockClass = (typeof blockClasses)[number];

/** A salutation and a paragraph are one class: which of them it is, is a matter of the encoding. */
const CLASS_OF: Readonly<Record<string, BlockClass>> = {
  head: 'head',
  p: 'p',
  salute: 'p',
  dateline: 'dateline',
  signed: 'signed',
  item: 'item',
  cell: 'cell',
  label: 'label',
};

export function blockClass(name: string): BlockClass | undefined {
  return Object.hasOwn(CLASS_OF, name) ? CLASS_OF[name] : undefined;
}

/** The attribute that says what a phrase is about. */
export const phraseKeys = {
  persName: 'corresp',
  gloss: 'target',
  ref: 'target',
  date: 'when',
  placeName: undefined,
} as const;

export type PhraseName = keyof typeof phraseKeys;

export const phraseNames = ['persName', 'gloss', 'ref', 'date', 'placeName'] as const satisfies readonly PhraseName[];

export function isPhraseName(name: string): name is PhraseName {
  return Object.hasOwn(phraseKeys, name);
}
