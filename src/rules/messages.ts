/** What the rules find: the wordings of stage `rule`. */
import { defineMessages, wording } from '../diagnostic/index.js';

export const ruleMessages = defineMessages('rule', {
  'not-checked': wording<{ reason: string }>(
    'error',
    ({ reason }) => `the document was not checked by rules: ${reason}`,
    () => 'split the document, or leave rules out: --checks grammar',
  ),
  'page-out-of-order': wording<{ n: string; before: string }>(
    'warning',
    ({ n, before }) => `page "${n}" begins after page "${before}"`,
    () => 'look at the numbers in the source: one of them is mistyped, or a page is missing or misplaced',
  ),
  'text-differs': wording<{ here: string; there: string }>(
    'error',
    ({ here, there }) => `the text differs from the transcription: ${here} stands here, ${there} there`,
    () => 'correct the encoding, or the transcription; only the amount of white space may differ',
  ),
});
