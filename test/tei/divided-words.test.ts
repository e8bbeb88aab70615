import { describe, expect, test } from '@jest/globals';
import { converted as convertedWith } from '../converted.js';

interface Outcome {
  readonly codes: readonly string[];
  readonly header: string;
  readonly body: string;
}

function converted(text: string, encoding = 'tei-letter'): Outcome {
  const { codes, tei } = convertedWith(text, { encoding, profile: 'plain' });
  return {
    codes,
    header: /<hyphenation.*<\/hyphenation>/s.exec(tei)?.[0] ?? '',
    body: tei.slice(tei.indexOf('<body')),
  };
}

const LETTER = `Liebe Mutter!

Ich habe Deinen Brief
gestern mit der fahren-
den Post erhalten.

Dein Karl
`;

describe('a hyphen at the end of a line', () => {
  test('divides the word: the line begins without a break', () => {
    const { body, codes } = converted(LETTER);
    expect(body).toContain('Brief\n<lb/>gestern mit der fahren-<lb break="no"/>den Post');
    expect(codes).not.toContain('tei/not-rebuilt');
  });

  test.each(['¬', '=', '⸗', '‐'])('may be typed %s', (hyphen) => {
    const { body, codes } = converted(LETTER.replace('fahren-', `fahren${hyphen}`));
    expect(body).toContain(`fahren${hyphen}<lb break="no"/>den`);
    expect(codes).not.toContain('tei/not-rebuilt');
  });

  test.each([
    ['stands for what two words have in common', 'Kranken-\nund Armenpflege'],
    ['is a dash', 'gestern -\nund heute'],
    ['joins a name', 'bei Müller-\nSchulze'],
  ])('that %s leaves the line break as it is', (_, words) => {
    expect(converted(LETTER.replace('fahren-\nden Post', words)).body).toContain(words.replace('\n', '\n<lb/>'));
  });

  test('is told of in the header, where there is one', () => {
    expect(converted(LETTER).header).toContain('Where a line ends inside of a word, the line break has break="no".');
    expect(converted(LETTER.replace('fahren-\nden', 'fahrenden')).header).not.toContain('a line ends');
  });

  test('is a hyphen and a line break in an encoding that does not say where words are divided', () => {
    expect(converted(LETTER, 'frus').body).toContain('fahren-\n<lb/>den');
  });
});

describe('lines of about one length', () => {
  const lines = (divided: string) => `Liebe Mutter!

Endlich komme ich dazu, Dir auf Deinen lieben Brief zu ${divided}
wir sind seit vorgestern hier und haben ein gutes Quartier
in der Langen Straße gefunden, gleich neben der Kirche am
Markt, wo es uns allen recht gut gefällt.

Dein Karl
`;

  test('are those of the page where a word is divided at the end of one', () => {
    expect(converted(lines('schrei-\nben, denn')).body).toMatch(/schrei-<lb break="no"\/>ben, denn\n<lb\/>wir sind/);
  });

  test('are wrapped by a machine where none is', () => {
    expect(converted(lines('schreiben, denn')).body).not.toContain('<lb');
  });
});
