import { describe, expect, test } from '@jest/globals';
import { convert } from '../../src/convert.js';
import { createSource } from '../../src/source/index.js';
import { serializeXml } from '../../src/xml/serialize.js';

const BODY = `[Page 11]

Wien, den 4. [5.] 190[1][1]

Lieber Arthur![2]

Ich habe Ihren [ersten] Brief vom [3]. erhalten und [1895] nichts davon gewußt.[3][4] Die Stelle »auf d[en] Hund«[5] ist mir [sic] un[Page 12]klar, aber [2] Seiten sind zu viel [?].

[Page 13]

Morgen mehr davon, wenn ich wieder zu Hause bin und die Hefte vor mir habe.

Herzlichst Ihr
Hugo[6]`;

const NOTES = [
  'Das Jahr ist ergänzt.',
  'Arthur Sander (1862–1931); vgl. [1].',
  'Nicht überliefert.\n\n     Vgl. aber Nr. 12.',
  'S. 12, Anm. 3.',
  'Sprichwörtlich.',
  'Paraphe',
];

const LISTS: Readonly<Record<string, (note: string, index: number) => string>> = {
  '  1. Note': (note, index) => `  ${index + 1}. ${note}`,
  '[1] Note': (note, index) => `[${index + 1}] ${note}`,
};

/** The body, with `{1 text}` for a note and `|12|` for a page break, `|12-|` inside a word. */
function shown(text: string): string {
  const xml = serializeXml(convert(createSource('a.txt', text), { rules: false }, () => {}).tei);
  return xml
    .replace(/^[\s\S]*<body>|<\/body>[\s\S]*$/g, '')
    .replace(/<pb n="(\d+)"[^>]*?( break="no")?\/>/g, (_, n, inside) => `|${n}${inside ? '-' : ''}|`)
    .replace(/<note n="(\d+)"[^>]*>([\s\S]*?)<\/note>/g, (_, n, note) => `{${n} ${note}}`)
    .replace(/<\/p><p>/g, ' / ')
    .replace(/<[^>]+>/g, '')
    .replace(/\s+/g, ' ')
    .trim();
}

describe.each(Object.entries(LISTS))('a letter with brackets of its own, notes listed as "%s"', (_, list) => {
  test.each(['\n', '\n\n'])('set apart by %j', (between) => {
    expect(shown(`${BODY}\n\n${NOTES.map(list).join(between)}`)).toBe(
      '|11| Wien, den 4. [5.] 190[1]{1 Das Jahr ist ergänzt.} Lieber Arthur!{2 Arthur Sander (1862–1931); vgl. [1].} ' +
        'Ich habe Ihren [ersten] Brief vom [3]. erhalten und [1895] nichts davon gewußt.' +
        '{3 Nicht überliefert. / Vgl. aber Nr. 12.}{4 S. 12, Anm. 3.} ' +
        'Die Stelle »auf d[en] Hund«{5 Sprichwörtlich.} ist mir [sic] un|12-|klar, aber [2] Seiten sind zu viel [?]. ' +
        '|13| Morgen mehr davon, wenn ich wieder zu Hause bin und die Hefte vor mir habe. Herzlichst Ihr Hugo{6 Paraphe}',
    );
  });
});
