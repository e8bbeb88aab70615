/** Every profile: a new one is a file and a line here. */
import type { Conventions } from '../transcript/index.js';
import { brackets } from './brackets.js';
import { frusWeb } from './frus-web.js';
import { markdown } from './markdown.js';
import { plain } from './plain.js';

export const profiles: readonly Conventions[] = [frusWeb, plain, markdown, brackets];

/** In: a profile's name. Out: the profile, or undefined where there is none of that name. */
export function findProfile(name: string): Conventions | undefined {
  return profiles.find((profile) => profile.name === name);
}
