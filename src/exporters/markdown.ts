/** TEI -> Markdown: CommonMark, with footnotes and tables as GitHub and Pandoc write them. */
import type { Report } from '../diagnostic/index.js';
import { attributeValue } from '../xml/index.js';
import type { ExportedFile, Exporter, ExportInput } from './exporter.js';
import { escapeLineStart, escapeMarkdown } from './markdown-text.js';
import { dropReporter, FORMULA, onceEach, REPLACED, reportBeside, typographyOf } from './once.js';
import { type Presented, type PresentedElement, present } from './present.js';
import { isDocument, ownContent, type ReadPart, readVolume } from './reading/index.js';

export const markdown: Exporter = {
  name: 'markdown',
  summary: 'Markdown with footnotes',
  extension: '.md',
  mediaType: 'text/markdown',
  scope: 'document',
  makes: ['file'],
  isText: true,
  export: async (input, report) => [exportMarkdown(input, report)],
};

type Drop = ReturnType<typeof dropReporter>;

interface Writing {
  readonly drop: Drop;
  /** In the order of their markers; notes of notes come behind. */
  readonly notes: PresentedElement[];
}

function exportMarkdown({ files, settings }: ExportInput, report: Report): ExportedFile {
  const volume = readVolume(files, settings);
  const once = onceEach(report);
  reportBeside(files, once);
  const writing: Writing = { drop: dropReporter('markdown', report), notes: [] };
  const [only, ...more] = volume.parts;
  const isOne = only !== undefined && more.length === 0 && only.parts.length === 0;
  const blocks = isOne ? [] : [`# ${escapeMarkdown(volume.title)}`];
  const write = (part: ReadPart, level: number) => {
    blocks.push(...blocksOf(present(ownContent(part), once), level, writing));
    for (const inner of part.parts) write(inner, isDocument(part) ? level : Math.min(level + 1, 6));
  };
  for (const part of volume.parts) write(part, isOne ? 1 : 2);
  for (let i = 0; i < writing.notes.length; i++) {
    const note = writing.notes[i];
    if (note) blocks.push(footnote(i + 1, blocksOf({ ...note, behaviour: 'paragraph', isBlock: true }, 6, writing)));
  }
  return { path: `${files[0]?.name ?? 'document'}.md`, content: `${blocks.join('\n\n')}\n` };
}

/** The blocks of a note, indented behind its label. */
function footnote(number: number, blocks: readonly string[]): string {
  return `[^${number}]: ${blocks.join('\n\n').replace(/\n(?=[^\n])/g, '\n    ')}`;
}

/** In: an element. Out: the blocks in it, without the blank lines between them. */
function blocksOf(element: PresentedElement, level: number, writing: Writing): readonly string[] {
  const blocks: string[] = [];
  let line: Presented[] = [];
  let wasLine = false;
  const flush = () => {
    if (line.some((node) => node.kind === 'element' || node.text.trim() !== '')) wasLine = false;
    const lines = linesOf(line, writing);
    if (element.behaviour === 'heading' && lines.length > 0) blocks.push(heading(lines.join(' '), level));
    else if (lines.length > 0) blocks.push(paragraph(lines));
    line = [];
  };
  for (const child of element.children) {
    if (child.kind === 'text' || !child.isBlock) {
      line.push(child);
      continue;
    }
    flush();
    const inside = blockOf(child, level, writing);
    const [verse, ...more] = inside;
    // Verses stand one below the other.
    if (isLine(child) && wasLine && verse !== undefined && more.length === 0)
      blocks.push(`${blocks.pop()}\\\n${verse}`);
    else blocks.push(...inside);
    wasLine = isLine(child) && more.length === 0;
  }
  flush();
  return blocks;
}

function isLine({ name }: PresentedElement): boolean {
  return name === 'l' || name === 'addrLine';
}

function blockOf(block: PresentedElement, level: number, writing: Writing): readonly string[] {
  switch (block.behaviour) {
    case 'list':
      return [listOf(block, level, writing)];
    case 'table':
      return tableOf(block, writing);
    case 'document':
      return [prefixed(blocksOf(block, Math.min(level + 1, 6), writing).join('\n\n'), '> ')];
    case 'section':
      return blocksOf(block, block.name === 'div' ? Math.min(level + 1, 6) : level, writing);
    default: {
      const inside = blocksOf(block, level, writing);
      return block.name === 'quote' && inside.length > 0 ? [prefixed(inside.join('\n\n'), '> ')] : inside;
    }
  }
}

/** A number sign at the end would be taken for an ornament. */
function heading(text: string, level: number): string {
  return `${'#'.repeat(level)} ${text.replace(/#$/, '\\#')}`;
}

/** Line ends are said, white space at them is not. */
function paragraph(lines: readonly string[]): string {
  return lines.map(escapeLineStart).join('\\\n');
}

function prefixed(text: string, prefix: string): string {
  return text.replace(/^/gm, prefix).replace(/[ \t]+$/gm, '');
}

/** Items one below the other; a label stands before its item, a head above the list. */
function listOf(list: PresentedElement, level: number, writing: Writing): string {
  const lines: string[] = [];
  let label = '';
  for (const child of list.children) {
    if (child.kind === 'text') continue;
    if (child.name === 'label') {
      label = `${linesOf(child.children, writing).join(' ')} `;
      continue;
    }
    const text = blocksOf({ ...child, behaviour: 'paragraph' }, level, writing).join('\n\n');
    if (child.behaviour === 'listItem') lines.push(`- ${label}${text.replace(/\n(?=[^\n])/g, '\n  ')}`);
    else if (text !== '') lines.push(`${text}\n`);
    label = '';
  }
  return lines.join('\n');
}

/** The first row is the heading row where it says so; Markdown has no table without one. */
function tableOf(table: PresentedElement, writing: Writing): readonly string[] {
  const rows: string[][] = [];
  const others: string[] = [];
  let heads = 0;
  for (const child of table.children) {
    if (child.kind !== 'element') continue;
    if (child.behaviour !== 'row') {
      others.push(...blockOf(child, 6, writing));
      continue;
    }
    if (rows.length === 0 && attributeValue(child.element, 'role') === 'label') heads = 1;
    const cells = child.children.filter((cell) => cell.kind === 'element');
    rows.push(
      cells.map((cell) =>
        blocksOf({ ...cell, behaviour: 'paragraph' }, 6, writing)
          .join(' ')
          .replace(/\\?\n/g, ' '),
      ),
    );
  }
  const width = Math.max(0, ...rows.map((row) => row.length));
  if (width === 0) return others;
  const row = (cells: readonly string[]) =>
    `| ${Array.from({ length: width }, (_, i) => cells[i] ?? '').join(' | ')} |`;
  const [head, body] = heads === 1 ? [rows[0] ?? [], rows.slice(1)] : [[], rows];
  return [...others, [row(head), `|${' --- |'.repeat(width)}`, ...body.map(row)].join('\n')];
}

/** What stands in the line, cut at line ends; no line is empty. */
function linesOf(nodes: readonly Presented[], writing: Writing): readonly string[] {
  const text = nodes.map((node) => inlineOf(node, writing)).join('');
  return text
    .replace(/ +/g, ' ')
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
}

function inlineOf(node: Presented, writing: Writing): string {
  if (node.kind === 'text') return escapeMarkdown(node.text);
  const { element, name, children } = node;
  const inside = () => children.map((child) => inlineOf(child, writing)).join('');
  switch (node.behaviour) {
    case 'note':
      return `[^${writing.notes.push(node)}]`;
    case 'break': {
      if (name !== 'pb') return '\n';
      const number = attributeValue(element, 'n');
      return number === undefined ? '' : escapeMarkdown(` [Page ${number}] `);
    }
    case 'graphic': {
      writing.drop('a picture', element.place);
      const description = inside().trim();
      return `\\[Picture${description && `: ${description}`}\\]`;
    }
    case 'alternate':
      // What was deleted is struck out; of several readings one is shown.
      if (name !== 'subst') writing.drop(REPLACED, element.place);
      return inside();
    case 'link': {
      const target = attributeValue(element, 'target') ?? '';
      const text = inside();
      if (/^(?:https?:\/\/|mailto:)[^\s<>()]+$/i.test(target)) return `[${text || escapeMarkdown(target)}](${target})`;
      if (target !== '') writing.drop('links within the edition', element.place);
      return text;
    }
    default:
      if (name === 'mml:math') writing.drop(FORMULA, element.place);
      if (name === 'gap' && node.behaviour === 'inline') return `\\[…\\]${inside()}`;
      if (name === 'supplied') return `\\[${inside()}\\]`;
      return emphasized(inside(), typographyOf(element), node, writing);
  }
}

const EMPHASIS: readonly (readonly [RegExp, string])[] = [
  [/\b(?:strong|bold)\b/, '**'],
  [/\bitalics?\b/, '*'],
];

const MARKED: Readonly<Record<string, string | undefined>> = { emph: '*', del: '~~' };

/** Marks stand at the words, never at white space. */
function emphasized(text: string, rend: string, { name, element }: PresentedElement, { drop }: Writing): string {
  const marks = EMPHASIS.find(([pattern]) => pattern.test(rend))?.[1] ?? MARKED[name] ?? '';
  if (marks === '' && rend !== '') drop('typography but for italics and bold', element.place);
  const [, before = '', words = '', behind = ''] = /^(\s*)([\s\S]*?)(\s*)$/.exec(text) ?? [];
  return marks === '' || words === '' || words.includes('\n') ? text : `${before}${marks}${words}${marks}${behind}`;
}
