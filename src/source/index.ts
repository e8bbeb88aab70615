export * from './decode.js';
export * from './messages.js';
export * from './source.js';
