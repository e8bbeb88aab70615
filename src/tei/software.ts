/** This program, as headers name it. A test holds the version to that of the package. */

/** The program that encodes, as `respStmt`, `appInfo` and `revisionDesc` name it. */
export interface Software {
  readonly name: string;
  readonly version: string;
}

export const SOFTWARE: Software = { name: 'teiscribe', version: '0.1.0' };
