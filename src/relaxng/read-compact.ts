/** RELAX NG in compact syntax -> the schema as it is written, the same as from XML syntax (RELAX NG compact syntax, section 2). */
import type { Report } from '../diagnostic/index.js';
import { placeAt, type Source } from '../source/index.js';
import { createCursor, type Listener } from './compact/cursor.js';
import { readDeclarations } from './compact/declarations.js';
import { isGrammarNext, readGrammarBody } from './compact/grammars.js';
import { readPattern } from './compact/patterns.js';
import type { Reading } from './compact/reading.js';
import { tokenize } from './compact/tokens.js';
import type { Pattern } from './schema.js';

/**
 * Reads a schema in compact syntax. In: its text, and the namespace that names without prefix are in where it declares
 * no default (that of the schema that includes it). Out: its root pattern, or undefined after errors, which are reported.
 */
export function readCompactSchema(
  source: Source,
  ns: string,
  report: Report,
  listener?: Listener,
): Pattern | undefined {
  let failed = false;
  const fail: Report = (diagnostic) => {
    if (diagnostic.severity === 'error') failed = true;
    report(diagnostic);
  };
  const tokens = tokenize(source, fail);
  if (!tokens) return undefined;
  const cursor = createCursor(source, tokens, fail, listener);
  const reading: Reading = { cursor, declarations: readDeclarations(cursor, ns), readGrammarBody };
  const pattern = readRoot(reading, source);
  if (cursor.peek().kind !== 'end') cursor.fail('the end of the schema');
  return failed ? undefined : pattern;
}

function readRoot(reading: Reading, source: Source): Pattern {
  const { cursor } = reading;
  if (!isGrammarNext(cursor)) return readPattern(reading, true);
  const place = placeAt(source, cursor.peek().start, cursor.peek().end);
  return { kind: 'grammar', components: readGrammarBody(reading, ''), place };
}
