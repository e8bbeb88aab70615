export * from './content.js';
export * from './document.js';
export * from './source-note-model.js';
export * from './repository.js';
