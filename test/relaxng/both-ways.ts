import { expect } from '@jest/globals';
import { type Diagnostic, gatherDiagnostics } from '../../src/diagnostic/index.js';
import { type Automaton, validateRelaxNg } from '../../src/relaxng/index.js';
import { createSource, type Source, utf8Parts } from '../../src/source/index.js';
import { scanBytes, scanXml, type XmlEvent } from '../../src/xml/index.js';

export interface BothWays {
  readonly found: readonly Diagnostic[];
  /** Did the bytes suffice, so that the ordinary scanner need not have been asked? */
  readonly byBytes: boolean;
  /** How many events were made on the way by the bytes. */
  readonly events: number;
}

/** Validates a document in the ordinary way and by its bytes, in parts of `size`: what is found must be the same, place by place. */
export function checkBothWays(automaton: Automaton, document: string, size?: number): BothWays {
  const source = createSource('document.xml', document);
  const ordinary = gatherDiagnostics();
  const validation = validateRelaxNg(automaton, ordinary.report);
  const wellFormed = scanXml(source, validation.sink, ordinary.report);
  if (wellFormed) validation.finish();

  const gathered = gatherDiagnostics();
  const again = validateRelaxNg(automaton, gathered.report);
  let events = 0;
  const event = (one: XmlEvent) => {
    events++;
    again.sink(one);
  };
  const byBytes = scanBytes(
    source,
    utf8Parts(Buffer.from(document), size),
    { event, plain: again.plain },
    gathered.report,
  );
  if (byBytes) {
    again.finish();
    expect(gathered.list().map(shown)).toEqual(ordinary.list().map(shown));
    expect(wellFormed).toBe(true);
  }
  return { found: ordinary.list(), byBytes, events };
}

/** All of a diagnostic, the source by its path. */
export function shown(diagnostic: Diagnostic): string {
  return JSON.stringify(diagnostic, (key, value: unknown) => (key === 'source' ? pathOf(value) : value));
}

function pathOf(source: unknown): Source['path'] {
  return typeof source === 'object' && source !== null && 'path' in source ? String(source.path) : '';
}
