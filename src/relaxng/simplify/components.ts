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

export interface Dissolved {
  readonly definitions: readonly PlacedDefinition[];
  /** Was every file to be had? If not, what is missing may be in those that were not. */
  readonly complete: boolean;
}

export function dissolveComponents(
  components: readonly Component[],
  chain: FileChain,
  read: ReadReference,
  report: Report,
): Dissolved {
  const parts = components.map((component): Dissolved => {
    switch (component.kind) {
      case 'div':
        return dissolveComponents(component.components, chain, read, report);
      case 'include':
        return dissolveInclude(component, chain, read, report);
      default:
        return { definitions: [{ definition: component, chain }], complete: true };
    }
  });
  return {
    definitions: parts.flatMap(({ definitions }) => definitions),
    complete: parts.every(({ complete }) => complete),
  };
}

/** The included definitions without those that are overridden, and the overriding ones. */
function dissolveInclude(include: Include, chain: FileChain, read: ReadReference, report: Report): Dissolved {
  const { definitions: overriding } = dissolveComponents(include.components, chain, read, report);
  const file = read(include, chain);
  if (!file) return { definitions: overriding, complete: false };
  const { href, place } = include;
  if (file.pattern.kind !== 'grammar') {
    report(schemaMessages['include-no-grammar']({ href }, place));
    return { definitions: overriding, complete: false };
  }
  const grammar: GrammarPattern = file.pattern;
  const { definitions: included, complete } = dissolveComponents(grammar.components, file.chain, read, report);
  const names = new Set(included.map(nameOf));
  const overridden = new Set<string>();
  for (const placed of overriding) {
    const name = nameOf(placed);
    overridden.add(name);
    if (names.has(name) || !complete) continue;
    const near = name === '' ? undefined : nearestName(name, names);
    report(schemaMessages['override-unmatched']({ name, href, near }, placed.definition.place));
  }
  const kept = included.filter((placed) => !overridden.has(nameOf(placed)));
  return { definitions: [...kept, ...overriding], complete };
}

/** Empty for `start`. */
const nameOf = ({ definition }: PlacedDefinition) => definition.name;
