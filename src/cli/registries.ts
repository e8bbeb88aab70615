/** The open sets of the program -> their names and summaries, for `list`, `--help` and suggestions. */
import { readdirSync, readFileSync } from 'node:fs';
import { packageFile } from './package-files.js';

export interface Entry {
  readonly name: string;
  readonly summary: string;
}

export const registries = {
  profiles: async () => [
    { name: 'auto', summary: 'the profile that fits the transcription best (the default)' },
    ...(await import('../profiles/registry.js')).profiles,
  ],
  encodings: async () => (await import('../tei/encodings/index.js')).encodings,
  schemas: builtInSchemas,
  rules: async () => (await import('../rules/index.js')).rules.map(({ code, summary }) => ({ name: code, summary })),
  exporters: async () => named(await import('../exporters/index.js')),
  targets: async () => named(await import('../exporters/targets/index.js')),
  reporters: async () => named(await import('../reporters/index.js')),
  codes: async () => diagnosticPages(),
} satisfies Readonly<Record<string, () => Promise<readonly Entry[]>>>;

/** What a module exports by name: bundled, it may have itself as a default. */
function named<Each extends Entry>(module: Readonly<Record<string, Each>>): readonly Each[] {
  return Object.entries(module).flatMap(([name, each]) => (name === 'default' ? [] : [each]));
}

export type RegistryName = keyof typeof registries;

export function isRegistryName(name: string): name is RegistryName {
  return Object.hasOwn(registries, name);
}

/** The schemas that ship with the program; their summary is the first comment of the compact form. */
async function builtInSchemas(): Promise<readonly Entry[]> {
  const { BUILT_IN_SCHEMAS } = await import('../validate.js');
  return Object.entries(BUILT_IN_SCHEMAS).map(([name, file]) => ({
    name,
    summary: firstComment(file.replace(/\.rng$/, '.rnc')),
  }));
}

/** The comment's first sentence, without the name of the file that it begins with. */
function firstComment(file: string): string {
  const comment = /^# *(?:\S+\.rnc: *)?(.+)$/m.exec(readFileSync(file, 'utf8'))?.[1] ?? '';
  return comment.replace(/\.$/, '');
}

const PAGES = 'docs/diagnostics';

/** Every code that has a page, with the sentence that its page begins with. */
function diagnosticPages(): readonly Entry[] {
  return readdirSync(packageFile(PAGES), { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .flatMap(({ name: stage }) =>
      readdirSync(packageFile(`${PAGES}/${stage}`))
        .filter((file) => file.endsWith('.md'))
        .map((file) => `${stage}/${file.slice(0, -3)}`),
    )
    .sort()
    .map((name) => ({ name, summary: firstSentence(diagnosticPage(name)) }));
}

/** The page on a code, as Markdown. */
export function diagnosticPage(code: string): string {
  return readFileSync(packageFile(`${PAGES}/${code}.md`), 'utf8');
}

/** The text behind the title, up to the end of its first sentence. */
export function firstSentence(page: string): string {
  const text = page.replace(/^#[^\n]*\n+(##[^\n]*\n+)?/, '').replace(/\s+/g, ' ');
  return /^.*?[.](?= |$)/.exec(text)?.[0] ?? text.trim();
}
