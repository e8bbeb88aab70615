export { type Automaton, compileGrammar } from './automaton.js';
export { checkDatatype, checkValue } from './datatypes/index.js';
export * from './simple.js';
export { type Validation, type ValidationOptions, validateRelaxNg } from './validate.js';
export { validationMessages } from './validation-messages.js';
export { lookUpMessages } from './look-up-messages.js';
export * from './look-up.js';
