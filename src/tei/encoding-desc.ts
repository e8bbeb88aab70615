/** What was done to the text -> `encodingDesc` (TEI Guidelines 2.3): policy for page breaks, notes, hyphens, quotation marks. */
import type { Document } from '../document/index.js';
import type { Element } from '../xml/index.js';
import { tei } from './build.js';
import type { EncodeContext } from './context.js';
import type { Encoding } from './encoding.js';
import type { Software } from './software.js';

const PROJECT =
  'The transcription was turned into TEI by a program that accounts for each of its characters: from this file the transcription can be rebuilt, up to the amount of white space.';

/** Each policy, with the element of `editorialDecl` that it belongs to. */
const POLICIES: readonly {
  readonly element: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly text: string;
}[] = [
  {
    element: 'correction',
    attributes: { status: 'unknown' },
    text: 'Nothing was corrected: the words are those of the transcription.',
  },
  {
    element: 'normalization',
    attributes: {},
    text: 'Spelling and punctuation are those of the transcription; characters are in Unicode normalization form C.',
  },
  {
    element: 'quotation',
    attributes: { marks: 'all' },
    text: 'Quotation marks are kept as characters of the text.',
  },
  {
    element: 'hyphenation',
    attributes: { eol: 'all' },
    text: 'Hyphens are kept as they stand in the transcription. Where a page ends inside of a word, the page break has break="no".',
  },
  {
    element: 'segmentation',
    attributes: {},
    text: 'A page break stands at the point where the transcription marks it, with the printed number of the page that begins; a paragraph that goes on over a page is one paragraph.',
  },
  {
    element: 'interpretation',
    attributes: {},
    text: 'Each note stands at the place of its marker, with the number printed there; the list of notes at the end of the transcription is not repeated. Names, places, dates and references are tagged where the structure of the document says what they are.',
  },
];

/** Where there was a list of persons and terms. */
const KEYED =
  'Persons and terms of a list are tagged by their names and point to their entries; a name that several persons have, and nothing decides, points to none.';

/** Where there is such a line. */
const DIVIDED = 'Where a line ends inside of a word, the line break has break="no".';

/** The facts of the conversion stand in `appInfo` where the encoding has them there. */
export function encodingDesc(context: EncodeContext, software: Software): Element {
  const { document, encoding } = context;
  const { place } = document;
  const paragraph = (text: string) => tei('p', {}, text, place);
  const more: Readonly<Record<string, string>> = {
    ...(document.mentioned && { interpretation: KEYED }),
    ...(context.told.dividedLine && { hyphenation: DIVIDED }),
  };
  const all = POLICIES.map((policy) => {
    const added = more[policy.element];
    return added === undefined ? policy : { ...policy, text: `${policy.text} ${added}` };
  });
  const policies =
    encoding.header.editorialDecl === 'parts'
      ? all.map(({ element, attributes, text }) => tei(element, attributes, [paragraph(text)], place))
      : all.filter(({ text }) => encoding.wordBreaks || !text.includes('break=')).map(({ text }) => paragraph(text));
  const editorialDecl = tei('editorialDecl', {}, policies, place);
  if (encoding.header.facts !== 'appInfo') return tei('encodingDesc', {}, [editorialDecl], place);
  const facts = conversionFacts(document, encoding);
  const application = tei(
    'application',
    { ident: software.name, version: software.version },
    [
      tei('label', {}, software.name, place),
      ...Object.entries(facts).map(([type, value]) => tei('desc', { type }, value, place)),
    ],
    place,
  );
  const projectDesc = tei('projectDesc', {}, [paragraph(PROJECT)], place);
  return tei('encodingDesc', {}, [projectDesc, editorialDecl, tei('appInfo', {}, [application], place)], place);
}

/** What the stage `rebuild` has to know of the conversion. */
export function conversionFacts(
  { conventions, noteNumbering }: Pick<Document, 'conventions' | 'noteNumbering'>,
  encoding: Encoding,
): Readonly<Record<string, string>> {
  const { name, variation } = conventions;
  return {
    profile: name,
    ...(variation !== undefined && { conventions: variation }),
    encoding: encoding.name,
    'note-numbering': noteNumbering,
  };
}
