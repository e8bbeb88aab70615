/** A document -> what the page shows of it: its transcription, its TEI, and how it reads. */
import { basename } from 'node:path';
import type { ConvertOptions } from '../../convert.js';
import type { Counts, Diagnostic, Report } from '../../diagnostic/index.js';
import type { Exporter, ExportSettings, WholeFile } from '../../exporters/exporter.js';
import { createSource, type Source } from '../../source/index.js';
import { besideReader } from '../find-beside.js';
import type { Input } from '../inputs.js';
import { isTranscription } from '../is-transcription.js';
import { readFile, TRANSCRIPTION } from '../read-file.js';
import { errorMessage } from '../reason.js';

export interface Listing {
  /** As it was given. */
  readonly folder: string;
  /** Rises with each change. */
  readonly revision: number;
  /** Whether there are files that have still to be looked at. */
  readonly busy: boolean;
  /** What is wrong beside the documents, such as settings: a line each. */
  readonly problems: readonly string[];
  readonly files: readonly { readonly path: string; readonly counts: Counts | undefined }[];
}

/** A text, or why there is none. */
export interface Shown {
  /** As diagnostics name it. */
  readonly path: string;
  /** It is in no file: it was made from the other text. */
  readonly made?: boolean;
  readonly text?: string;
  readonly note?: string;
}

export interface View {
  readonly path: string;
  readonly revision: number;
  readonly transcription: Shown;
  readonly tei: Shown;
  /** What was found, as reporter `json` has it. */
  readonly report: unknown;
}

/** The pages of a reading view, by their paths; one of them comes first. */
export interface Reading {
  readonly first: string;
  readonly files: ReadonlyMap<string, string | Uint8Array>;
}

type Texts = Pick<View, 'transcription' | 'tei'>;

const LIMIT = { ...TRANSCRIPTION, kind: 'what is shown' };

/** In: a transcription and how it is converted. What is wrong with it the validation says. */
export async function viewTranscription(input: Input, options: ConvertOptions): Promise<Texts> {
  const path = input.shown.replace(/\.txt$/i, '.xml');
  const [source, note] = read(input);
  if (!source) return { transcription: { path: input.shown, note }, tei: { path, note: 'there is no transcription' } };
  const transcription = { path: input.shown, text: source.text };
  try {
    const [{ convertDocuments }, { serializeXml }] = await Promise.all([
      import('../../convert.js'),
      import('../../xml/serialize.js'),
    ]);
    const [converted] = convertDocuments(source, { ...options, segments: 'report' }, () => {});
    return { transcription, tei: { path, made: true, text: converted ? serializeXml(converted.tei) : '' } };
  } catch (error) {
    return { transcription, tei: { path, note: errorMessage(error) } };
  }
}

/** In: TEI, and the transcription that belongs to it, if there is one; else it is made anew from the TEI. */
export async function viewTei(input: Input, beside: Input | undefined, settings: ExportSettings): Promise<Texts> {
  const [source, note] = read(input);
  const tei = source ? { path: input.shown, text: source.text } : { path: input.shown, note };
  if (beside) {
    const [typed, why] = read(beside);
    return { tei, transcription: typed ? { path: beside.shown, text: typed.text } : { path: beside.shown, note: why } };
  }
  const path = input.shown.replace(/\.xml$/i, '.txt');
  if (!source) return { tei, transcription: { path, note: 'there is no TEI' } };
  const { transcription } = await import('../../exporters/index.js');
  const made = await exported(transcription, source, settings, false);
  const text = made.files.map(({ content }) => content).join('\n');
  return { tei, transcription: made.error === undefined ? { path, made: true, text } : { path, note: made.error } };
}

/** In: the text of a TEI file, and the input that it is of, beside which pictures are looked for. Out: one page, or a site where it holds several documents; a page that says why where it cannot be read. */
export async function readingOf({ path, text }: Shown, input: Input, settings: ExportSettings): Promise<Reading> {
  const { html } = await import('../../exporters/index.js');
  const source = createSource(path, text ?? '');
  const single = await exported(html, source, settings, true, input);
  const made =
    single.code === 'export/several-documents' ? await exported(html, source, settings, false, input) : single;
  // Of a site the first page is not written first.
  const first = made.files.find(({ path }) => path === 'index.html') ?? made.files[0];
  if (first && made.error === undefined)
    return { first: first.path, files: new Map(made.files.map(({ path, content }) => [path, content])) };
  const { html: markup } = await import('../../exporters/html/markup.js');
  const page = markup`<!DOCTYPE html>
<html lang="en"><head><meta charset="utf-8"><meta name="color-scheme" content="light dark"><title>No reading view</title>
<style>body { font: 1rem/1.5 system-ui, sans-serif; margin: 1.5rem; }</style></head>
<body><main><h1>No reading view</h1><p>${made.error ?? 'The TEI holds no text.'}</p></main></body></html>
`;
  return { first: 'index.html', files: new Map([['index.html', page.html]]) };
}

interface Made {
  readonly files: readonly WholeFile[];
  readonly error?: string;
  readonly code?: string;
}

async function exported(
  exporter: Exporter,
  source: Source,
  settings: ExportSettings,
  single: boolean,
  input?: Input,
): Promise<Made> {
  let wrong: Diagnostic | undefined;
  const report: Report = (diagnostic) => {
    if (diagnostic.severity === 'error') wrong ??= diagnostic;
  };
  const [{ exportTei }, { parseXml }, { safeName }] = await Promise.all([
    import('../../export.js'),
    import('../../xml/index.js'),
    import('../../exporters/safe-name.js'),
  ]);
  const files: WholeFile[] = [];
  try {
    const tei = parseXml(source, report);
    const name = safeName(basename(source.path).replace(/\.xml$/i, ''));
    if (tei && !wrong) {
      const own = { path: source.path, name, tei, source };
      const readBeside = input && besideReader([own], [input]);
      for await (const file of exportTei(exporter, { files: [own], settings, single, readBeside }, report))
        files.push(file);
    }
  } catch (error) {
    return { files, error: errorMessage(error) };
  }
  return { files, ...(wrong && { error: wrong.message, code: wrong.code }) };
}

/** The transcription of a TEI file: of the same name beside it, else the only one of that name in the folder. */
export function transcriptionFor({ below }: Input, inputs: Iterable<Input>): Input | undefined {
  const bare = (path: string) => path.replace(/\.[^./\\]*$/, '');
  const typed = [...inputs].filter((each) => isTranscription(each.below));
  const named = typed.filter((each) => basename(bare(each.below)) === basename(bare(below)));
  return named.find((each) => bare(each.below) === bare(below)) ?? (named.length === 1 ? named[0] : undefined);
}

function read({ file, shown }: Input): readonly [Source, ''] | readonly [undefined, string] {
  let note = 'it cannot be read';
  const source =
    file === undefined
      ? undefined
      : readFile(
          file,
          shown,
          ({ message }) => {
            note = message;
          },
          LIMIT,
        );
  return source ? [source, ''] : [undefined, note];
}
