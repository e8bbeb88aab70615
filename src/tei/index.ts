export * from './edition.js';
export * from './encode-tei.js';
export * from './encoding.js';
export * from './encodings/index.js';
export type { Software } from './header.js';
export * from './messages.js';
