/** A transcription -> the profile whose conventions it follows, and why it is thought so. */
import type { Source } from '../source/index.js';
import type { Conventions } from '../transcript/index.js';
import { frusWeb } from './frus-web.js';
import { plain } from './plain.js';
import { profiles } from './registry.js';

export interface DetectedProfile {
  readonly profile: Conventions;
  /** One line, lower case: what speaks for it. */
  readonly reason: string;
}

/** In: a source. Out: the profile that `--profile auto` takes. */
export function detectProfile(source: Source): DetectedProfile {
  const reasons: string[] = [];
  const page = /\[Page [^\s\]]{1,12}\]/.exec(source.text)?.[0];
  if (page) reasons.push(`page breaks as "${page}"`);
  const head =
    /^\s*(?:No\. )?[0-9]{1,4}[A-Za-z]?\. +\p{Lu}.*\b(?:From|to|of|Note|by|Prepared|Conversation|Paper|Report)\b/u;
  if (head.test(source.text.slice(0, 400))) reasons.push('a numbered head');
  if (/(?:^|[\r\n])[ \t]{1,4}[0-9*]+\. Source: /.test(source.text)) reasons.push('a source note in a list of notes');
  if (reasons.length > 0) return { profile: frusWeb, reason: reasons.join(', ') };
  return { profile: plain, reason: 'no marks of any other profile' };
}

/** In: a profile's name. Out: the profile, or undefined where there is none of that name. */
export function findProfile(name: string): Conventions | undefined {
  return profiles.find((profile) => profile.name === name);
}
