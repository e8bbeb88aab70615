/** What the file system threw -> why, in words. */

const words: Readonly<Record<string, string>> = {
  ENOENT: 'no such file or folder',
  ENOTDIR: 'a part of the path is not a folder',
  EISDIR: 'it is a folder',
  EACCES: 'permission denied',
  EPERM: 'not permitted',
  EROFS: 'the file system is read-only',
  ENOSPC: 'no space is left on the device',
  EADDRINUSE: 'another program uses it',
  EEXIST: 'it exists already',
  EMFILE: 'too many files are open',
  ELOOP: 'its symbolic links run in a circle',
  ENAMETOOLONG: 'its name is too long',
  EFBIG: 'it would be longer than a file may be here',
  EDQUOT: 'the room that you may use there is used up',
  EIO: 'the device failed',
  EBUSY: 'another program uses it',
  ETXTBSY: 'it is a program that is running',
};

/** The error's code, such as `ENOENT`; empty where it has none. */
export function errorCode(error: unknown): string {
  return typeof error === 'object' && error !== null && 'code' in error && typeof error.code === 'string'
    ? error.code
    : '';
}

/** In words where the code is known, else as the error has it. */
export function reasonOf(error: unknown): string {
  return words[errorCode(error)] ?? errorMessage(error);
}

/** What an error says of itself, whatever was thrown. */
export function errorMessage(error: unknown): string {
  return typeof error === 'object' && error !== null && 'message' in error ? `${error.message}` : `${error}`;
}
