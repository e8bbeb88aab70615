/** Flags, settings and environment -> how a transcription is to be converted. */
import type { Authority } from '../authority/index.js';
import type { ConvertOptions } from '../convert.js';
import type { Targets } from '../document/index.js';
import { type Complaints, PROGRAM } from './complaints.js';
import type { EditionFile } from './edition-file.js';
import { runMessages } from './messages.js';
import type { World } from './world.js';

export interface ConversionFlags {
  readonly encoding?: string;
  readonly profile?: string;
}

/** Flags go before settings; a date comes from `SOURCE_DATE_EPOCH`, else from the settings, never from the clock. */
export function conversionOptions(
  flags: ConversionFlags,
  {
    profile,
    encoding,
    schema: _,
    severity: __,
    authority: ___,
    targets: _____,
    overrides: ____,
    decisions: ______,
    rightsHolder: _______,
    description: ________,
    ...edition
  }: EditionFile,
  date: string | undefined,
  authority?: Authority,
  targets?: Targets,
): ConvertOptions {
  const chosenProfile = flags.profile ?? profile;
  const chosenEncoding = flags.encoding ?? encoding;
  return {
    ...(chosenProfile !== undefined && { profile: chosenProfile }),
    ...(chosenEncoding !== undefined && { encoding: chosenEncoding }),
    ...(authority && { authority }),
    ...(targets && { targets }),
    edition: date === undefined ? edition : { ...edition, date },
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
