import { describe, expect, test } from '@jest/globals';
import { type Authority, loadAuthority } from '../../src/authority/index.js';
import { convert } from '../../src/convert.js';
import { createSource } from '../../src/source/index.js';
import { findEncoding } from '../../src/tei/encodings/index.js';
import { assembleTei } from '../../src/tei/index.js';
import { serializeXml } from '../../src/xml/serialize.js';

const list = (csv: string): Authority => loadAuthority(createSource('p.csv', csv), () => {});

const letter = 'Dear Paul,\n\nRusk came. [Page 19] Škoda left.\n\nYours,\nMax\n';

function tei(csv: string): string {
  return serializeXml(
    convert(createSource('a.txt', letter), { authority: list(csv), profile: 'frus-web' }, () => {}).tei,
  );
}

describe('persons that a document names', () => {
  test('have the years of the list: of birth and death, or else in a note', () => {
    const xml = tei('id,name,dates\np1,"Rusk, Dean",1909–1994\np2,"Škoda, Jan","fl. 1850"\n');
    expect(xml).toMatch(/Rusk, Dean<\/persName>\s*<birth when="1909">1909<\/birth>\s*<death when="1994">1994<\/death>/);
    expect(xml).toMatch(/Škoda, Jan<\/persName>\s*<note>fl\. 1850<\/note>/);
  });

  test('keep their identifiers: what is made of a page number has another', () => {
    const xml = tei('id,name\npg_19,"Rusk, Dean"\n');
    expect(xml).toContain('<person xml:id="pg_19">');
    expect(xml).toContain('<pb n="19" xml:id="pg_19-2"/>');
  });

  test('keep them in the front matter of a volume, in letters of any script, with their years', () => {
    const authority = list('id,name,dates,description\np_Š,"Škoda, Jan",1839–1900,engineer\n');
    const converted = convert(createSource('a.txt', letter), { authority, profile: 'frus-web' }, () => {});
    const encoding = findEncoding('tei-letter');
    if (!encoding) throw new Error('no encoding');
    const volume = assembleTei([{ tei: converted.tei, facts: {} }], {
      title: 'Letters',
      edition: {},
      encoding,
      lists: authority,
    });
    const xml = serializeXml(volume);
    expect(xml).toContain('<persName xml:id="p_Š">Škoda, Jan</persName>, 1839–1900, engineer');
    expect(xml).toContain('<persName ref="#p_Š">Škoda</persName>');
  });
});
