export * from './agreement.js';
export * from './conventions.js';
export * from './leaves.js';
export { messages as transcriptMessages } from './messages.js';
export * from './outline.js';
export * from './parse-transcript.js';
export * from './segment.js';
export * from './transcript.js';
export * from './typed-forms.js';
