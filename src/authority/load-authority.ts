/** A file with persons and terms, as CSV, JSON or TEI -> an authority. */
import { type Report, watchErrors } from '../diagnostic/index.js';
import { placeAt, type Source } from '../source/index.js';
import { type Authority, NO_AUTHORITY } from './authority.js';
import { toAuthority } from './entries.js';
import { readCsv } from './read-csv.js';
import { readJson } from './read-json.js';
import { readTei } from './read-tei.js';

/**
 * In: the text of a list; what it is, its name or its first character tells. Out: what it says. What cannot be used is
 * reported and left out; after an error the rest may be wanting.
 */
export function loadAuthority(source: Source, report: Report): Authority {
  const watched = watchErrors(report);
  const entries = readerOf(source)(source, watched.report);
  if (watched.failed() && entries.length === 0) return NO_AUTHORITY;
  return toAuthority(entries, placeAt(source, 0), report);
}

function readerOf({ path, text }: Source): typeof readCsv {
  if (/\.(?:csv|tsv)$/i.test(path)) return readCsv;
  if (/\.json$/i.test(path)) return readJson;
  if (/\.xml$/i.test(path) || /^\s*</.test(text)) return readTei;
  return /^\s*[{[]/.test(text) ? readJson : readCsv;
}
