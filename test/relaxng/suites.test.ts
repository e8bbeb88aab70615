import { describe, expect, test } from '@jest/globals';
import { loadText, show } from './load-schema.js';
import { readSuite, type SuiteCase, suitePath } from './spectest.js';
import { readWritten } from './written.js';

/** Cases that fail, by number, and why: none. A listed case that passes fails the run. */
const LEDGER: Readonly<Record<'spectest' | 'compacttest', readonly number[]>> = { spectest: [], compacttest: [] };

/** What is wrong with our judgement of a case; undefined if nothing is. */
type Judge = (one: SuiteCase) => string | undefined;

const judgeXml: Judge = ({ xml }) => {
  if (!xml) return undefined;
  const { grammar, diagnostics } = loadText(xml.text, Object.fromEntries(xml.resources));
  if (xml.correct === (grammar !== undefined)) return undefined;
  return diagnostics.map(show).join('\n') || 'accepted';
};

/** The suite says which schema in XML syntax a compact one is; some are only that, and go against later sections. */
const judgeCompact: Judge = ({ compact, xml }) => {
  if (!compact) return undefined;
  if (!compact.correct) {
    const { grammar } = loadText(compact.text, Object.fromEntries(compact.resources));
    return grammar ? 'accepted' : undefined;
  }
  const ours = readWritten(compact.text, 'compact');
  if (ours.messages.length > 0 || !xml) return ours.messages.join('\n') || undefined;
  const written = JSON.stringify(readWritten(xml.text.replaceAll('.rng"', '.rnc"'), 'xml').schema);
  return written === JSON.stringify(ours.schema) ? undefined : `${JSON.stringify(ours.schema)}\nand not ${written}`;
};

function runSuite(name: 'spectest' | 'compacttest', judge: Judge): void {
  describe(name, () => {
    const path = suitePath(`${name}.xml`);
    if (!path) {
      test.skip(`${name}.xml is not present`, () => {});
      return;
    }
    const cases = readSuite(path);
    test('is read whole', () => {
      expect(cases.length).toBe({ spectest: 385, compacttest: 87 }[name]);
    });
    test('schemas are judged as it says', () => {
      const failed = cases.flatMap((one) => {
        const wrong = judge(one);
        return wrong === undefined ? [] : [{ number: one.number, line: one.line, wrong }];
      });
      expect(failed.filter(({ number }) => !LEDGER[name].includes(number))).toEqual([]);
      expect(failed.map(({ number }) => number)).toEqual(LEDGER[name]);
    });
  });
}

runSuite('spectest', judgeXml);
runSuite('compacttest', judgeCompact);
