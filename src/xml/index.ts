export * from './events.js';
export * from './names.js';
export * from './tree.js';
