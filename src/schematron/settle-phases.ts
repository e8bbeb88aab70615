/** The schemas of a run and the phase that is asked for -> the phase of each (ISO/IEC 19757-3, 5.4.9). */
import type { SchSchema } from './sch-schema.js';

export interface HeldTo {
  readonly schema: SchSchema;
  readonly phase: string | undefined;
}

/** A phase that is asked for is of those schemas that have it; the others check as they would without. One that none has stays with the first, which says so. */
export function settlePhases(schemas: readonly HeldTo[], asked: string | undefined): readonly HeldTo[] {
  if (asked === undefined || asked.startsWith('#')) return schemas;
  const having = schemas.filter(({ schema }) => schema.phases.some(({ id }) => id === asked));
  const keeping = having.length > 0 ? having : schemas.slice(0, 1);
  return schemas.map((held) => ({ schema: held.schema, phase: keeping.includes(held) ? asked : undefined }));
}
