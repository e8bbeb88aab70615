/** TypeScript source -> the same text, line for line, with comments (and literals) blanked, for tests that scan code. */

export interface CodeText {
  /** Comments blanked. */
  readonly code: string;
  /** Comments blanked, and what stands inside of strings, templates and regular expressions. */
  readonly bare: string;
}

/** A `/` behind one of these begins a regular expression, not a division. */
const BEFORE_REGEX = /(?:^|[=(,:;!&|?{}[+\-*%<>~^]|=>|\b(?:return|typeof|case|in|of|do|else|yield|await))\s*$/;

/** A sticky pattern for each kind of token that hides its text. */
const COMMENT = /\/\/[^\n]*|\/\*[\s\S]*?\*\//y;
const STRING = /'(?:\\[\s\S]|[^'\\\n])*'|"(?:\\[\s\S]|[^"\\\n])*"/y;
const REGEX = /\/(?:\\.|\[(?:\\.|[^\]\\\n])*\]|[^/\\[\n])+\/[a-z]*/y;

export function codeText(text: string): CodeText {
  let code = '';
  let bare = '';
  let at = 0;
  /** For each template that is open, how many braces are open in its `${`. */
  const templates: number[] = [];
  const take = (length: number, inCode: boolean, inBare: boolean) => {
    const taken = text.slice(at, at + length);
    const blank = taken.replace(/[^\n]/g, ' ');
    code += inCode ? taken : blank;
    bare += inBare ? taken : blank;
    at += length;
  };
  const matched = (pattern: RegExp): number => {
    pattern.lastIndex = at;
    return pattern.exec(text)?.[0].length ?? 0;
  };
  const literal = (length: number) => {
    take(1, true, true);
    take(length - 2, true, false);
    take(1, true, true);
  };
  /** From behind the opening quote or the closing brace to behind the closing quote or the next `${`. */
  const template = () => {
    while (at < text.length) {
      if (text.startsWith('${', at)) {
        templates.push(0);
        return take(2, true, true);
      }
      if (text[at] === '`') return take(1, true, true);
      take(text[at] === '\\' ? 2 : 1, true, false);
    }
  };
  while (at < text.length) {
    const comment = matched(COMMENT);
    const string = matched(STRING);
    const open = templates.at(-1);
    if (comment > 0) take(comment, false, false);
    else if (string > 0) literal(string);
    else if (text[at] === '`') {
      take(1, true, true);
      template();
    } else if (text[at] === '/' && BEFORE_REGEX.test(bare.slice(-80)) && matched(REGEX) > 0) literal(matched(REGEX));
    else if (text[at] === '}' && open === 0) {
      templates.pop();
      take(1, true, true);
      template();
    } else {
      if (open !== undefined && text[at] === '{') templates[templates.length - 1] = open + 1;
      if (open !== undefined && text[at] === '}') templates[templates.length - 1] = open - 1;
      take(1, true, true);
    }
  }
  return { code, bare };
}

export interface Import {
  /** As written: `./x.js`, `node:fs`, `ajv`. */
  readonly from: string;
  /** Gone when the program runs. */
  readonly typesOnly: boolean;
}

/** What a module imports, re-exports or loads. */
export function importsOf(text: string): readonly Import[] {
  const { code } = codeText(text);
  const statements = code.matchAll(/^\s*(?:import|export)\b(?:(?<what>[^;'"]*?)\bfrom)?\s*['"](?<from>[^'"]+)['"]/gm);
  const loads = code.matchAll(/\bimport\(\s*['"](?<from>[^'"]+)['"]\s*\)/g);
  return [
    ...[...statements].map(({ groups }) => ({
      from: groups?.['from'] ?? '',
      typesOnly: /^\s*type\b/.test(groups?.['what'] ?? ''),
    })),
    ...[...loads].map(({ groups }) => ({ from: groups?.['from'] ?? '', typesOnly: false })),
  ];
}
