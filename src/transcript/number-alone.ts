/** A line of a document's number and nothing else (`No. 176`, `176.`, `[178]`, `[178.]`) -> the number. */

const ALONE = /^(?:No\.\s{0,2}(\d{1,4}[a-z]?)\.?|(\d{1,4}[a-z]?)\.|\[(\d{1,4}[a-z]?)\.?\]\.?)$/;
const LONGEST = 12;

/** In: a line without the white space around it. Out: `176`; undefined where it holds something else. */
export function numberAlone(line: string): string | undefined {
  const found = line.length < LONGEST ? ALONE.exec(line) : undefined;
  return found?.[1] ?? found?.[2] ?? found?.[3];
}
