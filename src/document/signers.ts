/** The last paragraphs of a document without a complimentary close -> who signed it (TEI Guidelines 4.2.2): `Rusk`, `For the Ambassador:` and a name. */
import { type PageBreakRun, plainText } from './content.js';
import type { DocumentBlock, FramePart, ParagraphBlock } from './document.js';
import { lineBlock } from './frame.js';
import { isNameLine, isOfficeLine, signatureOf } from './signature.js';

/** `For the Acting Secretary of State:` above the name of who signs in his place. */
const FOR = /^For (?:the )?\p{Lu}[^:]{2,60}[:.]$/u;
/** What the office of transmission adds: `(NOT PASSED TO PARIS)`, `[LH initialed]`. */
const ADDED = /^(?:\(.{2,80}\)|\[(?!(?:sub)?(?:enclosure|attachment|annex|appendix|tab)\b).{2,40}\])$/iu;
const MOST_OFFICES = 3;

/** Where the signatures begin; undefined where the last paragraphs are none. */
export function signersStart(blocks: readonly DocumentBlock[], end: number): number | undefined {
  const last = lastSigner(blocks, end);
  if (last === undefined) return undefined;
  let start = last;
  while (start > 1 && isWholeName(linesOf(blocks[start - 1]))) start--;
  return start > 1 && FOR.test(linesOf(blocks[start - 1]).join('\n')) ? start - 1 : start;
}

/** The last name, or the last but one paragraph, if what stands below is an office or was added. */
function lastSigner(blocks: readonly DocumentBlock[], end: number): number | undefined {
  if (end >= 2 && signs(linesOf(blocks[end - 1]))) return end - 1;
  const name = linesOf(blocks[end - 2]);
  if (end < 3 || !signs(name)) return undefined;
  const below = linesOf(blocks[end - 1]);
  if (ADDED.test(below.join(' '))) return end - 2;
  // A single word above other words is a heading sooner than a name.
  const isBelow = isWholeName(name) && below.length > 0 && below.length <= MOST_OFFICES && below.every(isOffice);
  return isBelow ? end - 2 : undefined;
}

/** The paragraphs from the first signature on. */
export function signerParts(blocks: readonly DocumentBlock[]): readonly (FramePart | PageBreakRun)[] {
  return blocks.flatMap((block): readonly (FramePart | PageBreakRun)[] => {
    if (block.kind === 'pageBreak') return [block];
    if (block.kind !== 'paragraph') return [];
    return signs(linesOf(block)) ? signatureParts(block, 'paragraph') : [textPart(block)];
  });
}

/** A signature; what stands above the name (`For the Ambassador:`), and then the office, are no part of it. */
export function signatureParts(block: ParagraphBlock, glue: FramePart['glue']): readonly FramePart[] {
  const lines = linesOf(block);
  const isFor = lines.length > 1 && FOR.test(lines[0] ?? '') && signs(lines);
  if (!isFor) return [signatureOf([block], glue)];
  return signedFor(block).map((part, index) => (index === 0 ? { ...part, glue } : part));
}

/** The words above the name, the name, and the office below it, a line each. */
function signedFor(block: ParagraphBlock): readonly FramePart[] {
  const [lead = '', name = ''] = plainText(block.content).split('\n');
  const nameStart = lead.length + 1;
  const nameEnd = nameStart + name.length;
  const end = plainText(block.content).length;
  const parts = [textPart(lineBlock(block, 0, lead.length)), signatureOf([lineBlock(block, nameStart, nameEnd)], '\n')];
  return nameEnd < end ? [...parts, { ...textPart(lineBlock(block, nameEnd + 1, end)), glue: '\n' }] : parts;
}

function textPart({ content, place }: ParagraphBlock): FramePart {
  return { kind: 'text', content, glue: 'paragraph', place };
}

function linesOf(block: DocumentBlock | undefined): readonly string[] {
  return block?.kind === 'paragraph' ? plainText(block.content).trim().split('\n') : [];
}

/** A name with offices below it; the words for whom it was signed may stand above. */
function signs(lines: readonly string[]): boolean {
  const [name = '', ...offices] = FOR.test(lines[0] ?? '') ? lines.slice(1) : lines;
  return isNameLine(name.trim()) && offices.length <= MOST_OFFICES && offices.every(isOffice);
}

/** Of several signers: more than a surname. A letter that is quoted ends in a name and a quotation mark. */
function isWholeName(lines: readonly string[]): boolean {
  return /[. ]\p{Lu}|^\[\p{Lu}\p{L}+\]$/u.test(lines[0] ?? '') && !/unquote/iu.test(lines[0] ?? '') && signs(lines);
}

/** An office may go on in the next line, and end in an abbreviation: `Chargé d’Affaires, a.i.` It is no sentence. */
function isOffice(line: string): boolean {
  const bare = line.trim().replace(/^(?:for|of|to|in|on) (?=\p{Lu})/u, '');
  return (
    isOfficeLine(bare.replace(/\ba\. ?i\.$|\b(?:Jr|Ret)\.$/u, 'x')) &&
    !/\b(?:is|was|are|were|has|had|I|we)\b/.test(bare)
  );
}
