/** A language -> the direction that it is written in. */

const RIGHT_TO_LEFT = /^(?:ar|arc|ckb|dv|fa|he|iw|khw|ks|ku-arab|nqo|ps|sd|syr|ug|ur|yi|ji)(?:-|$)/i;
const SCRIPTS = /-(?:arab|hebr|syrc|thaa|nkoo|adlm)(?:-|$)/i;

/** By the script, where the tag names one; else by the language. */
export function isRightToLeft(language: string): boolean {
  const script = /^[a-z]{2,3}-([a-z]{4})(?:-|$)/i.exec(language)?.[1];
  return script === undefined ? RIGHT_TO_LEFT.test(language) : SCRIPTS.test(`-${script}`);
}
