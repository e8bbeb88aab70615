/** A picture that a TEI file names, found beside it: its bytes, what kind it is, and how large. */

export interface Picture {
  /** Its path below the folder of the run, with `/`. */
  readonly path: string;
  /** Tells it from others, whose paths may be the same where several folders were given. */
  readonly id: string;
  /** As the file names it that it was found for. */
  readonly address: string;
  /** Read when they are asked for. */
  readonly bytes: Uint8Array;
  /** `png`, `jpg`, `gif`, `webp`, `svg`, `tiff` ..., by its first bytes; undefined where it is none that is known. */
  readonly type: string | undefined;
  /** In pixels. */
  readonly width: number | undefined;
  readonly height: number | undefined;
}

/** What there is at an address beside a TEI file. Whoever runs an export answers; no exporter reads a file. */
export type Beside =
  /** `path` is below the folder that was given, `id` tells it from files below another one: the path where there is but one. */
  | { readonly kind: 'file'; readonly path: string; readonly id?: string; readonly bytes: Uint8Array }
  | { readonly kind: 'missing' }
  /** It leads out of the folder of the run: by `..`, from the root, or by a symbolic link. */
  | { readonly kind: 'outside' };

/** Media types by what `type` says. */
export const PICTURE_TYPES: Readonly<Record<string, string | undefined>> = {
  png: 'image/png',
  jpg: 'image/jpeg',
  gif: 'image/gif',
  webp: 'image/webp',
  svg: 'image/svg+xml',
  tiff: 'image/tiff',
  jp2: 'image/jp2',
  bmp: 'image/bmp',
};
