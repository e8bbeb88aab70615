import type { Report } from '../diagnostic/index.js';
import type { Source } from '../source/index.js';
import type { Pattern } from './schema.js';
export function readCompactSchema(_source: Source, _ns: string, _report: Report): Pattern | undefined {
  return undefined;
}
