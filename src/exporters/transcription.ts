/** TEI -> the transcription that it came from, or could have come from: page breaks, markers and notes as a profile types them. */
import type { Report } from '../diagnostic/index.js';
import { findProfile, frusWeb } from '../profiles/index.js';
import { isEditorial, readConversionFacts, rebuildTranscription } from '../rebuild/index.js';
import { descendants, type Element, type XmlDocument, type XmlNode } from '../xml/index.js';
import type { ExportedFile, Exporter, ExportInput } from './exporter.js';
import { exportMessages } from './messages.js';
import { dropReporter, FORMULA, typographyOf } from './once.js';
import { mathText, plainName, type ReadDocument, readVolume } from './reading/index.js';

export const transcription: Exporter = {
  name: 'transcription',
  summary: 'a transcription in the conventions it was converted from, else those of "frus-web"',
  extension: '.txt',
  mediaType: 'text/plain',
  scope: 'document',
  makes: ['file', 'folder'],
  isText: true,
  export: async (input, report) => exportTranscription(input, report),
};

function exportTranscription(
  { files, settings, single, profile, isAmongOthers }: ExportInput,
  report: Report,
): readonly ExportedFile[] {
  const [file] = files;
  if (!file) return [];
  const { documents } = readVolume(files, settings);
  const drop = dropReporter('transcription', report);
  for (const element of descendants(file.tei.root)) sayDropped(element, drop);
  const [first, ...more] = documents;
  if (!first || more.length === 0) return [{ path: `${file.name}.txt`, content: write(file.tei, profile) }];
  if (single) {
    report(exportMessages['several-documents']({ format: 'transcription', count: documents.length }));
    return [];
  }
  // Volumes call their documents by the same names.
  const folder = isAmongOthers ? `${file.name}/` : '';
  return documents.map((document) => ({
    path: `${folder}${document.name}.txt`,
    content: write(alone(document), profile),
  }));
}

/** A document of a volume as if it were the whole file. */
function alone({ element, file: { tei } }: ReadDocument): XmlDocument {
  const wrap = (local: string, child: Element): Element => ({
    ...element,
    name: { ...element.name, local },
    attributes: [],
    children: [child],
  });
  return { prolog: tei.prolog, root: wrap('TEI', wrap('text', wrap('body', element))) };
}

function write(document: XmlDocument, profile: string | undefined): string {
  const facts = readConversionFacts(document);
  const conventions = (profile === undefined ? facts.conventions : findProfile(profile)) ?? frusWeb;
  const { noteNumbering = 'ordinal' } = facts;
  const { text } = rebuildTranscription({ ...document, root: tidy(document.root) }, { conventions, noteNumbering });
  const lines = text.replace(/[ \t]+$/gm, '').replace(/\n{3,}/g, '\n\n');
  return `${lines.replace(/^\n+|\s+$/g, '')}\n`;
}

/** White space that lays out the XML is one space; beside a line break there is none. */
function tidy(element: Element): Element {
  const { children } = element;
  const isLineBreak = (node: XmlNode | undefined) => node?.kind === 'element' && plainName(node) === 'lb';
  return {
    ...element,
    children: children.map((child, index) => {
      if (child.kind === 'element' && plainName(child) === 'mml:math')
        return { kind: 'text', text: mathText(child), place: child.place };
      if (child.kind === 'element') return tidy(child);
      if (child.kind !== 'text') return child;
      const text = child.text.replace(/[ \t\r\n]+/g, ' ');
      const behind = isLineBreak(children[index - 1]) ? text.trimStart() : text;
      return { ...child, text: isLineBreak(children[index + 1]) ? behind.trimEnd() : behind };
    }),
  };
}

function sayDropped(element: Element, drop: ReturnType<typeof dropReporter>): void {
  const name = plainName(element);
  if (name === 'graphic' || name === 'media') drop('a picture', element.place);
  if (isEditorial(element) && name !== 'teiHeader')
    drop('what an editor adds to the words, or puts in place of them', element.place);
  if (name === 'mml:math') drop(FORMULA, element.place);
  if (name === 'choice' || name === 'app') drop('which of several readings an editor prefers', element.place);
  if (name === 'hi' && typographyOf(element) !== '') drop('typography (italics, small capitals ...)', element.place);
  if (/^(?:persName|placeName|orgName|gloss|date|ref)$/.test(name) && element.attributes.length > 0)
    drop('what names, dates and references in the text stand for', element.place);
}
