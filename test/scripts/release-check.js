/** `npm run release:check`: everything that a release needs, checked dry; nothing is published. */
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

/** @type {string[]} */
const problems = [];

/** @param {string} name @param {string | undefined} problem */
function check(name, problem) {
  console.log(`${problem === undefined ? 'ok    ' : 'FAILED'} ${name}${problem === undefined ? '' : `: ${problem}`}`);
  if (problem !== undefined) problems.push(name);
}

/** @param {string} command @param {readonly string[]} args */
function run(command, args) {
  const { status, stdout, stderr } = spawnSync(command, args, { encoding: 'utf8', maxBuffer: 1 << 26 });
  return {
    ok: status === 0,
    stdout: stdout ?? '',
    tail: `${stdout}${stderr}`.trim().split('\n').slice(-15).join('\n'),
  };
}

/** @param {string} path @param {RegExp} pattern */
function find(path, pattern) {
  return pattern.exec(readFileSync(path, 'utf8'))?.[1] ?? 'none';
}

const { version } = JSON.parse(readFileSync('package.json', 'utf8'));
for (const [path, pattern] of /** @type {const} */ ([
  ['src/tei/software.ts', /version: '([^']+)'/],
  ['CHANGELOG.md', /^## (\S+)/m],
])) {
  const found = find(path, pattern);
  check(`version ${version} in ${path}`, found === version ? undefined : `found ${found}`);
}

const changes = run('git', ['status', '--porcelain']);
check('nothing uncommitted', changes.ok && changes.stdout === '' ? undefined : `\n${changes.tail}`);
const tag = run('git', ['tag', '--list', `v${version}`]);
check(`version ${version} has no tag yet`, tag.stdout.trim() === '' ? undefined : 'raise the version');

for (const [name, args] of /** @type {const} */ ([
  ['types, lint, format', ['run', 'check']],
  ['build and tests', ['test']],
  ['npm publish --dry-run', ['publish', '--dry-run']],
])) {
  const { ok, tail } = run('npm', args);
  check(name, ok ? undefined : `\n${tail}`);
}

console.log(
  problems.length === 0
    ? `\nready: npm publish && git tag v${version} && git push --tags`
    : `\nnot ready: ${problems.join(', ')}`,
);
process.exitCode = problems.length === 0 ? 0 : 1;
