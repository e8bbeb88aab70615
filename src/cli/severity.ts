/** The severities of an `edition.json`, and those that it has for some files -> what holds for one file. */
import { relative } from 'node:path';
import type { SeveritySettings } from '../diagnostic/index.js';
import type { Settings } from './edition-file.js';

/** Severities for the files that match a pattern. */
export interface SeverityOverride {
  /** Patterns, seen from the folder of `edition.json`. */
  readonly files: string | readonly string[];
  readonly severity: SeveritySettings;
}

/** In: the settings, and the absolute path of a file, or undefined for standard input. A later override goes before an earlier one. */
export async function severityFor(
  { values: { severity = {}, overrides = [] }, folder }: Settings,
  file: string | undefined,
): Promise<SeveritySettings> {
  if (overrides.length === 0 || folder === undefined || file === undefined) return severity;
  const { default: picomatch } = await import('picomatch');
  const path = relative(folder, file).replaceAll('\\', '/');
  return overrides
    .filter(({ files }) => picomatch(typeof files === 'string' ? files : [...files], { dot: true })(path))
    .reduce((before, { severity: over }) => overridden(before, over), severity);
}

/** A star goes before what was said of single codes of its stage. */
function overridden(before: SeveritySettings, over: SeveritySettings): SeveritySettings {
  const stages = Object.keys(over).flatMap((code) => (code.endsWith('/*') ? code.slice(0, -1) : []));
  const kept = Object.entries(before).filter(([code]) => !stages.some((stage) => code.startsWith(stage)));
  return { ...Object.fromEntries(kept), ...over };
}
