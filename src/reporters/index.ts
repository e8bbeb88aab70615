export { gnu } from './gnu.js';
export { json } from './json.js';
export { pretty } from './pretty.js';
