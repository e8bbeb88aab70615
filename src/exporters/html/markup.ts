/** Text -> markup: what is put into a template is escaped, unless it is markup itself. */

export interface Markup {
  readonly html: string;
}

type Value = Markup | readonly Markup[] | string | number | undefined | false;

/** html`<p title="${title}">${content}</p>`; attribute values always stand in double quotes. */
export function html(strings: TemplateStringsArray, ...values: readonly Value[]): Markup {
  let text = strings[0] ?? '';
  values.forEach((value, i) => {
    text += written(value) + (strings[i + 1] ?? '');
  });
  return { html: text };
}

/** Markup that was made by this program, such as a style sheet. */
export function trusted(text: string): Markup {
  return { html: text };
}

export const NOTHING: Markup = { html: '' };

export function joined(parts: readonly Markup[]): Markup {
  return { html: parts.map((part) => part.html).join('') };
}

function written(value: Value): string {
  if (value === undefined || value === false) return '';
  if (typeof value === 'string') return escapeHtml(value);
  if (typeof value === 'number') return String(value);
  return 'html' in value ? value.html : joined(value).html;
}

function escapeHtml(text: string): string {
  return text
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;')
    .replace(/"/g, '&quot;')
    .replace(/'/g, '&#39;');
}
