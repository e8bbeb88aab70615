/** What settings and headers say of an edition -> what a target would refuse for want of it, and what it advises. */
import type { Report } from '../../diagnostic/index.js';
import { TEI_NAMESPACE } from '../../xml/index.js';
import { type EditionRecord, isMissing, SETTINGS, type SettableField } from '../archive/record.js';
import type { TeiFile } from '../exporter.js';
import { exportMessages } from '../messages.js';
import { elementsOf, plainName } from '../reading/index.js';
import type { RecordField, Target } from '../targets/target.js';

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
export function checkHeaders(files: readonly TeiFile[], { name, header: facts = [] }: Target, report: Report): void {
  const headers = files.flatMap(({ tei: { root } }) => {
    const isTei = /^(?:TEI|teiCorpus)$/.test(root.name.local) && root.name.namespace === TEI_NAMESPACE;
    const header = elementsOf(root).find((child) => plainName(child) === 'teiHeader');
    if (!isTei) report(exportMessages['header-missing']({ root: root.name.local }, root.place));
    else if (!header) report(exportMessages['header-missing']({ root: '' }, root.place));
    return header ? [header] : [];
  });
  for (const { what, has } of facts) {
    const without = headers.filter((header) => !has(header));
    const [first] = without;
    if (!first) continue;
    const counts = { count: without.length, total: headers.length };
    report(exportMessages['header-field-advised']({ target: name, what, ...counts }, first.place));
  }
}
