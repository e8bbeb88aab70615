export { embeddedRules, mayHoldRules, type ReadCompact } from './embedded.js';
export { schematronMessages } from './messages.js';
export { readSchematron, schemaOf } from './read-schema.js';
export type { ReadFile } from './resolve-schema.js';
export type { SchSchema } from './sch-schema.js';
export { type HeldTo, settlePhases } from './settle-phases.js';
export { type SchematronOptions, validateSchematron } from './validate-schematron.js';
