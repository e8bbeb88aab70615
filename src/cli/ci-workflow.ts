/** The name of a CI system -> a file that makes it validate the edition at every push. */
import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { SOFTWARE } from '../tei/software.js';
import type { Complaints } from './complaints.js';
import { runMessages } from './messages.js';
import { FAILED, OK, type Status } from './status.js';
import type { World } from './world.js';
import { writeFile } from './write-file.js';

interface Workflow {
  readonly file: string;
  /** In: what is validated, as an argument. */
  readonly text: (documents: string) => string;
}

const COMMAND = `npx --yes ${SOFTWARE.name}@${SOFTWARE.version} validate`;

const workflows: Readonly<Record<string, Workflow>> = {
  github: {
    file: '.github/workflows/teiscribe.yml',
    text: (documents) => `name: TEI

on: [push, pull_request]

permissions:
  contents: read
  # For the findings in the Security tab.
  security-events: write

jobs:
  validate:
    runs-on: ubuntu-latest
    steps:
      - uses: actions/checkout@v4
      - uses: actions/setup-node@v4
        with:
          node-version: 22
      - run: ${COMMAND} ${documents} --reporter github --reporter sarif=teiscribe.sarif
      - uses: github/codeql-action/upload-sarif@v3
        if: \${{ !cancelled() && hashFiles('teiscribe.sarif') != '' }}
        # A private repository may have no code scanning.
        continue-on-error: true
        with:
          sarif_file: teiscribe.sarif
          category: teiscribe
`,
  },
  gitlab: {
    file: '.gitlab-ci.yml',
    text: (documents) => `validate-tei:
  image: node:22
  script:
    - ${COMMAND} ${documents} --reporter gnu --reporter gitlab=gl-code-quality-report.json --reporter junit=junit.xml
  artifacts:
    when: always
    reports:
      codequality: gl-code-quality-report.json
      junit: junit.xml
`,
  },
};

/** In: the folder of the repository. What is there is never overwritten. */
export function writeWorkflow(system: string, dir: string, world: World, complaints: Complaints): Status {
  const { file, text } = workflows[system] ?? {};
  if (file === undefined || text === undefined) return FAILED;
  const shown = join(dir, file);
  const target = resolve(world.cwd, shown);
  const documents = existsSync(resolve(world.cwd, dir, 'tei')) ? 'tei' : '.';
  if (existsSync(target)) complaints.report(shown, runMessages['file-exists']({}));
  else if (writeFile(target, text(documents), (diagnostic) => complaints.report(shown, diagnostic))) {
    world.stdout.write(`${shown} written: it validates "${documents}" at every push (docs/ci.md)\n`);
  }
  return complaints.failed() ? FAILED : OK;
}
