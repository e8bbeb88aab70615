/** What somebody has decided about a transcription -> what holds for one source: markers and beginnings of documents that are not weighed any more. */
import type { Place, Source } from '../source/index.js';

/** One entry of a file of decisions. */
export interface Decision {
  /** The transcription that it is about: its path, or the end of it. */
  readonly file: string;
  /** Line and column, from 1, as findings show them: `9:143`. */
  readonly at: string;
  /** The label of a note in the list of notes: its marker stands there. */
  readonly note?: string;
  /** The note that is listed there has no marker. */
  readonly marker?: false;
  /** Whether a document begins there. */
  readonly document?: boolean;
  /** Where the decision itself stands. */
  readonly place?: Place;
}

/** How a decision says what it is about: `"file": "d15.txt", "at": "9:143"`. */
export function decisionKeys(path: string, at: string): string {
  return `"file": ${JSON.stringify(path)}, "at": "${at}"`;
}

/** A decision whose place is an offset of a source. */
export interface SettledDecision {
  readonly decision: Decision;
  readonly offset: number;
}

/** In: all decisions. Out: those about this source; an offset of -1 is no place in it. */
export function settleDecisions(source: Source, decisions: readonly Decision[]): readonly SettledDecision[] {
  return decisions
    .filter((decision) => isAbout(decision, source.path))
    .map((decision) => ({ decision, offset: offsetOf(source, decision.at) }));
}

/** In: decisions about a whole. Out: those about the part `[start, end)` of it. */
export function decisionsWithin(
  decisions: readonly SettledDecision[],
  start: number,
  end: number,
): readonly SettledDecision[] {
  return decisions.flatMap((each) =>
    each.offset >= start && each.offset < end ? [{ ...each, offset: each.offset - start }] : [],
  );
}

/** Whether a decision is about the transcription with this path. */
export function isAbout({ file }: Decision, path: string): boolean {
  const [a, b] = [path.replaceAll('\\', '/'), file.replaceAll('\\', '/').replace(/^\.\//, '')];
  return a === b || a.endsWith(`/${b}`) || b.endsWith(`/${a}`);
}

function offsetOf({ text, lineStarts }: Source, at: string): number {
  const [line = 0, column = 0] = at.split(':').map(Number);
  const start = lineStarts[line - 1];
  if (start === undefined || !(column >= 1)) return -1;
  const end = lineStarts[line] ?? text.length;
  let offset = start;
  // Columns count characters, not their units.
  for (let counted = 1; counted < column && offset < end; counted++)
    offset += (text.codePointAt(offset) ?? 0) > 0xffff ? 2 : 1;
  return offset < end ? offset : -1;
}
