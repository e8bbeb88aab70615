export * from './content.js';
export * from './document.js';
export * from './interpret-document.js';
export * from './messages.js';
export * from './repository.js';
export * from './source-note-model.js';
