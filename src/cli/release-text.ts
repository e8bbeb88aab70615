/** Findings in a text that is held -> the same findings in its file, which is read again when the text is asked for: a run holds no text longer than it works on it. */
import { type Diagnostic, moveDiagnostic } from '../diagnostic/index.js';
import { type LineTable, lineTableOf, type Source } from '../source/index.js';
import { rereadSource } from './reread.js';

/** In: what was found, the text, and the absolute path of its file. Lines and columns are known without reading it. */
export function releaseText(diagnostics: readonly Diagnostic[], held: Source, file: string): readonly Diagnostic[] {
  if (diagnostics.length === 0) return [];
  const origin = { source: rereadSource(file, held.path, { lines: linesOf(held) }), start: 0 };
  return diagnostics.map((diagnostic) =>
    ownWords(moveDiagnostic(diagnostic, (source) => (source === held ? origin : undefined))),
  );
}

/** Made out of sight of whatever else holds the text. */
function linesOf(held: Source): () => LineTable {
  const lines = lineTableOf(held);
  return () => lines;
}

/** What a message quotes is a part of the text to the platform, and holds all of it: words are copied. */
export function ownWords(diagnostic: Diagnostic): Diagnostic {
  const { message, note, expected, related, fix } = diagnostic;
  return {
    ...diagnostic,
    message: copied(message),
    ...(note !== undefined && { note: copied(note) }),
    ...(expected && { expected: expected.map(copied) }),
    ...(related && { related: related.map((other) => ({ ...other, message: copied(other.message) })) }),
    ...(fix && {
      fix: {
        message: copied(fix.message),
        edits: fix.edits.map((edit) => ({ ...edit, text: copied(edit.text) })),
      },
    }),
  };
}

/** Through its units, as a text may hold half of a pair. */
function copied(text: string): string {
  return Buffer.from(text, 'utf16le').toString('utf16le');
}
