export { frusWeb } from './frus-web.js';
export { plain } from './plain.js';
