export * from './content.js';
export * from './document.js';
export * from './source-note-model.js';
