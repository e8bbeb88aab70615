export { convertCommand } from './convert.js';
export { evaluateCommand } from './evaluate.js';
export { explainCommand } from './explain.js';
export { exportCommand } from './export.js';
export { initCommand } from './init.js';
export { listCommand } from './list.js';
export { schemaCommand } from './schema.js';
export { validateCommand } from './validate.js';
