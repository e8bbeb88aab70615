/** The names that `--checks` takes. */
import type { Check } from '../validate.js';

export const checks = ['grammar', 'schematron', 'rules'] as const satisfies readonly Check[];
