/** The programs that tell valid documents from others; each of them is asked in every test that asks one. */
import { installed, rejectedByJing } from './jing.js';

export interface Engine {
  readonly name: string;
  readonly there: boolean;
  /** The files that are not valid by the schema, with what is said of them. */
  readonly rejected: (schema: string, files: readonly string[]) => ReadonlyMap<string, readonly string[]>;
}

export const engines: readonly Engine[] = [{ name: 'jing', there: installed('jing'), rejected: rejectedByJing }];
