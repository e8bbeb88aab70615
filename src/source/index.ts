export * from './decode.js';
export * from './letter-units.js';
export * from './line-table.js';
export * from './matches-of.js';
export * from './messages.js';
export * from './own-copy.js';
export * from './source.js';
export * from './utf8-parts.js';
