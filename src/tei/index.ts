export { assembleTei, documentNumber } from './assemble-tei.js';
export * from './edition.js';
export * from './encode-tei.js';
export * from './encoding.js';
export { conversionFacts } from './encoding-desc.js';
export * from './encodings/index.js';
export { createIds } from './ids.js';
export * from './messages.js';
export * from './software.js';
