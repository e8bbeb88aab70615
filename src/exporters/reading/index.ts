export * from './plain-name.js';
export * from './read-volume.js';
export * from './volume.js';
