export { isEditorial } from './elements.js';
export * from './facts.js';
export * from './first-difference.js';
export * from './rebuild-transcription.js';
export type { Piece, Rebuilt } from './writer.js';
