export { headOf } from './head-of.js';
export { mathText } from './math-text.js';
export * from './plain-name.js';
export { readCorrespondence } from './read-document.js';
export { type FileFacts, fileFacts, titleOf } from './read-facts.js';
export * from './read-volume.js';
export * from './volume.js';
