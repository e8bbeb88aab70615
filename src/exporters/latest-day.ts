/** Headers -> the latest day on which a file was published or changed: records must say when they were made, and the clock is not asked. */
import { descendants, type Element } from '../xml/index.js';
import { plainName } from './reading/plain-name.js';

/** Undefined where no header below the element gives a day in `publicationStmt` or `revisionDesc`. */
export function latestDayIn(root: Element): string | undefined {
  let latest: string | undefined;
  for (const holder of descendants(root)) {
    if (!/^(?:publicationStmt|revisionDesc)$/.test(plainName(holder))) continue;
    for (const { attributes } of descendants(holder)) {
      for (const { name, value } of attributes) {
        const day = name.local === 'when' ? /^\d{4}-\d\d-\d\d/.exec(value)?.[0] : undefined;
        if (day !== undefined && (latest === undefined || day > latest)) latest = day;
      }
    }
  }
  return latest;
}
