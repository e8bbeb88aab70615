export * from './conventions.js';
export * from './leaves.js';
export * from './messages.js';
export * from './outline.js';
export * from './parse-transcript.js';
export * from './transcript.js';
export * from './typed-forms.js';
