/** Every profile: a new one is a file and a line here. */
import type { Conventions } from '../transcript/index.js';
import { frusWeb } from './frus-web.js';
import { plain } from './plain.js';

export const profiles: readonly Conventions[] = [frusWeb, plain];
