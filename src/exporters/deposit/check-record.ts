/** What settings and headers say of an edition -> what a target would refuse for want of it, and what it advises. */
import type { Report } from '../../diagnostic/index.js';
import { placeAt } from '../../source/index.js';
import { type EditionRecord, isMissing, SETTINGS, type SettableField } from '../archive/record.js';
import type { TeiFile } from '../exporter.js';
import { exportMessages } from '../messages.js';
import type { RecordField, Target } from '../targets/target.js';
import { memberFacts } from './member-facts.js';

export function checkRecord(record: EditionRecord, target: Target, report: Report): void {
  const { name, needs, advises } = target;
  const missing = needs.filter((field) => isMissing(record, field));
  if (missing.length > 0) report(exportMessages['setting-missing']({ format: name, settings: missing.map(nameOf) }));
  const advised = advises.filter((field) => isMissing(record, field));
  if (advised.length > 0) report(exportMessages['field-advised']({ target: name, fields: advised.map(nameOf) }));
  const { licence } = record;
  if (target.wantsOpenLicence && licence && !OPEN.test(licence.url))
    report(exportMessages['licence-not-open']({ target: name, url: licence.url }));
}

/** Creative Commons without restrictions to use, the public domain, and licences of the Open Knowledge Foundation. */
const OPEN =
  /^https?:\/\/(?:creativecommons\.org\/(?:licenses\/by(?:-sa)?|publicdomain\/(?:zero|mark))\/|opendatacommons\.org\/licenses\/)/i;

const HEADERS: Readonly<Record<Exclude<RecordField, SettableField>, string>> = {
  sources: 'msIdentifier in a header',
  subjects: 'keywords in a header',
};

function nameOf(field: RecordField): string {
  return field === 'sources' || field === 'subjects' ? HEADERS[field] : SETTINGS[field];
}

/** Every file is a whole TEI document, and its header has what the target wants to know. */
export function checkHeaders(files: readonly TeiFile[], { name, header: wanted = [] }: Target, report: Report): void {
  const found = files.map((file) => ({ file, facts: memberFacts.of(file) }));
  for (const { file, facts } of found) {
    const { root } = facts;
    if (root.isTei && facts.header) continue;
    const place = placeAt(file.source, root.start, root.end);
    report(exportMessages['header-missing']({ root: root.isTei ? '' : root.name }, place));
  }
  const headers = found.flatMap(({ file, facts: { header, headerHas } }) =>
    header ? [{ file, header, headerHas }] : [],
  );
  for (const { what } of wanted) {
    const without = headers.filter(({ headerHas }) => !headerHas.has(what));
    const [first] = without;
    if (!first) continue;
    const counts = { count: without.length, total: headers.length };
    const place = placeAt(first.file.source, first.header.start, first.header.end);
    report(exportMessages['header-field-advised']({ target: name, what, ...counts }, place));
  }
}
