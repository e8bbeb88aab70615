/** A grammar -> its definitions by name, those of one name combined (RELAX NG 1.0, sections 4.17 and 4.18). */
import type { Report } from '../../diagnostic/index.js';
import type { Place } from '../../source/index.js';
import { schemaMessages } from '../messages.js';
import type { CombineMethod, GrammarPattern } from '../schema.js';
import { dissolveComponents, type PlacedDefinition } from './components.js';
import type { FileChain, ReadReference } from './files.js';

/** All definitions of one name, and how they are combined. */
export interface Combined {
  readonly name: string;
  readonly parts: readonly PlacedDefinition[];
  readonly method: CombineMethod;
  readonly place: Place;
}

/** A grammar's names; `start` has the empty name. */
export interface Scope {
  readonly definitions: ReadonlyMap<string, Combined>;
  readonly parent: Scope | undefined;
  /** False if a file could not be had: then it is not known which names are missing. */
  readonly complete: boolean;
}

export function makeScope(
  grammar: GrammarPattern,
  parent: Scope | undefined,
  chain: FileChain,
  read: ReadReference,
  report: Report,
): Scope {
  const byName = new Map<string, PlacedDefinition[]>();
  const dissolved = dissolveComponents(grammar.components, chain, read, report);
  for (const placed of dissolved.definitions) {
    const parts = byName.get(placed.definition.name);
    if (parts) parts.push(placed);
    else byName.set(placed.definition.name, [placed]);
  }
  const definitions = new Map<string, Combined>();
  for (const [name, parts] of byName) {
    const method = methodOf(name, parts, report);
    definitions.set(name, { name, parts, method, place: parts[0]?.definition.place ?? grammar.place });
  }
  const { complete } = dissolved;
  if (!definitions.has('') && complete) report(schemaMessages['start-missing']({}, grammar.place));
  return { definitions, parent, complete };
}

/** All but one have to name a method, and all the same. */
function methodOf(name: string, parts: readonly PlacedDefinition[], report: Report): CombineMethod {
  let method: { readonly combine: CombineMethod; readonly place: Place } | undefined;
  let plain: Place | undefined;
  for (const { definition } of parts) {
    const { combine, place } = definition;
    if (combine === undefined) {
      if (plain) {
        const related = [{ message: 'first defined here', place: plain }];
        report(schemaMessages['define-repeated']({ name }, place, { related }));
      } else plain = place;
    } else if (!method) method = { combine, place };
    else if (method.combine !== combine) {
      const related = [{ message: `combined by "${method.combine}" here`, place: method.place }];
      report(schemaMessages['combine-conflict']({ name, first: method.combine, second: combine }, place, { related }));
    }
  }
  return method?.combine ?? 'choice';
}
