export { type Conventions, typedMarker, typedNoteLabel, typedPageBreak } from '../transcript/index.js';
export { brackets } from './brackets.js';
export * from './choose-profile.js';
export { composeProfile, type ProfileSettings, readVariation } from './compose-profile.js';
export * from './detect-profile.js';
export { frusWeb } from './frus-web.js';
export { markdown } from './markdown.js';
export { plain } from './plain.js';
export * from './registry.js';
