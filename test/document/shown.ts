import { blocksOf } from '../../src/document/blocks.js';
import type { Content } from '../../src/document/content.js';
import type { DocumentBlock } from '../../src/document/document.js';
import { plain } from '../../src/profiles/index.js';
import { createSource } from '../../src/source/index.js';
import { parseTranscript } from '../../src/transcript/index.js';

/** The blocks of a transcription, not yet interpreted. */
export function blocksIn(text: string): readonly DocumentBlock[] {
  const { children, conventions } = parseTranscript(createSource('a.txt', text), plain, () => {});
  return blocksOf(children, { wrapped: false, bullet: conventions.bullet, plain: new Set() });
}

/** A content for eyes: `{date May 12}`, line break `/`, page break `|`, anchor `^`. */
export function shownContent(content: Content): string {
  return content
    .map((run) => {
      if (run.kind === 'text') return run.text;
      if (run.kind === 'phrase') return `{${run.phrase.type} ${shownContent(run.content)}}`;
      return { lineBreak: '/', pageBreak: '|', note: '^' }[run.kind];
    })
    .join('');
}

/** Blocks for eyes, one a line, those inside of others indented. */
export function shownBlocks(blocks: readonly DocumentBlock[]): readonly string[] {
  return blocks.flatMap((block): readonly string[] => {
    switch (block.kind) {
      case 'paragraph':
        return [`${block.runIn ? 'run-in ' : ''}p ${shownContent(block.content)}`];
      case 'pageBreak':
        return [`pb ${block.n}`];
      case 'opener':
      case 'closer':
        return [
          block.kind,
          ...block.parts.map((part) =>
            part.kind === 'pageBreak'
              ? `  pb ${part.n}`
              : `  ${{ '': '+', ' ': '_', '\n': '/', paragraph: '' }[part.glue]}${part.kind} ${shownContent(part.content)}`,
          ),
        ];
      case 'enclosure':
        return [
          `${block.type} ${block.id}`,
          ...indented(block.blocks),
          ...(block.tail ? shownBlocks([block.tail]) : []),
        ];
      case 'postscript':
      case 'quotation':
        return [block.kind, ...indented(block.blocks)];
      default:
        return [block.kind];
    }
  });
}

function indented(blocks: readonly DocumentBlock[]): readonly string[] {
  return shownBlocks(blocks).map((line) => `  ${line}`);
}
