/** A transcript -> its leaves, in the order of the source: they tile it exactly. */
import type { Block, Inline, Layout, ListItem, Transcript } from './transcript.js';

/** In: a transcript. Out: its leaves in order; their places follow one another without gap or overlap. */
export function transcriptLeaves(transcript: Transcript): readonly Inline[] {
  const leaves: Inline[] = [];
  for (const block of transcript.children) collectLeaves(block, leaves);
  return leaves;
}

function collectLeaves(block: Block, leaves: Inline[]): void {
  switch (block.kind) {
    case 'layout':
    case 'pageBreak':
      leaves.push(block);
      return;
    case 'paragraph':
      pushAll(leaves, block.children);
      return;
    case 'listItem':
      pushAll(leaves, itemLeaves(block));
      return;
    case 'tableRow':
      for (const child of block.children) pushAll(leaves, child.kind === 'tableCell' ? child.children : [child]);
      return;
    case 'noteListHead':
      leaves.push({ kind: 'layout', place: block.place });
      return;
    case 'quotation':
    case 'noteEntry':
      for (const child of block.children) collectLeaves(child, leaves);
  }
}

/** An item's leaves with its label where it stands: behind the indentation. */
function itemLeaves(item: ListItem): readonly (Inline | Layout)[] {
  const { label, children } = item;
  const at = label?.[0]?.place.start;
  if (!label || at === undefined) return children;
  const behind = children.findIndex((child) => child.place.start > at);
  const cut = behind < 0 ? children.length : behind;
  return [...children.slice(0, cut), ...label, ...children.slice(cut)];
}

function pushAll(leaves: Inline[], more: readonly Inline[]): void {
  for (const leaf of more) leaves.push(leaf);
}
