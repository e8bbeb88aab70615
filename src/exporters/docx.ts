/** TEI -> a file of Word (Office Open XML, ECMA-376): footnotes, pages of the print as bookmarks, headings for the outline. */
import type { Report } from '../diagnostic/index.js';
import { attributeValue, type Element } from '../xml/index.js';
import { type Block, blocksOf, PLAIN } from './docx/blocks.js';
import { bookmarksIn } from './docx/bookmarks.js';
import { footnoteOf } from './docx/notes.js';
import { isLanguage, type WordPicture, type Writing } from './docx/pieces.js';
import { stylesOf } from './docx/styles.js';
import { NUMBERED, wordWriter } from './docx/write-word.js';
import type { ExportedFile, Exporter, ExportInput, ExportSettings } from './exporter.js';
import { dropReporter, onceEach, reportBeside } from './once.js';
import { pictureFinders, reportPictures } from './pictures/find-pictures.js';
import type { Picture } from './pictures/picture.js';
import { type PresentedElement, present } from './present.js';
import {
  findAll,
  findElement,
  isDocument,
  lineOf,
  ownContent,
  type ReadPart,
  readVolume,
  type Volume,
} from './reading/index.js';

export const docx: Exporter = {
  name: 'docx',
  summary: 'a file of Word with footnotes, and the pages of the print as bookmarks',
  extension: '.docx',
  mediaType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  scope: 'document',
  makes: ['file'],
  isText: false,
  export: async (input, report) => [await exportWord(input, report)],
};

async function exportWord(input: ExportInput, report: Report): Promise<ExportedFile> {
  const { files, settings } = input;
  const [file] = files;
  const volume = readVolume(files, settings);
  const once = onceEach(report);
  reportBeside(files, once);
  const parts: { readonly shown: PresentedElement; readonly level: number }[] = [];
  const [only, ...more] = volume.parts;
  const isOne = only !== undefined && more.length === 0 && only.parts.length === 0;
  const add = (part: ReadPart, level: number) => {
    parts.push({ shown: present(ownContent(part), once), level });
    for (const inner of part.parts) add(inner, isDocument(part) ? level : Math.min(level + 1, 6));
  };
  for (const part of volume.parts) add(part, 1);

  const finder = file && (await pictureFinders(input))(file);
  const drop = dropReporter('docx', report);
  let lists = 0;
  const shown = parts.map((part) => part.shown);
  const writing: Writing = {
    drop,
    notes: [],
    pending: [],
    ...bookmarksIn(shown, file),
    nextList: () => ++lists,
    pictureOf: (element) => wordPicture(finder?.find(element), element, drop),
  };
  const sections = parts.map((part) => sectionOf(part.shown, part.level, writing));
  if (!isOne) sections[0]?.blocks.unshift(titleOf(volume));
  if (writing.pending.length > 0) sections.at(-1)?.blocks.push(endOf(writing));
  // A note is read once all references to notes of the text are numbered.
  const notes = writing.notes.map((note) => footnoteOf(note, writing));

  if (file && finder) reportPictures([{ file, notes: finder.notes() }], once);
  const word = await import('docx');
  const { sameBytes } = await import('./docx/same-bytes.js');
  const write = wordWriter(word);
  const paragraphs = (block: Block) => write(block).filter((each) => each instanceof word.Paragraph);
  const document = new word.Document({
    title: volume.title,
    creator: authorOf(volume, settings),
    lastModifiedBy: settings.publisher ?? '',
    styles: stylesOf(isLanguage(volume.language) ? volume.language : 'en'),
    numbering: { config: [{ reference: NUMBERED, levels: LEVELS }] },
    sections: sections.map(({ blocks, start }) => ({
      // Each document counts its notes anew, as volumes in print do.
      properties: { type: 'continuous' as const, footnoteProperties: { start, restart: 'eachSect' as const } },
      children: blocks.flatMap(write),
    })),
    footnotes: Object.fromEntries(notes.map((blocks, i) => [i + 1, { children: blocks.flatMap(paragraphs) }] as const)),
  });
  const written = await word.Packer.toBuffer(document);
  const day = /^\d{4}-\d\d-\d\d/.exec(settings.date ?? volume.latestDay ?? '')?.[0];
  return { path: `${file?.name ?? 'document'}.docx`, content: sameBytes(written, day) };
}

const TYPES = ['png', 'jpg', 'gif', 'bmp'] as const;

function wordPicture(picture: Picture | undefined, { place }: Element, drop: Writing['drop']): WordPicture | undefined {
  if (!picture) return undefined;
  const { bytes, width, height } = picture;
  const type = TYPES.find((each) => each === picture.type);
  if (type !== undefined && width !== undefined && height !== undefined) return { type, bytes, width, height };
  drop('a picture of a kind that it does not show', place);
  return undefined;
}

const LEVELS = Array.from({ length: 9 }, (_, level) => ({
  level,
  format: 'decimal' as const,
  text: `%${level + 1}.`,
  style: { paragraph: { indent: { left: (level + 1) * 567, hanging: 567 } } },
}));

interface Section {
  readonly blocks: Block[];
  /** The number of its first note. */
  readonly start: number;
}

/** Word numbers the notes of a section; numbers or signs in TEI that do not go on from the first are said to be lost. */
function sectionOf(part: PresentedElement, level: number, writing: Writing): Section {
  const before = writing.notes.length;
  const name = writing.bookmarkOf(part.element);
  if (name !== undefined) writing.pending.push(name);
  const blocks = [...blocksOf(part, { ...PLAIN, level }, writing)];
  const notes = writing.notes.slice(before).map(({ element }) => ({ element, number: attributeValue(element, 'n') }));
  const first = notes[0]?.number ?? '';
  const start = /^[1-9]\d{0,3}$/.test(first) ? Number(first) : 1;
  notes.forEach(({ element, number }, i) => {
    if (number !== undefined && number !== String(start + i))
      writing.drop('a numbering of notes that is no plain count', element.place);
  });
  return { blocks, start };
}

function titleOf({ title }: Volume): Block {
  return {
    kind: 'paragraph',
    style: 'Title',
    indent: 0,
    inLetter: false,
    pieces: [{ kind: 'text', text: title, look: {} }],
  };
}

/** Bookmarks that no paragraph follows. */
function endOf({ pending }: Writing): Block {
  const pieces = pending.splice(0).map((name) => ({ kind: 'bookmark', name }) as const);
  return { kind: 'paragraph', indent: 0, inLetter: false, pieces };
}

/** Who the header says wrote it; else who sent the letter; else the editors. */
function authorOf({ documents }: Volume, { editors }: ExportSettings): string {
  const [document, ...more] = documents;
  const header = document && findElement(document.file.tei.root, 'titleStmt');
  const written = header ? findAll(header, 'author').map(lineOf) : [];
  const senders = more.length === 0 ? (document?.senders ?? []).map(({ name }) => name) : [];
  const all = [written, senders, (editors ?? []).map(({ name }) => name)].map((names) => names.filter(Boolean));
  return (all.find((names) => names.length > 0) ?? []).join('; ');
}
