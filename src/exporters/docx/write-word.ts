/** Paragraphs and tables -> the objects of the package that writes Word's XML (ECMA-376, part 1, 17). */
import type { Paragraph, ParagraphChild, Table } from 'docx';
import type { Block, CellBlock, ParagraphBlock, TableBlock } from './blocks.js';
import type { Link, Look, Piece, WordPicture } from './pieces.js';

export type Word = typeof import('docx');

/** In twentieths of a point. */
const STEP = 567;
const WIDTH = 9026;
/** In pixels, 96 an inch. */
const WIDEST = 600;
const HIGHEST = 800;
export const NUMBERED = 'numbered';

export function wordWriter(word: Word): (block: Block) => readonly (Paragraph | Table)[] {
  const child = (piece: Piece): readonly ParagraphChild[] => {
    switch (piece.kind) {
      case 'text':
        return [run(piece.text, piece.look)];
      case 'line':
        return [new word.TextRun({ break: 1 })];
      case 'tab':
        return [new word.TextRun({ children: [new word.Tab()] })];
      case 'note':
        return [new word.FootnoteReferenceRun(piece.number)];
      case 'picture':
        return [image(piece.picture, piece.description)];
      case 'bookmark':
        return [new word.Bookmark({ id: piece.name, children: [] })];
    }
  };

  /** No wider or higher than the page. */
  const image = ({ type, bytes, width, height }: WordPicture, description: string) => {
    const scale = Math.min(1, WIDEST / width, HIGHEST / height);
    const size = { width: Math.max(1, Math.round(width * scale)), height: Math.max(1, Math.round(height * scale)) };
    const altText = { name: 'Picture', title: description, description };
    return new word.ImageRun({ type, data: Uint8Array.from(bytes), transformation: size, altText });
  };

  const run = (text: string, { mark, link, language, underline, ...look }: Look) =>
    new word.TextRun({
      text,
      ...look,
      ...(underline && { underline: {} }),
      ...(language !== undefined && { language: { value: language } }),
      ...(mark ? { style: mark === 'page' ? 'PrintPage' : 'InnerNote' } : link && { style: 'Hyperlink' }),
    });

  /** Runs side by side that lead to one place are one link. */
  const children = (pieces: readonly Piece[]): readonly ParagraphChild[] => {
    const runs: { readonly link: Link | undefined; readonly children: ParagraphChild[] }[] = [];
    for (const piece of pieces) {
      const link = piece.kind === 'text' ? piece.look.link : undefined;
      const last = runs.at(-1);
      if (last && last.link === link) last.children.push(...child(piece));
      else runs.push({ link, children: [...child(piece)] });
    }
    return runs.flatMap(({ link, children: inner }) => {
      if (!link) return inner;
      if (link.kind === 'in') return [new word.InternalHyperlink({ anchor: link.bookmark, children: inner })];
      return [new word.ExternalHyperlink({ link: link.href, children: inner })];
    });
  };

  const paragraph = ({ style, heading, indent, inLetter, align, item, pieces }: ParagraphBlock) =>
    new word.Paragraph({
      ...(heading !== undefined
        ? { heading: HEADINGS[heading - 1] ?? 'Heading6' }
        : (style ?? (item && 'ListParagraph')) && { style: style ?? 'ListParagraph' }),
      ...(align && { alignment: align }),
      ...((indent > 0 || item !== undefined) && {
        indent: { left: indent * STEP, ...(item !== undefined && { hanging: STEP }) },
      }),
      ...(item === 'label' && { tabStops: [{ type: 'left' as const, position: indent * STEP }] }),
      ...(item === 'bullet' && { bullet: { level: Math.min(indent - 1, 8) } }),
      ...(typeof item === 'object' && {
        numbering: { reference: NUMBERED, level: Math.min(indent - 1, 8), instance: item.list },
      }),
      ...(inLetter && { border: { left: { style: 'single' as const, size: 6, space: 10, color: 'A6A6A6' } } }),
      children: children(pieces),
    });

  const cell = ({ blocks, columns, rows }: CellBlock, rowsLeft: number) => {
    const content = blocks.flatMap(write);
    return new word.TableCell({
      children: content.length > 0 ? content : [new word.Paragraph({})],
      ...(columns > 1 && { columnSpan: columns }),
      ...(Math.min(rows, rowsLeft) > 1 && { rowSpan: Math.min(rows, rowsLeft) }),
    });
  };

  const table = ({ rows, indent }: TableBlock) => {
    const columns = Math.max(...rows.map(({ cells }) => cells.reduce((sum, each) => sum + each.columns, 0)));
    return new word.Table({
      width: { size: WIDTH - indent * STEP, type: 'dxa' },
      columnWidths: Array.from({ length: columns }, () => Math.floor((WIDTH - indent * STEP) / columns)),
      ...(indent > 0 && { indent: { size: indent * STEP, type: 'dxa' as const } }),
      rows: rows.map(
        ({ cells, isHead }, i) =>
          new word.TableRow({
            children: cells.map((each) => cell(each, rows.length - i)),
            // Only rows at the top can be repeated on each page.
            ...(isHead && rows.slice(0, i).every((row) => row.isHead) && { tableHeader: true }),
          }),
      ),
    });
  };

  /** A paragraph behind each table: tables side by side would be one. */
  const write = (block: Block): readonly (Paragraph | Table)[] =>
    block.kind === 'paragraph' ? [paragraph(block)] : [table(block), new word.Paragraph({})];
  return write;
}

const HEADINGS = ['Heading1', 'Heading2', 'Heading3', 'Heading4', 'Heading5', 'Heading6'] as const;
