/** A name that is not known -> the known one that was probably meant. */
import { distance } from 'fastest-levenshtein';

/** The nearest of `names`, or undefined where even that is too far: more than a third of its letters differ. */
export function nearName(name: string, names: Iterable<string>): string | undefined {
  const lower = name.toLowerCase();
  let best: string | undefined;
  let least = Number.POSITIVE_INFINITY;
  for (const candidate of names) {
    const steps = distance(lower, candidate.toLowerCase());
    if (steps < least) [best, least] = [candidate, steps];
  }
  return best !== undefined && least <= Math.round(Math.max(best.length, name.length) / 3) ? best : undefined;
}
