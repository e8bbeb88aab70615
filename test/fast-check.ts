/**
 * fast-check with a seed of its own: a run is the same each time. `FC_SEED=N npm test` tries others; what such a run
 * finds becomes an example of its own.
 */
import fc from 'fast-check';

fc.configureGlobal({ seed: Number(process.env['FC_SEED'] ?? 1) });

export { fc };
