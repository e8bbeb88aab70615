/** The first bytes of a file -> the format of a picture, whatever the file is called. */
import { PICTURE_TYPES } from '../pictures/picture.js';

export interface PictureFormat {
  readonly name: string;
  readonly mediaType: string | undefined;
  /** What its files end in. */
  readonly extensions: readonly string[];
}

/** Formats that archives keep, by what the package calls them. */
const FORMATS = {
  png: { name: 'PNG', extensions: ['.png'] },
  jpg: { name: 'JPEG', extensions: ['.jpg', '.jpeg'] },
  tiff: { name: 'TIFF', extensions: ['.tif', '.tiff'] },
  gif: { name: 'GIF', extensions: ['.gif'] },
  webp: { name: 'WebP', extensions: ['.webp'] },
  jp2: { name: 'JPEG 2000', extensions: ['.jp2', '.jpf', '.jpx'] },
  j2c: { name: 'JPEG 2000', extensions: ['.j2k', '.j2c', '.jpc'] },
  svg: { name: 'SVG', extensions: ['.svg'] },
} as const;

const TYPES = ['png', 'jpg', 'tiff', 'gif', 'webp', 'jp2', 'j2c', 'svg'] as const;

/** How many bytes have to be looked at. */
export const PICTURE_START = 1024;

export type ReadPictureFormat = (start: Uint8Array) => PictureFormat | undefined;

export async function pictureFormats(): Promise<ReadPictureFormat> {
  const { typeHandlers } = await import('image-size/types/index');
  return (start) => {
    const type = TYPES.find((each) => {
      try {
        return typeHandlers.get(each)?.validate(start) === true;
      } catch {
        // Too few bytes for one of its kind.
        return false;
      }
    });
    return type && { ...FORMATS[type], mediaType: PICTURE_TYPES[type] };
  };
}
