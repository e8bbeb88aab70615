export * from './apply-fixes.js';
export * from './diagnostic.js';
export * from './gather.js';
export * from './messages.js';
export * from './move-diagnostic.js';
export * from './watch-errors.js';
