/** Names that people write -> names that they mean; and which names of TEI to offer first, because texts are made of them. */

/** In the order in which a message offers them; all others follow in alphabetical order. */
export const COMMON_ELEMENTS: readonly string[] =
  `text body front back p div head list item note opener dateline salute closer signed postscript table row cell quote lg l label pb lb
  date persName placeName orgName name ref hi title abbr choice sic corr orig reg gap unclear supplied add del
  publisher authority distributor availability licence author editor respStmt resp bibl msDesc msIdentifier
  correspDesc correspAction TEI teiHeader fileDesc titleStmt publicationStmt sourceDesc encodingDesc profileDesc
  revisionDesc change floatingText`.split(/\s+/);

/** Names of HTML, of word processors and of plain English, with the element of TEI. */
const MEANT: ReadonlyMap<string, string> = new Map(
  Object.entries({
    hi: 'b i u em strong bold italic italics underline sub sup smallcaps',
    p: 'para paragraph',
    lb: 'br linebreak newline',
    pb: 'pagebreak page',
    head: 'h1 h2 h3 h4 h5 h6 heading header',
    list: 'ul ol dl',
    item: 'li listitem',
    row: 'tr',
    cell: 'td th',
    ref: 'a link',
    graphic: 'img image picture',
    quote: 'blockquote',
    seg: 'span',
    note: 'footnote endnote fn',
    salute: 'salutation greeting valediction',
    signed: 'signature',
    postscript: 'ps',
    div: 'section chapter letter document',
    persName: 'person',
    placeName: 'place',
    orgName: 'organisation organization org',
  }).flatMap(([meant, written]) => written.split(' ').map((name) => [name, meant] as const)),
);

/** Names of attributes of HTML, of TEI P4 and of plain English, with those of TEI: the first that the element may have. */
const MEANT_ATTRIBUTES: ReadonlyMap<string, readonly string[]> = new Map(
  Object.entries({
    class: ['rend', 'type'],
    style: ['rend'],
    align: ['rend'],
    format: ['rend'],
    href: ['target', 'url', 'ref'],
    src: ['url', 'target', 'facs'],
    url: ['target', 'ref'],
    link: ['target', 'ref'],
    target: ['url', 'ref'],
    date: ['when'],
    value: ['when', 'n'],
    number: ['n'],
    language: ['xml:lang'],
    colspan: ['cols'],
    rowspan: ['rows'],
  }),
);

/** The attribute of TEI for a name that the element does not have, of those that it may have. */
export function meantAttribute(written: string, possible: readonly string[]): string | undefined {
  return MEANT_ATTRIBUTES.get(written.toLowerCase())?.find((name) => possible.includes(name));
}

/** The element of TEI for a name that TEI does not have; undefined where it is anyone's guess. */
export function meantElement(written: string): string | undefined {
  return MEANT.get(written.toLowerCase().replace(/[-_]/g, ''));
}
