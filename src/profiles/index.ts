export { type Conventions, typedMarker, typedNoteLabel, typedPageBreak } from '../transcript/index.js';
export * from './choose-profile.js';
export * from './detect-profile.js';
export { frusWeb } from './frus-web.js';
export { plain } from './plain.js';
export { profiles } from './registry.js';
