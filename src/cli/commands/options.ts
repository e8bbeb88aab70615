/** How options that may be repeated are gathered. */

export function collect(value: string, before: readonly string[]): readonly string[] {
  return [...before, value];
}

/** `a,b` as two values. */
export function collectList(value: string, before: readonly string[]): readonly string[] {
  return [
    ...before,
    ...value
      .split(',')
      .map((part) => part.trim())
      .filter((part) => part !== ''),
  ];
}
