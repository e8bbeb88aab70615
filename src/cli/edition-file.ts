/** The nearest `edition.json` upwards from a document -> the settings that hold for it. */
import { existsSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import type { Diagnostic, Report, SeveritySettings } from '../diagnostic/index.js';
import type { ProfileChoice } from '../profiles/choose-profile.js';
import type { Source } from '../source/index.js';
import type { Edition } from '../tei/edition.js';
import { checkEdition } from './edition-check.js';
import { namesOf } from './names.js';
import { readFile } from './read-file.js';
import { isSchemaName } from './schemas.js';
import type { SeverityOverride } from './severity.js';
import { shownPath } from './shown-path.js';

export const EDITION_FILE = 'edition.json';

/** What `edition.json` says, as `schemas/edition.schema.json` has it. */
export interface EditionFile extends Edition {
  readonly profile?: ProfileChoice;
  readonly encoding?: string;
  readonly schema?: string;
  /** Schematron schemas. */
  readonly schematron?: readonly string[];
  /** Files with persons and terms. */
  readonly authority?: readonly string[];
  /** Files with the identifiers that references may point to. */
  readonly targets?: readonly string[];
  /** A file of decisions on markers and beginnings of documents. */
  readonly decisions?: string;
  readonly severity?: SeveritySettings;
  /** Who holds the rights, and what the edition is, for records and deposits. */
  readonly rightsHolder?: string;
  readonly description?: string;
  /** Severities for some files. */
  readonly overrides?: readonly SeverityOverride[];
}

export interface Settings {
  readonly values: EditionFile;
  /** The folder that its paths are relative to; undefined where there is no file. */
  readonly folder?: string;
}

/** Settings by folder; each file is read once. Undefined where the file is wrong: that was reported, once. */
export type FindSettings = (folder: string) => Promise<Settings | undefined>;

/** In: the working folder, and where what is wrong with settings goes. Out: what finds the settings of a folder; they are empty where there is no file. */
export function settingsFinder(cwd: string, report: (shown: string, diagnostic: Diagnostic) => void): FindSettings {
  const known = new Map<string, Promise<Settings | undefined>>();
  const nearest = new Map<string, string | undefined>();
  const nearestTo = (folder: string): string | undefined => {
    if (!nearest.has(folder)) nearest.set(folder, nearestEdition(folder));
    return nearest.get(folder);
  };
  return (folder) => {
    const file = nearestTo(folder);
    if (file === undefined) return Promise.resolve({ values: {} });
    const settings = known.get(file) ?? readSettings(file, shownPath(cwd, file), report);
    known.set(file, settings);
    return settings;
  };
}

/** The path of the nearest `edition.json`, if there is one. */
export function nearestEdition(folder: string): string | undefined {
  const file = resolve(folder, EDITION_FILE);
  if (existsSync(file)) return file;
  const parent = dirname(folder);
  return parent === folder ? undefined : nearestEdition(parent);
}

async function readSettings(
  file: string,
  shown: string,
  report: (shown: string, diagnostic: Diagnostic) => void,
): Promise<Settings | undefined> {
  const source = readFile(file, shown, (diagnostic) => report(shown, diagnostic));
  if (!source) return undefined;
  const folder = dirname(file);
  const values = await readEdition(source, folder, (diagnostic) => report(shown, diagnostic));
  return values && { values, folder };
}

/**
 * In: the text of an `edition.json`, and the folder that its paths are relative to. Out: what it says, or undefined
 * where there are mistakes; each is reported with its place and JSON pointer.
 */
export async function readEdition(source: Source, folder: string, report: Report): Promise<EditionFile | undefined> {
  const { readLocatedJson } = await import('./located-json.js');
  const located = readLocatedJson(source, report);
  if (!located) return undefined;
  const checked = await checkEdition(located.value);
  if ('errors' in checked) {
    located.explain(checked.errors, report);
    return undefined;
  }
  const values = withoutEmpty(checked.edition);
  const unknown = await unknownNames(values, folder);
  for (const [setting, expected] of unknown) located.reject(`/${setting}`, expected, report);
  return unknown.length === 0 ? values : undefined;
}

/** The settings that name what does not exist, with what does. */
async function unknownNames(
  { profile, encoding, schema }: EditionFile,
  folder: string,
): Promise<readonly (readonly [string, string])[]> {
  const [name, at] = typeof profile === 'object' ? [profile.extends, 'profile/extends'] : [profile, 'profile'];
  const named = name === undefined ? [] : await namesOf('profiles');
  const profiles = typeof profile === 'object' ? named.filter((each) => each !== 'auto') : named;
  const encodings = encoding === undefined ? [] : await namesOf('encodings');
  return [
    ...(name === undefined || profiles.includes(name) ? [] : [[at, profiles.join(', ')] as const]),
    ...(encoding === undefined || encodings.includes(encoding) ? [] : [['encoding', encodings.join(', ')] as const]),
    ...(schema === undefined || (await isSchemaName(schema, folder))
      ? []
      : [['schema', `a file that exists, or one of ${(await namesOf('schemas')).join(', ')}`] as const]),
  ];
}

/** An empty string is as good as nothing: `init` writes a form to fill in. */
function withoutEmpty(values: EditionFile): EditionFile {
  const kept = Object.entries(values).filter(([, value]) => value !== '');
  const {
    $schema: _,
    licence,
    editors,
    ...rest
  }: EditionFile & { readonly $schema?: string } = Object.fromEntries(kept);
  return {
    ...rest,
    ...(licence && licence.name !== '' && { licence }),
    ...(editors && { editors: editors.map(({ name, email }) => ({ name, ...(email && { email }) })) }),
  };
}
