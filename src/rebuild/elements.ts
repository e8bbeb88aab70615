/** How the elements of TEI count when a transcription is rebuilt. */
import type { Element } from '../xml/index.js';

export type BlockKind = 'blocks' | 'list' | 'row' | 'quote' | 'note' | 'pageBreak' | 'paragraph';

/** Hold blocks; their own text is white space. */
const HOLDERS: ReadonlySet<string> = new Set(
  `TEI text front body back group div div1 div2 div3 div4 div5 div6 div7 floatingText table postscript attachment lg list figure
   teiCorpus sp spGrp castList castGroup titlePage docTitle listBibl prologue epilogue set performance sourceDoc surface surfaceGrp
   zone address`.split(/\s+/),
);

/** What an editor adds to the words of the source, or puts in place of them. */
const EDITORIAL: ReadonlySet<string> = new Set(
  'teiHeader standOff corr reg expan ex desc figDesc certainty respons interp spanGrp linkGrp'.split(' '),
);

/** Whether an element holds no words of the source. */
export function isEditorial(element: Element): boolean {
  return EDITORIAL.has(element.name.local);
}

/** How an element that stands among blocks is written. */
export function blockKind(element: Element): BlockKind {
  const { local } = element.name;
  switch (local) {
    case 'list':
      return 'list';
    case 'row':
      return 'row';
    case 'note':
      return 'note';
    case 'pb':
      return 'pageBreak';
    case 'quote':
      return element.children.some((c) => c.kind === 'element' && /^(?:p|list|table|lg)$/.test(c.name.local))
        ? 'quote'
        : 'paragraph';
    default:
      return HOLDERS.has(local) ? 'blocks' : 'paragraph';
  }
}
