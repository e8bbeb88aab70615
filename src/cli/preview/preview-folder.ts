/** A folder -> a page about it, served to this machine until the world is interrupted: the work of `teiscribe preview`. */
import { statSync } from 'node:fs';
import { resolve } from 'node:path';
import { complaintsTo, PROGRAM } from '../complaints.js';
import { runMessages } from '../messages.js';
import { errorCode, reasonOf } from '../reason.js';
import { FAILED, OK, type Status } from '../status.js';
import { watch } from '../watch.js';
import type { World } from '../world.js';
import { openCollection } from './collection.js';
import { listen } from './listen.js';
import { respondWith } from './respond.js';

export interface PreviewFlags {
  /** 0 is any that is free. */
  readonly port: number;
}

/** In: the folder as it was given. Out: 0 when it was ended, 2 where the folder or the port cannot be used. */
export async function previewFolder(folder: string, { port }: PreviewFlags, world: World): Promise<Status> {
  const complaints = complaintsTo(world);
  try {
    if (!statSync(resolve(world.cwd, folder)).isDirectory()) {
      const detail = `"${folder}" is a file; expected a folder`;
      complaints.report(PROGRAM, runMessages['bad-arguments']({ detail }));
      return FAILED;
    }
  } catch (error) {
    const isMissing = errorCode(error) === 'ENOENT';
    const reason = reasonOf(error);
    complaints.report(
      folder,
      isMissing ? runMessages['file-missing']({ name: folder }) : runMessages['file-unreadable']({ reason }),
    );
    return FAILED;
  }
  // What is called like an option of reading is a folder here.
  const name = folder === '-' ? './-' : folder;
  const collection = openCollection(name, world);
  const listening = await listen(port, (own) => respondWith(collection, own)).catch((error) => {
    complaints.report(PROGRAM, runMessages['port-unavailable']({ port, reason: reasonOf(error) }));
  });
  if (!listening) return FAILED;
  const { interrupted } = world;
  collection.onChange(listening.announce);
  world.stdout.write(`${listening.address}\n`);
  try {
    const again = async (see: (path: string) => void): Promise<Status> => {
      await collection.refresh(see, () => interrupted?.aborted === true);
      return OK;
    };
    return await watch(again, [name], [], world);
  } finally {
    await listening.close();
  }
}
