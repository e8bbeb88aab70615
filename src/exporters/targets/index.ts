export { arche } from './arche.js';
export { clarin } from './clarin.js';
export { dta } from './dta.js';
export { generic } from './generic.js';
export { tapas } from './tapas.js';
export { textgrid } from './textgrid.js';
export { zenodo } from './zenodo.js';
