/** What stands in an `edition.json` -> settings, or what is wrong with them by `schemas/edition.schema.json` (JSON Schema 2020-12). */
import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { ErrorObject } from 'ajv';
import type { EditionFile } from './edition-file.js';
import { packageFile } from './package-files.js';
import { sumOf } from './quick-sum.js';

/** Where `npm run build` puts the check that Ajv makes of the schema: to make it takes as long as the rest of a short run. */
export const COMPILED_CHECK = 'dist/schemas/edition.cjs';

export type CheckedEdition = { readonly edition: EditionFile } | { readonly errors: readonly ErrorObject[] };

/** The compiled check only says yes; what is wrong is found by Ajv, which then is worth its time. */
export async function checkEdition(value: unknown): Promise<CheckedEdition> {
  const schema = readFileSync(packageFile('schemas/edition.schema.json'));
  const compiled = compiledCheck(schema);
  if (compiled?.(value)) return { edition: value };
  const { Ajv2020 } = await import('ajv/dist/2020.js');
  const check = new Ajv2020({ allErrors: true, verbose: true }).compile<EditionFile>(Object(JSON.parse(`${schema}`)));
  return check(value) ? { edition: value } : { errors: check.errors ?? [] };
}

type Check = (value: unknown) => value is EditionFile;

/** Undefined where it was not made of this very schema. */
function compiledCheck(schema: Uint8Array): Check | undefined {
  const file = packageFile(COMPILED_CHECK);
  if (!existsSync(file)) return undefined;
  const { check, of }: { readonly check: Check; readonly of: number } = createRequire(import.meta.url)(file);
  return of === sumOf(schema) ? check : undefined;
}
