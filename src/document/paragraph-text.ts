/** A block -> what a paragraph says, without white space about it; nothing where it is no paragraph. */
import { plainText } from './content.js';
import type { DocumentBlock } from './document.js';

export function paragraphText(block: DocumentBlock | undefined): string {
  return block?.kind === 'paragraph' ? plainText(block.content).trim() : '';
}
