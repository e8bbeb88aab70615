import { describe, expect, test } from '@jest/globals';
import { withTornParagraphs } from '../../src/document/torn-paragraphs.js';
import { blocksIn, shownBlocks } from './shown.js';

const shown = (paragraphs: readonly string[]) => shownBlocks(withTornParagraphs(blocksIn(paragraphs.join('\n\n'))));
const ABOVE = 'I saw the Foreign Minister this morning and raised the question of';

describe('a page break in a paragraph of its own', () => {
  test.each([
    [[`${ABOVE} the confer-`, '[Page 20]', 'ence. He said no.'], [`p ${ABOVE} the confer-|ence. He said no.`]],
    [[`${ABOVE} the`, '[Page 20]', 'conference. He said no.'], [`p ${ABOVE} the/|/conference. He said no.`]],
    [
      [`${ABOVE} the,`, '[Page 20]', 'as it were, confer-', '[Page 21]', 'ence.'],
      [`p ${ABOVE} the,/|/as it were, confer-|ence.`],
    ],
    [[`${ABOVE} telegram`, '[Page 20]', 'no. 12 of May 3.'], [`p ${ABOVE} telegram/|/no. 12 of May 3.`]],
    [[`${ABOVE} peace`, '[Page 20]', 'vs. war.'], [`p ${ABOVE} peace/|/vs. war.`]],
    [['I spoke of the', '[Page 20]', 'conference.'], ['p I spoke of the/|/conference.']],
    [[`${ABOVE} the`, '[Page 20]', '[Page 21]', 'conference.'], [`p ${ABOVE} the/|/|/conference.`]],
    [[`${ABOVE} the`, '[Page 20]\n[Page 21]', 'conference.'], [`p ${ABOVE} the/|/|/conference.`]],
    [[`${ABOVE} the confer-`, '[Page 20]', '[Page 21]', 'ence.'], [`p ${ABOVE} the confer-||ence.`]],
  ])('inside a sentence does not end the paragraph: %j', (paragraphs, blocks) => {
    expect(shown(paragraphs)).toEqual(blocks);
  });

  test.each([
    [`${ABOVE} the conference.`, 'he said no.'],
    [`${ABOVE} the conference`, 'He said no.'],
    [`${ABOVE} the conference, and,`, 'b) of the measures'],
    [`${ABOVE} the conference`, 'top secret'],
    [`${ABOVE} the conference`, 'iv. the measures'],
    [`${ABOVE} the Department of State`, 'cc: Mr. Gray'],
    [`${ABOVE} the conference`, 'p.s. I forgot the measures.'],
    ['the Secretary of State', 'in the Department'],
    [`${ABOVE} the following:`, 'peace in our time'],
  ])('between paragraphs stays there: %s / %s', (above, below) => {
    expect(shown([above, '[Page 20]', below])).toEqual([`p ${above}`, 'pb 20', `p ${below}`]);
  });

  test('is looked for inside of a quotation too', () => {
    expect(shown([`> ${ABOVE} the\n>\n> [Page 20]\n>\n> conference.`])).toEqual([
      'quotation',
      `  p ${ABOVE} the/|/conference.`,
    ]);
  });
});
