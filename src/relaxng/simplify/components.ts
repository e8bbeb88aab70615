/** What a grammar holds -> its definitions alone: `include` (RELAX NG 1.0, section 4.7) and `div` (4.11) are dissolved. */
import type { Report } from '../../diagnostic/index.js';
import { nearestName } from '../alternatives.js';
import { schemaMessages } from '../messages.js';
import type { Component, Definition, GrammarPattern, Include } from '../schema.js';
import type { FileChain, ReadReference } from './files.js';

/** A definition with the files that it stands in. */
export interface PlacedDefinition {
  readonly definition: Definition;
  readonly chain: FileChain;
}

export function dissolveComponents(
  components: readonly Component[],
  chain: FileChain,
  read: ReadReference,
  report: Report,
): readonly PlacedDefinition[] {
  return components.flatMap((component) => {
    switch (component.kind) {
      case 'div':
        return dissolveComponents(component.components, chain, read, report);
      case 'include':
        return dissolveInclude(component, chain, read, report);
      default:
        return [{ definition: component, chain }];
    }
  });
}

/** The included definitions without those that are overridden, and the overriding ones. */
function dissolveInclude(
  include: Include,
  chain: FileChain,
  read: ReadReference,
  report: Report,
): readonly PlacedDefinition[] {
  const overriding = dissolveComponents(include.components, chain, read, report);
  const file = read(include, chain);
  if (!file) return overriding;
  const { href, place } = include;
  if (file.pattern.kind !== 'grammar') {
    report(schemaMessages['include-no-grammar']({ href }, place));
    return overriding;
  }
  const grammar: GrammarPattern = file.pattern;
  const included = dissolveComponents(grammar.components, file.chain, read, report);
  const names = new Set(included.map(nameOf));
  const overridden = new Set<string>();
  for (const placed of overriding) {
    const name = nameOf(placed);
    overridden.add(name);
    if (names.has(name)) continue;
    const near = name === '' ? undefined : nearestName(name, names);
    report(schemaMessages['override-unmatched']({ name, href, near }, placed.definition.place));
  }
  return [...included.filter((placed) => !overridden.has(nameOf(placed))), ...overriding];
}

/** Empty for `start`. */
const nameOf = ({ definition }: PlacedDefinition) => definition.name;
