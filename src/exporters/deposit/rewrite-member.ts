/** A member of a deposit, and what is to change in it -> its file, and what records read of it: the text is made again when it is written. */
import type { Report } from '../../diagnostic/index.js';
import { createSource, passingSource, type Source } from '../../source/index.js';
import { parseXml } from '../../xml/index.js';
import { headerFacts } from '../archive/header-facts.js';
import { utf8, weigh } from '../archive/payload.js';
import { lookForRecord } from '../archive/record.js';
import type { TeiFile } from '../exporter.js';
import { namedPictures } from '../pictures/named-pictures.js';
import { fileFacts } from '../reading/index.js';
import type { DepositFile, PlacedMember } from './deposit-files.js';
import { type Rewriting, rewriteTei } from './rewrite-tei.js';

export async function rewriteMember(
  member: PlacedMember,
  rewriting: Rewriting,
  report: Report,
): Promise<{ readonly member: PlacedMember; readonly file: DepositFile }> {
  const { path, role: kind, original, tei: before } = member;
  const { text, wasNormal } = rewriteTei(before.source, rewriting, report);
  let first: Source | undefined = createSource(path, text);
  const textOf = () => first ?? createSource(path, rewriteTei(before.source, rewriting, () => undefined).text);
  const source = passingSource(path, textOf);
  const tei: TeiFile = {
    path,
    // Records call it by its place below `tei/`.
    name: path.replace(/^tei\//, '').replace(/\.xml$/, ''),
    source,
    get tei() {
      return parseXml(source, () => undefined) ?? before.tei;
    },
  };
  // What was read of it before will do for records, unless its words have changed.
  if (wasNormal) {
    headerFacts.keep(tei, headerFacts.of(before));
    fileFacts.keep(tei, fileFacts.of(before));
  } else lookForRecord(tei);
  // A record of a deposit takes no pictures from beside it.
  namedPictures.keep(tei, []);
  const file = { path, kind, original, ...(await weigh(tei)), read: () => utf8(textOf().text) };
  first = undefined;
  return { member: { ...member, tei }, file };
}
