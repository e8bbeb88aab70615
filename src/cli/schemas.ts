/** What `--schema` or a setting names -> a built-in schema's name, or the path of a schema that exists. */
import { existsSync } from 'node:fs';
import { relative, resolve } from 'node:path';
import { type Complaints, PROGRAM } from './complaints.js';
import { runMessages } from './messages.js';
import { namesOf } from './names.js';
import { nearName } from './near-name.js';
import { hasScheme } from './schema-url.js';

/** Whether `name` is a built-in schema, a file below `folder`, or an address: catalogs and the lock file, which are read later, say what that stands for. */
export async function isSchemaName(name: string, folder: string): Promise<boolean> {
  return hasScheme(name) || (await isBuiltIn(name)) || existsSync(resolve(folder, name));
}

/** The registry reads what it says of each. */
async function isBuiltIn(name: string): Promise<boolean> {
  return Object.hasOwn((await import('../validate.js')).BUILT_IN_SCHEMAS, name);
}

/** Complains where `name` is neither built in, nor a file below `folder`, nor an address. */
export async function checkSchemaName(name: string, folder: string, complaints: Complaints): Promise<void> {
  if (await isSchemaName(name, folder)) return;
  const known = await namesOf('schemas');
  const near = nearName(name, known);
  if (/[./\\]/.test(name)) complaints.report(name, runMessages['file-missing']({ name, near }));
  else complaints.report(PROGRAM, runMessages['unknown-name']({ kind: 'schema', name, near, known }));
}

/** A built-in name as it is; the path of a schema that `folder` is the base of, as it is seen from the working folder. */
export async function settledSchema(name: string, folder: string, cwd: string): Promise<string> {
  if (folder === cwd || hasScheme(name) || (await isBuiltIn(name))) return name;
  return relative(cwd, resolve(folder, name));
}
