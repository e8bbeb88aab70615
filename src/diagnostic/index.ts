export * from './diagnostic.js';
export * from './gather.js';
export * from './messages.js';
