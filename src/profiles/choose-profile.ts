/** A profile's name, or `auto`, and a transcription -> the conventions to read it with. */
import type { Report } from '../diagnostic/index.js';
import { placeAt, type Source } from '../source/index.js';
import { type Conventions, transcriptMessages } from '../transcript/index.js';
import { detectProfile, findProfile } from './detect-profile.js';
import { profiles } from './registry.js';

/** In: a source and the name asked for. Out: the profile; what was detected, or that there is none of the name, is reported. */
export function chooseProfile(source: Source, name: string, report: Report): Conventions {
  const named = findProfile(name);
  if (named) return named;
  const place = placeAt(source, 0);
  if (name !== 'auto') {
    const expected = ['auto', ...profiles.map((profile) => profile.name)];
    report(transcriptMessages['unknown-profile']({ name }, place, { expected }));
  }
  const { profile, reason } = detectProfile(source);
  report(transcriptMessages['profile-detected']({ name: profile.name, reason }, place));
  return profile;
}
