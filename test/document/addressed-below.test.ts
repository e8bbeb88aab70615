import { describe, expect, test } from '@jest/globals';
import { frusWeb } from '../../src/profiles/index.js';
import { documentOf } from './document-of.js';
import { shownBlocks } from './shown.js';

/** The last block of a despatch with these paragraphs at its end. */
function ending(...paragraphs: readonly string[]): readonly string[] {
  const above = ['10. Mr. Lane to Mr. Falk', 'Legation of Norland, Oslo, March 9, 1861.', 'Sir: The ship came.'];
  const { blocks } = documentOf([...above, ...paragraphs].join('\n\n'), frusWeb);
  return shownBlocks(blocks.slice(2));
}

const I_AM = 'I am, sir, your obedient servant,';

describe('below the signature of a despatch', () => {
  test.each([
    [['Hon. Adam B. Falk, &c.']],
    [['Hon. Adam B. Falk,\nSecretary of State, &c., &c., &c.']],
    [['Hon. Adam B. Falk,', 'Secretary of State, Washington.']],
    [['To the Honorable Adam B. Falk']],
    [['Adam Falk, Esq., &c., &c., &c.']],
    [['His Excellency Count Falk, etc., etc., etc.']],
    [['Mr. Falk, &c., &c.']],
  ])('%j says to whom it goes', (lines) => {
    const texts = lines.map((line) => `  p ${line.replace('\n', '/')}`);
    const signed = ['closer', `  salute ${I_AM}`, '  signed {persName ADA LANE}.', 'postscript', ...texts];
    expect(ending(I_AM, 'ADA LANE.', ...lines)).toEqual(signed);
  });

  test('an office is that of who signs', () => {
    expect(ending(I_AM, 'Ada Lane', 'Minister Resident')).toEqual([
      'closer',
      `  salute ${I_AM}`,
      '  signed {persName Ada Lane}/{roleName Minister Resident}',
    ]);
  });

  test.each(['I am, &c.,', 'I have, &c.,', 'I have, etc.,', 'I have the honor to be, &c.,', 'I am, sir, &c.,'])(
    '%s closes it',
    (close) => {
      expect(ending(close, 'ADA LANE.')).toEqual(['closer', `  salute ${close}`, '  signed {persName ADA LANE}.']);
    },
  );
});
