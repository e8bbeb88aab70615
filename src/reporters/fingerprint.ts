/** A finding -> a name for it that stays when lines move: its code, its file, the words around it, and which of several it is. */
import type { Diagnostic } from '../diagnostic/index.js';
import { type Place, textBetween } from '../source/index.js';
import type { FileReport } from './reporter.js';

/** So much of a line, before and behind the place, belongs to a finding: a line may be as long as a file. */
const BEFORE = 40;
const BEHIND = 80;

/** The words of the line around a place, their white space made one; empty where there is no place. */
export function contextOf(place: Place | undefined): string {
  if (!place) return '';
  const { source, start } = place;
  const before = textBetween(source, Math.max(0, start - BEFORE), start);
  const behind = textBetween(source, start, start + BEHIND);
  const line = `${before.slice(before.search(/[^\r\n]*$/))}${behind.slice(0, behind.search(/[\r\n]|$/))}`;
  // A pair of surrogates may have been cut through.
  return line
    .replace(/\p{Cs}/gu, '')
    .replace(/\s+/g, ' ')
    .trim();
}

/** A path as it is compared: with slashes, and without `./` before it. */
export function comparablePath(path: string): string {
  return path.replaceAll('\\', '/').replace(/^(?:\.\/)+/, '');
}

/** Sixteen hexadecimal digits for each finding, no two the same in one run. */
export function fingerprintsOf(reports: readonly FileReport[]): ReadonlyMap<Diagnostic, string> {
  const times = new Map<string, number>();
  const names = new Map<Diagnostic, string>();
  for (const { path, diagnostics } of reports) {
    for (const diagnostic of diagnostics) {
      const { code, place } = diagnostic;
      const what = `${code}\n${comparablePath(place?.source.path ?? path)}\n${contextOf(place)}`;
      const before = times.get(what) ?? 0;
      times.set(what, before + 1);
      names.set(diagnostic, digest(`${what}\n${before}`));
    }
  }
  return names;
}

/** Two sums that differ in how they begin and go on, each mixed at the end (FNV-1a, and a variant of it). */
function digest(text: string): string {
  let one = 0x811c9dc5;
  let two = 0x9e3779b9;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    one = Math.imul(one ^ unit, 0x01000193);
    two = Math.imul(two ^ unit, 0x85ebca6b) + (two >>> 15);
  }
  return [one, two ^ one].map((sum) => (mixed(sum) >>> 0).toString(16).padStart(8, '0')).join('');
}

function mixed(sum: number): number {
  const half = Math.imul(sum ^ (sum >>> 16), 0x7feb352d);
  const most = Math.imul(half ^ (half >>> 15), 0x846ca68b);
  return most ^ (most >>> 16);
}
