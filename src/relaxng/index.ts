export { type Automaton, compileGrammar } from './automaton.js';
export { checkDatatype, checkValue } from './datatypes/index.js';
export { loadGrammar, type Resolver } from './load.js';
export * from './look-up.js';
export { lookUpMessages } from './look-up-messages.js';
export { schemaMessages } from './messages.js';
export * from './simple.js';
export { type Validation, type ValidationOptions, validateRelaxNg } from './validate.js';
export { validationMessages } from './validation-messages.js';
