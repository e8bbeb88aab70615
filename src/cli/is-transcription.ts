/** A path -> whether what it names is converted before it is validated. */

export function isTranscription(path: string): boolean {
  return /\.txt$/i.test(path);
}
