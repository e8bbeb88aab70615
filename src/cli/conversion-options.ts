/** Flags, settings and environment -> how a transcription is to be converted. */
import type { ConvertOptions } from '../convert.js';
import type { Edition } from '../tei/edition.js';
import { type Complaints, PROGRAM } from './complaints.js';
import type { ConversionLists } from './conversion-lists.js';
import type { EditionFile } from './edition-file.js';
import { runMessages } from './messages.js';
import type { World } from './world.js';

export interface ConversionFlags {
  readonly encoding?: string;
  readonly profile?: string;
}

/** What settings say of the run, and not of the edition. */
const OF_THE_RUN: Readonly<Record<Exclude<keyof EditionFile, keyof Edition>, true>> = {
  profile: true,
  encoding: true,
  schema: true,
  schematron: true,
  authority: true,
  targets: true,
  decisions: true,
  severity: true,
  overrides: true,
  rightsHolder: true,
  description: true,
};

/** Flags go before settings; a date comes from `SOURCE_DATE_EPOCH`, else from the settings, never from the clock. */
export function conversionOptions(
  flags: ConversionFlags,
  values: EditionFile,
  date: string | undefined,
  lists?: ConversionLists,
): ConvertOptions {
  const profile = flags.profile ?? values.profile;
  const encoding = flags.encoding ?? values.encoding;
  const edition: Edition = Object.fromEntries(
    Object.entries(values).filter(([setting]) => !Object.hasOwn(OF_THE_RUN, setting)),
  );
  return {
    ...(profile !== undefined && { profile }),
    ...(encoding !== undefined && { encoding }),
    ...(lists?.authority && { authority: lists.authority }),
    ...(lists?.targets && { targets: lists.targets }),
    edition: date === undefined ? edition : { ...edition, date },
    ...(lists?.decisions && { decisions: lists.decisions }),
  };
}

/** The day that `SOURCE_DATE_EPOCH` names (reproducible-builds.org), in UTC; undefined where it is not set. */
export function sourceDate({ env }: World, complaints: Complaints): string | undefined {
  const value = env['SOURCE_DATE_EPOCH'];
  if (value === undefined || value === '') return undefined;
  const date = new Date(/^\d{1,12}$/.test(value) ? Number(value) * 1000 : Number.NaN);
  if (!Number.isNaN(date.getTime())) return date.toISOString().slice(0, 10);
  complaints.report(PROGRAM, runMessages['source-date-epoch-invalid']({ value }));
  return undefined;
}
