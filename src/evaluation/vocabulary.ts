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

/** In: the local name of an element. Out: its class; undefined where it is no block that is measured. */
export function blockClass(name: string): BlockClass | undefined {
  return Object.hasOwn(CLASS_OF, name) ? CLASS_OF[name] : undefined;
}

/** The attributes that may say what a phrase is about: the first that is there does. */
export const phraseKeys = {
  persName: ['corresp', 'ref', 'key'],
  gloss: ['target', 'ref', 'key'],
  ref: ['target'],
  date: ['when'],
  placeName: [],
} as const;

export type PhraseName = keyof typeof phraseKeys;

export const phraseNames = ['persName', 'gloss', 'ref', 'date', 'placeName'] as const satisfies readonly PhraseName[];

/** What is measured as which phrase: whether an abbreviation is a `gloss` or a `term` is a matter of the encoding. */
export function phraseName(name: string): PhraseName | undefined {
  if (name === 'term') return 'gloss';
  return phraseNames.find((known) => known === name);
}
