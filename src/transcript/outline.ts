/** A transcript -> its outline, one line a node with its place and an excerpt: the golden format of tests. */
import { type Place, pointAt } from '../source/index.js';
import type { Block, Inline, Transcript } from './transcript.js';

const EXCERPT = 60;

/** In: a transcript. Out: lines `  text 1:1-1:5 "..."`, indented by depth, each ended by a line feed. */
export function outlineTranscript(transcript: Transcript): string {
  const lines = [
    `transcript ${transcript.conventions.name} ${transcript.noteNumbering} notes ${transcript.notes.length}`,
  ];
  for (const block of transcript.children) outlineBlock(block, 1, lines);
  return `${lines.join('\n')}\n`;
}

function outlineBlock(block: Block, depth: number, lines: string[]): void {
  switch (block.kind) {
    case 'layout':
    case 'pageBreak':
      outlineInline(block, depth, lines);
      return;
    case 'paragraph':
      push(lines, depth, 'paragraph', block.place);
      for (const child of block.children) outlineInline(child, depth + 1, lines);
      return;
    case 'listItem':
      push(lines, depth, `listItem depth ${block.depth}${block.continues ? ' continues' : ''}`, block.place);
      if (block.label) {
        lines.push(`${'  '.repeat(depth + 1)}label`);
        for (const child of block.label) outlineInline(child, depth + 2, lines);
      }
      for (const child of block.children) outlineInline(child, depth + 1, lines);
      return;
    case 'tableRow':
      push(lines, depth, 'tableRow', block.place);
      for (const child of block.children) {
        if (child.kind === 'layout') outlineInline(child, depth + 1, lines);
        else {
          push(lines, depth + 1, 'tableCell', child.place);
          for (const leaf of child.children) outlineInline(leaf, depth + 2, lines);
        }
      }
      return;
    case 'quotation':
      push(lines, depth, 'quotation', block.place);
      for (const child of block.children) outlineBlock(child, depth + 1, lines);
      return;
    case 'noteListHead':
      push(lines, depth, 'noteListHead', block.place, excerpt(block.place));
      return;
    case 'noteEntry':
      push(
        lines,
        depth,
        `noteEntry ${block.index} label "${block.label}"${block.standard ? '' : ' irregular'}`,
        block.place,
      );
      for (const child of block.children) outlineBlock(child, depth + 1, lines);
  }
}

function outlineInline(leaf: Inline, depth: number, lines: string[]): void {
  switch (leaf.kind) {
    case 'text':
    case 'layout':
      push(lines, depth, leaf.kind, leaf.place, excerpt(leaf.place));
      return;
    case 'lineBreak':
      push(lines, depth, leaf.kind, leaf.place);
      return;
    case 'pageBreak':
      push(lines, depth, `pageBreak "${leaf.n}"${leaf.standard ? '' : ' irregular'}`, leaf.place);
      return;
    case 'noteMarker': {
      const note = leaf.note === undefined ? 'no note' : `note ${leaf.note}`;
      push(lines, depth, `noteMarker "${leaf.label}" ${note} ${sureness(leaf.confidence)}`, leaf.place);
    }
  }
}

/** Steps wide enough that a change of weights alone does not change a golden file. */
function sureness(confidence: number): string {
  if (confidence >= 0.8) return 'sure';
  return confidence >= 0.5 ? 'likely' : 'doubtful';
}

function push(lines: string[], depth: number, name: string, place: Place, quoted = ''): void {
  const start = pointAt(place.source, place.start);
  const end = pointAt(place.source, place.end);
  const range = `${start.line}:${start.column}-${end.line}:${end.column}`;
  lines.push(`${'  '.repeat(depth)}${name} ${range}${quoted && ` ${quoted}`}`);
}

function excerpt(place: Place): string {
  const characters = [...place.source.text.slice(place.start, Math.min(place.end, place.start + 4 * EXCERPT))];
  const whole = place.end - place.start <= 4 * EXCERPT && characters.length <= EXCERPT;
  const text = whole ? characters.join('') : `${characters.slice(0, EXCERPT).join('')}…`;
  return JSON.stringify(text);
}
