export * from './conventions.js';
export * from './transcript.js';
