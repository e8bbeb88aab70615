/** What `--schema` or a setting names -> a built-in schema's name, or the path of a schema that exists. */
import { existsSync } from 'node:fs';
import { relative, resolve } from 'node:path';
import { type Complaints, PROGRAM } from './complaints.js';
import { runMessages } from './messages.js';
import { nearName } from './near-name.js';
import { builtInSchemas } from './registries.js';

/** Whether `name` is a built-in schema, or a file below `folder`. */
export function isSchemaName(name: string, folder: string): boolean {
  return builtInSchemas().some((schema) => schema.name === name) || existsSync(resolve(folder, name));
}

/** Complains where `name` is neither built in nor a file below `folder`. */
export function checkSchemaName(name: string, folder: string, complaints: Complaints): void {
  const known = builtInSchemas().map((schema) => schema.name);
  if (isSchemaName(name, folder)) return;
  const near = nearName(name, known);
  if (/[./\\]/.test(name)) complaints.report(name, runMessages['file-missing']({ name, near }));
  else complaints.report(PROGRAM, runMessages['unknown-name']({ kind: 'schema', name, near, known }));
}

/** A built-in name as it is; a path as it is to be shown, seen from the working folder. */
export function settledSchema(name: string | undefined, folder: string, cwd: string): string | undefined {
  if (name === undefined || builtInSchemas().some((schema) => schema.name === name)) return name;
  if (folder === cwd) return name;
  return relative(cwd, resolve(folder, name));
}
