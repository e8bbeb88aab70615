/** TEI -> plain text to be read: paragraphs, page numbers in brackets, notes at the end of each document. */
import type { Report } from '../diagnostic/index.js';
import { attributeValue } from '../xml/index.js';
import type { ExportedFile, Exporter, ExportInput } from './exporter.js';
import { dropReporter, onceEach } from './once.js';
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
  const { parts } = readVolume(files, settings);
  const texts = [...partsInOrder(parts)].map((part) => writeDocument(present(ownContent(part), once), drop));
  return {
    path: `${files[0]?.name ?? 'document'}.txt`,
    content: `${texts.filter((each) => each !== '').join('\n\n* * *\n\n')}\n`,
  };
}

type Drop = ReturnType<typeof dropReporter>;

function writeDocument(document: PresentedElement, drop: Drop): string {
  const notes: PresentedElement[] = [];
  const blocks: string[] = [];
  let line = '';
  const endBlock = () => {
    const block = line
      .replace(/ *\n */g, '\n')
      .replace(/ {2,}/g, ' ')
      .trim();
    if (block !== '') blocks.push(block);
    line = '';
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
      case 'graphic':
        drop('a picture', node.element.place);
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
        if (attributeValue(node.element, 'rend') !== undefined)
          drop('typography (italics, small capitals ...)', node.element.place);
        inner();
        if (node.isBlock) endBlock();
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
  return blocks.join('\n\n');
}
