/** TEI -> plain text to be read: paragraphs, page numbers in brackets, notes at the end of each document. */
import type { Report } from '../diagnostic/index.js';
import { attributeValue } from '../xml/index.js';
import type { ExportedFile, Exporter, ExportInput } from './exporter.js';
import { dropReporter, FORMULA, onceEach, REPLACED, reportBeside, typographyOf } from './once.js';
import { type Presented, type PresentedElement, present } from './present.js';
import { ownContent, partsInOrder, readVolume } from './reading/index.js';

export const text: Exporter = {
  name: 'text',
  summary: 'plain text to be read, notes at the end of each document',
  extension: '.txt',
  mediaType: 'text/plain',
  scope: 'document',
  makes: ['file'],
  isText: true,
  export: async (input, report) => [exportText(input, report)],
};

function exportText({ files, settings }: ExportInput, report: Report): ExportedFile {
  const drop = dropReporter('text', report);
  const once = onceEach(report);
  reportBeside(files, once);
  const { parts } = readVolume(files, settings);
  const texts = [...partsInOrder(parts)].map((part) => writeDocument(present(ownContent(part), once), drop));
  return {
    path: `${files[0]?.name ?? 'document'}.txt`,
    content: `${texts.filter((each) => each !== '').join('\n\n* * *\n\n')}\n`,
  };
}

type Drop = ReturnType<typeof dropReporter>;

interface Block {
  readonly text: string;
  /** A verse, or a line of an address. */
  readonly isLine: boolean;
  /** The next line follows without a blank one. */
  readonly goesOn: boolean;
}

function writeDocument(document: PresentedElement, drop: Drop): string {
  const notes: PresentedElement[] = [];
  const blocks: Block[] = [];
  let line = '';
  const endBlock = (isLine = false) => {
    const text = line
      .replace(/ *\n */g, '\n')
      .replace(/ {2,}/g, ' ')
      .trim();
    if (text !== '') blocks.push({ text, isLine, goesOn: true });
    line = '';
  };
  const endLines = () => {
    const last = blocks.pop();
    if (last) blocks.push({ ...last, goesOn: false });
  };
  const write = (node: Presented, prefix = ''): void => {
    if (node.kind === 'text') {
      line += node.text;
      return;
    }
    const inner = (each: string = prefix) => {
      for (const child of node.children) write(child, each);
    };
    switch (node.behaviour) {
      case 'note':
        line = `${line.trimEnd()}[${notes.push(node)}]`;
        return;
      case 'break':
        line += node.name === 'pb' ? ` [Page ${attributeValue(node.element, 'n') ?? ''}] `.replace(' ]', ']') : '\n';
        return;
      case 'graphic': {
        drop('a picture', node.element.place);
        const description = node.children.length > 0;
        line += description ? '[Picture: ' : '[Picture';
        inner();
        line += ']';
        return;
      }
      case 'alternate':
        drop(REPLACED, node.element.place);
        for (const child of node.children) {
          if (child.kind === 'element' && child.name === 'del') drop('words that were deleted', child.element.place);
          else write(child, prefix);
        }
        return;
      case 'cell':
        inner();
        line += '\t';
        return;
      case 'listItem':
        endBlock();
        line = '- ';
        inner();
        endBlock();
        return;
      default:
        if (node.isBlock) endBlock();
        if (typographyOf(node.element) !== '') drop('typography (italics, small capitals ...)', node.element.place);
        if (node.name === 'mml:math') drop(FORMULA, node.element.place);
        if (node.name === 'gap' && node.behaviour === 'inline') line += '[…]';
        if (node.name === 'supplied') line += '[';
        inner();
        if (node.name === 'supplied') line += ']';
        if (node.isBlock) endBlock(node.name === 'l' || node.name === 'addrLine');
        if (node.name === 'lg' || node.name === 'address') endLines();
    }
  };
  write(document);
  endBlock();
  // Notes of notes join the end of the list.
  for (let i = 0; i < notes.length; i++) {
    line = `[${i + 1}] `;
    for (const child of notes[i]?.children ?? []) write(child);
    endBlock();
  }
  return blocks
    .map(({ text, isLine, goesOn }, i) => {
      const next = blocks[i + 1];
      return next === undefined ? text : `${text}${isLine && goesOn && next.isLine ? '\n' : '\n\n'}`;
    })
    .join('');
}
