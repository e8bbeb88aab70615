/** Settings of a profile (`edition.json`, or what a conversion recorded) -> conventions: a built-in profile, and what differs. */
import type { Conventions, Enclosure, MarkerForm, NoteLabelForm } from '../transcript/index.js';
import { frusWeb } from './frus-web.js';
import { findProfile } from './registry.js';

/** A profile of one's own: a base, and the conventions that differ from it. */
export interface ProfileSettings {
  readonly name?: string;
  /** A built-in profile; without one, that of the same name, or `frus-web`. */
  readonly extends?: string;
  readonly summary?: string;
  readonly pageBreak?: Enclosure;
  readonly marker?: MarkerForm;
  readonly noteLabel?: NoteLabelForm;
  readonly bullet?: string;
  readonly indent?: string;
  readonly cellSeparator?: string;
  readonly quotePrefix?: string;
  readonly documentSeparator?: string;
}

/** In: the settings. Out: the built-in profile where nothing differs, else conventions that say what does. */
export function composeProfile({ name, extends: parent, summary, ...aspects }: ProfileSettings): Conventions {
  const base = findProfile(parent ?? '') ?? findProfile(name ?? '') ?? frusWeb;
  const differing = Object.fromEntries(
    Object.entries(aspects).filter(([aspect, value]) => !isSame(value, aspectOf(base, aspect))),
  );
  if ((name ?? base.name) === base.name && Object.keys(differing).length === 0) return base;
  const variation = { ...(name !== undefined && name !== base.name && { extends: base.name }), ...differing };
  return {
    ...base,
    ...aspects,
    name: name ?? base.name,
    summary: summary ?? base.summary,
    variation: JSON.stringify(variation),
  };
}

/** How many conventions of `form` are not those of `base`. */
export function countDiffering(base: Conventions, form: ProfileSettings): number {
  return Object.entries(form).filter(([aspect, value]) => !isSame(value, aspectOf(base, aspect))).length;
}

function aspectOf(conventions: Conventions, aspect: string): unknown {
  return Reflect.get(conventions, aspect);
}

function isSame(a: unknown, b: unknown): boolean {
  if (isEnclosure(a) && isEnclosure(b)) return a.before === b.before && a.after === b.after;
  return a === b;
}

function isEnclosure(value: unknown): value is Enclosure {
  return (
    typeof value === 'object' &&
    value !== null &&
    'before' in value &&
    'after' in value &&
    typeof value.before === 'string' &&
    typeof value.after === 'string' &&
    value.before.length <= LONGEST &&
    value.after.length <= LONGEST
  );
}

const LONGEST = 100;
const MARKERS = ['glued', 'brackets', 'superscript', 'caret'] as const;

/** In: what a conversion recorded, as JSON, and the name of the profile. Out: the conventions, or undefined where it cannot be read. */
export function readVariation(name: string | undefined, json: string): Conventions | undefined {
  let value: unknown;
  try {
    value = JSON.parse(json);
  } catch {
    return undefined;
  }
  if (typeof value !== 'object' || value === null) return undefined;
  const fields: Readonly<Record<string, unknown>> = Object.fromEntries(Object.entries(value));
  const text = (key: string): string | undefined => {
    const field = fields[key];
    return typeof field === 'string' && field !== '' && field.length <= LONGEST ? field : undefined;
  };
  const enclosure = (key: string): Enclosure | undefined => {
    const field = fields[key];
    return isEnclosure(field) ? { before: field.before, after: field.after } : undefined;
  };
  const marker = MARKERS.find((form) => form === fields['marker']) ?? enclosure('marker');
  return composeProfile(
    withoutUndefined({
      name,
      extends: text('extends'),
      pageBreak: enclosure('pageBreak'),
      marker,
      noteLabel: fields['noteLabel'] === 'superscript' ? 'superscript' : enclosure('noteLabel'),
      bullet: text('bullet'),
      indent: text('indent'),
      cellSeparator: text('cellSeparator'),
      quotePrefix: text('quotePrefix'),
      documentSeparator: text('documentSeparator'),
    }),
  );
}

function withoutUndefined(
  settings: {
    readonly [K in keyof ProfileSettings]: ProfileSettings[K] | undefined;
  },
): ProfileSettings {
  return Object.fromEntries(Object.entries(settings).filter(([, value]) => value !== undefined));
}
