export default {
  testEnvironment: 'node',
  // Left to itself it keeps a core free, and of two takes one.
  maxWorkers: '100%',
  roots: ['<rootDir>/test'],
  // Several processes in one test take more than the five seconds that are usual, on a slow machine; one that hangs is still ended.
  testTimeout: 60_000,
  testMatch: ['**/*.test.ts'],
  extensionsToTreatAsEsm: ['.ts'],
  moduleNameMapper: { '^(\\.{1,2}/.*)\\.js$': '$1' },
  transform: {
    '^.+\\.ts$': [
      '@swc/jest',
      { jsc: { target: 'es2022', parser: { syntax: 'typescript' } }, module: { type: 'es6' } },
    ],
  },
};
