/** A text uses quotation marks of one kind: “curved” or "straight". */
import type { Place } from '../source/index.js';
import { ruleMessages } from './messages.js';
import { runPlace } from './places.js';
import type { Rule } from './rule.js';

/** Letters before a mark: two of them are a measure (5' 10"), which is no quotation. */
const KINDS = [
  { name: 'curved', others: 'straight', marks: /[“”]/g },
  { name: 'straight', others: 'curved', marks: /(?<![\d'])"/g },
] as const;

export const quotationMarks: Rule = {
  code: 'rule/quotation-marks-mixed',
  summary: 'Quotation marks are of one kind',
  severity: 'info',
  on: 'tei',
  begin(_, report) {
    const counts = KINDS.map(() => 0);
    const places: (Place | undefined)[] = KINDS.map(() => undefined);
    return {
      run(run) {
        if (!/["“”]/.test(run.text)) return;
        for (const [i, { marks }] of KINDS.entries()) {
          for (const { index } of run.text.matchAll(marks)) {
            counts[i] = (counts[i] ?? 0) + 1;
            places[i] ??= runPlace(run, index, index + 1);
          }
        }
      },
      end() {
        const [curved = 0, straight = 0] = counts;
        if (curved === 0 || straight === 0) return;
        const rare = curved < straight ? 0 : 1;
        const { name, others } = KINDS[rare];
        const [count, most] = rare === 0 ? [curved, straight] : [straight, curved];
        report(ruleMessages['quotation-marks-mixed']({ kind: name, count, others, most }, places[rare]));
      },
    };
  },
};
