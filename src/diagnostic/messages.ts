/** A stage's catalogue of messages: keys and wordings in one typed table, so that a wrong key or argument does not compile. */
import type { Place } from '../source/index.js';
import type { Code, Diagnostic, Fix, Related, Severity } from './diagnostic.js';

export type Stage = Code extends `${infer S}/${string}` ? S : never;

/** How one fact is worded. `Args` are the facts' values, by name. */
export interface Wording<Args> {
  readonly severity: Severity;
  readonly message: (args: Args) => string;
  readonly note?: (args: Args) => string;
}

/** What may come with a message beside its place. */
export interface Details {
  readonly expected?: readonly string[];
  readonly note?: string;
  readonly related?: readonly Related[];
  readonly fix?: Fix;
}

type MakerOf<W> = W extends { readonly message: (args: infer Args) => string }
  ? (args: Args, place?: Place, details?: Details) => Diagnostic
  : never;

export type Messages<Table> = { readonly [Key in keyof Table]: MakerOf<Table[Key]> } & {
  /** Every code of the stage, with its severity. */
  readonly codes: ReadonlyMap<Code, Severity>;
};

/** One entry of a table: `wording<{ n: string }>('warning', ({ n }) => ..., note?)`. */
export function wording<Args = Record<never, never>>(
  severity: Severity,
  message: (args: Args) => string,
  note?: (args: Args) => string,
): Wording<Args> {
  return note === undefined ? { severity, message } : { severity, message, note };
}

// biome-ignore lint/suspicious/noExplicitAny: the table's entries differ in their arguments; each keeps its own type in Messages.
type AnyWording = Wording<any>;

/**
 * Makes the diagnostics of a stage from a table of wordings.
 * In: the stage's prefix and a table from kebab-case fact to wording. Out: for each key a function
 * `(args, place?, details?) => Diagnostic` with code `stage/key`, and the list of all codes.
 */
export function defineMessages<Table extends Readonly<Record<string, AnyWording>>>(
  stage: Stage,
  table: Table,
): Messages<Table> {
  const codes = new Map<Code, Severity>();
  const makers: Record<string, unknown> = { codes };
  for (const [key, entry] of Object.entries(table)) {
    const code: Code = `${stage}/${key}`;
    codes.set(code, entry.severity);
    makers[key] = (args: unknown, place?: Place, details: Details = {}): Diagnostic => {
      const note = details.note ?? entry.note?.(args);
      return {
        code,
        severity: entry.severity,
        message: entry.message(args),
        ...(place && { place }),
        ...details,
        ...(note !== undefined && { note }),
      };
    };
  }
  // The loop above gives every key of the table its maker; the type system cannot follow a loop.
  return makers as Messages<Table>;
}
