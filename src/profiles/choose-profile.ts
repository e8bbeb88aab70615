/** A profile's name, or `auto`, or a profile of one's own, and a transcription -> the conventions to read it with. */
import type { Report } from '../diagnostic/index.js';
import { placeAt, type Source } from '../source/index.js';
import { type Conventions, transcriptMessages } from '../transcript/index.js';
import { composeProfile, type ProfileSettings } from './compose-profile.js';
import { detectProfile } from './detect-profile.js';
import { findProfile, profiles } from './registry.js';

/** The name of a profile, `auto`, or the settings of one's own. */
export type ProfileChoice = string | ProfileSettings;

/** In: a source and what was asked for. Out: the profile; what was detected, or that there is none of the name, is reported. */
export function chooseProfile(source: Source, choice: ProfileChoice, report: Report): Conventions {
  const chosen = resolveProfile(choice);
  if (chosen) return chosen;
  const place = placeAt(source, 0);
  if (typeof choice === 'string' && choice !== 'auto') {
    const expected = ['auto', ...profiles.map((profile) => profile.name)];
    report(transcriptMessages['unknown-profile']({ name: choice }, place, { expected }));
  }
  const { profile, reason } = detectProfile(source);
  report(transcriptMessages['profile-detected']({ name: profile.name, reason }, place));
  return profile;
}

/** The conventions that were asked for; undefined for `auto` and for names that are not known. */
export function resolveProfile(choice: ProfileChoice): Conventions | undefined {
  return typeof choice === 'string' ? findProfile(choice) : composeProfile(choice);
}
