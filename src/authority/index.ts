export * from './authority.js';
export * from './find-mentions.js';
export { isListedName } from './is-listed-name.js';
export * from './load-authority.js';
export * from './load-targets.js';
export * from './mention.js';
export { indexAuthority, type MentionIndex } from './mention-index.js';
export * from './messages.js';
export { parsePersonName } from './person-name.js';
