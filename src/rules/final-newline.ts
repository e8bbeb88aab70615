/** A file ends with the end of a line, as tools that compare and join files expect (POSIX, 3.206). */
import { placeAt } from '../source/index.js';
import { ruleMessages } from './messages.js';
import type { Rule } from './rule.js';

export const finalNewline: Rule = {
  code: 'rule/final-newline-missing',
  summary: 'A file ends with the end of a line',
  severity: 'info',
  on: 'tei',
  begin({ written }, report) {
    if (!written || written.text === '' || /[\r\n]$/.test(written.text)) return undefined;
    const place = placeAt(written, written.text.length);
    const text = /\r\n|\n|\r/.exec(written.text)?.[0];
    // A file of one line was not written line by line.
    if (text === undefined) return undefined;
    report(
      ruleMessages['final-newline-missing']({}, place, { fix: { message: 'end the line', edits: [{ place, text }] } }),
    );
    return undefined;
  },
};
