/** A repository of archival records, as the table of repositories has it. */
export interface Repository {
  /** The name that opens a reference: `Kennedy Library`. */
  readonly name: string;
  readonly aliases?: readonly string[];
  readonly settlement?: string;
  readonly country?: string;
}
