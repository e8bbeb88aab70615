/** A term as a list has it -> the forms in which a text may have it: in the singular, with a capital, all in capitals. */

export interface Form {
  readonly text: string;
  /** Not written so in the list. */
  readonly derived: boolean;
}

/** `PBS, PBSUCCESS`, `TE or TOE`, `Masjoemi (Masjumi)`, `HICOM/HICOMRY`. */
export function termForms(listed: string): readonly Form[] {
  const text = plainDashes(listed.trim().replace(/[,;:]+$/, ''));
  const parts = text
    .replace(/\(([^()]*)\)/g, ', $1')
    .split(/, | or /)
    .map((part) => part.trim())
    .filter(Boolean);
  const halves = parts.flatMap((part) => {
    const [a = '', b = '', more] = part.split('/');
    return more === undefined && Math.min(a.length, b.length) >= 4 ? [a, b] : [];
  });
  const forms = new Map<string, boolean>();
  const add = (form: string, derived: boolean) => {
    if (/[\p{L}\p{N}]/u.test(form) && !forms.has(form)) forms.set(form, derived);
  };
  if (parts.length > 1 && !text.includes('(')) add(text, false);
  for (const part of parts) add(part, false);
  for (const part of [...parts, ...halves]) for (const form of variants(part)) add(form, true);
  return [...forms].map(([form, derived]) => ({ text: form, derived }));
}

const DOTTED_ELSE = /^(?:U|[AP]\.?M)/;

function variants(form: string): readonly string[] {
  const out = [form];
  const letters = form.replace(/[^\p{L}]/gu, '');
  // `PL` and `P.L.`; what begins with `U` (`US`, `U.N.`) lists have as they mean it, and `P.M.` is the time of day.
  if (/^(?:\p{Lu}\.){2,}$/u.test(form) && !DOTTED_ELSE.test(form)) out.push(form.replaceAll('.', ''));
  if (/^\p{Lu}{2,6}$/u.test(form) && !DOTTED_ELSE.test(form)) out.push(`${[...form].join('.')}.`);
  if (/^\p{Ll}{4,}/u.test(form)) out.push(form.charAt(0).toUpperCase() + form.slice(1));
  if (/^\p{Lu}\p{Ll}{4,}$/u.test(form) && /(?:tel|to|dis|act)s?$/.test(form)) out.push(form.toLowerCase());
  if (letters.length >= 5) out.push(form.toUpperCase());
  if (/^\p{Lu}{4,}$/u.test(form)) out.push(form.charAt(0) + form.slice(1).toLowerCase());
  if (/\p{Lu}['’]?s$/u.test(form)) out.push(form.replace(/['’]?s$/, ''));
  return out;
}

/** Dashes and hyphens of all kinds as `-`; the length stays. */
export function plainDashes(text: string): string {
  return text.replace(/[‐‑‒–—]/g, '-');
}
