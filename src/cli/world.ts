/** What the command line needs of the process that runs it; tests make their own. */

/** A stream that text is written to. */
export interface Output {
  write(text: string): unknown;
  readonly isTTY?: boolean | undefined;
  readonly columns?: number | undefined;
}

export interface World {
  /** Relative paths are below this folder. */
  readonly cwd: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly stdin: AsyncIterable<Uint8Array | string>;
  readonly stdout: Output;
  readonly stderr: Output;
  /** Aborted by Ctrl-C or another signal to end, for what goes on until then; whoever asks for it takes care of the end. */
  readonly interrupted?: AbortSignal;
}
