/** The first bytes of a file -> the format of a picture, whatever the file is called. */

export interface PictureFormat {
  readonly name: string;
  readonly mediaType: string;
  /** What its files end in. */
  readonly extensions: readonly string[];
}

interface Known extends PictureFormat {
  readonly isIt: (start: Uint8Array) => boolean;
}

const begins =
  (...bytes: readonly number[]) =>
  (start: Uint8Array) =>
    bytes.every((byte, i) => start[i] === byte);

const latin = (start: Uint8Array, from: number, to: number) => String.fromCharCode(...start.subarray(from, to));

const FORMATS: readonly Known[] = [
  {
    name: 'PNG',
    mediaType: 'image/png',
    extensions: ['.png'],
    isIt: begins(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a),
  },
  { name: 'JPEG', mediaType: 'image/jpeg', extensions: ['.jpg', '.jpeg'], isIt: begins(0xff, 0xd8, 0xff) },
  {
    name: 'TIFF',
    mediaType: 'image/tiff',
    extensions: ['.tif', '.tiff'],
    isIt: (start) => /^(?:II[*+]\0|MM\0[*+])/.test(latin(start, 0, 4)),
  },
  {
    name: 'GIF',
    mediaType: 'image/gif',
    extensions: ['.gif'],
    isIt: (start) => /^GIF8[79]a/.test(latin(start, 0, 6)),
  },
  {
    name: 'WebP',
    mediaType: 'image/webp',
    extensions: ['.webp'],
    isIt: (start) => latin(start, 0, 4) === 'RIFF' && latin(start, 8, 12) === 'WEBP',
  },
  {
    name: 'JPEG 2000',
    mediaType: 'image/jp2',
    extensions: ['.jp2', '.jpf', '.jpx', '.j2k'],
    isIt: (start) => latin(start, 4, 8) === 'jP  ' || begins(0xff, 0x4f, 0xff, 0x51)(start),
  },
  {
    name: 'SVG',
    mediaType: 'image/svg+xml',
    extensions: ['.svg'],
    isIt: (start) => /^(?:\xef\xbb\xbf)?\s*<(?:[\s\S]*<)?svg[\s>]/.test(latin(start, 0, 1024)),
  },
];

/** How many bytes have to be looked at. */
export const PICTURE_START = 1024;

export function pictureFormat(start: Uint8Array): PictureFormat | undefined {
  return FORMATS.find(({ isIt }) => isIt(start));
}
