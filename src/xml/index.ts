export * from './build-tree.js';
export { isXmlCharacter } from './characters.js';
export type { DocumentType } from './dtd-model.js';
export * from './events.js';
export * from './layout.js';
export * from './messages.js';
export * from './names.js';
export * from './scan.js';
export * from './tree.js';
