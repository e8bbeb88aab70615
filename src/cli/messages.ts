/** Why a run failed before or beside its documents: the wordings of stage `run`. Each is one clear line. */
import { defineMessages, wording } from '../diagnostic/index.js';

/** `; did you mean "x"?` where there is a name near enough. */
const meant = (near: string | undefined): string => (near === undefined ? '' : `; did you mean "${near}"?`);

interface Named {
  readonly name: string;
  readonly near?: string | undefined;
}

interface Failed {
  readonly reason: string;
}

interface Setting {
  /** JSON pointer. */
  readonly pointer: string;
}

export const runMessages = defineMessages('run', {
  // Arguments
  'unknown-command': wording<Named>('error', ({ name, near }) => `unknown command "${name}"${meant(near)}`),
  'unknown-option': wording<Named>('error', ({ name, near }) => `unknown option "${name}"${meant(near)}`),
  'bad-arguments': wording<{ detail: string }>('error', ({ detail }) => detail),
  'unknown-name': wording<Named & { kind: string; known: readonly string[] }>(
    'error',
    ({ kind, name, near, known }) => `unknown ${kind} "${name}"${meant(near)} (known: ${known.join(', ')})`,
  ),
  'source-date-epoch-invalid': wording<{ value: string }>(
    'error',
    ({ value }) => `SOURCE_DATE_EPOCH is "${value}"; expected a number of seconds since 1970`,
  ),
  // Inputs
  'file-missing': wording<Named>('error', ({ near }) => `no such file or folder${meant(near)}`),
  'pattern-unmatched': wording('error', () => 'no file matches this pattern'),
  'folder-empty': wording<{ extensions: readonly string[] }>(
    'error',
    ({ extensions }) => `the folder holds no file ending in ${extensions.join(' or ')}`,
  ),
  'file-unreadable': wording<Failed>('error', ({ reason }) => `cannot be read: ${reason}`),
  'file-changed': wording(
    'error',
    () => 'was changed while it was being read; nothing is written',
    () => 'run it again when it is no longer written to',
  ),
  'file-too-large': wording<{ kind: string; size: number; limit: number }>(
    'error',
    ({ kind, size, limit }) => `the file has ${size} bytes; ${kind} may have at most ${limit}`,
    () => 'split it into several files',
  ),
  'not-a-transcription': wording(
    'error',
    () => 'an XML file is no transcription: "convert" takes plain text; "validate" takes XML',
  ),
  'against-missing': wording<{ folder: string; name: string }>(
    'error',
    ({ folder, name }) => `no transcription "${name}" in "${folder}" to compare with`,
  ),
  'against-ambiguous': wording<{ paths: readonly string[] }>(
    'error',
    ({ paths }) => `several transcriptions have this name: ${paths.map((path) => `"${path}"`).join(', ')}`,
  ),
  'against-left-out': wording<{ volume: string }>(
    'error',
    ({ volume }) => `no document of "${volume}" was transcribed in this file`,
    () => 'assemble the volume anew, or take the file out of the folder',
  ),
  'against-one-file': wording<{ name: string; count: number }>(
    'error',
    ({ name, count }) =>
      `"${name}" is one transcription, but there are ${count} documents to compare; expected a folder`,
  ),
  // Evaluation
  'nothing-to-compare': wording<{ folder: string; example: string }>(
    'error',
    ({ folder }) => `"${folder}" has no prediction for any document of the gold`,
    ({ example }) => `a prediction is looked for under the names of the gold: ${example}`,
  ),
  'volume-not-predicted': wording<{ folder: string }>(
    'info',
    ({ folder }) => `"${folder}" has no prediction for this volume; it is left out`,
  ),
  'documents-not-predicted': wording<{ count: number; total: number }>(
    'info',
    ({ count, total }) => `${count} of ${total} documents have no prediction, and are not counted`,
    () => 'give the folder of the transcriptions with --raw, so that what was transcribed and not predicted is counted',
  ),
  'prediction-missing': wording<{ id: string; transcription: string }>(
    'error',
    ({ id, transcription }) => `document "${id}" has no prediction, but a transcription "${transcription}"`,
  ),
  'predictions-unused': wording<{ count: number; first: string }>('warning', ({ count, first }) =>
    count === 1
      ? `"${first}" has no document in the gold`
      : `"${first}" and ${count - 1} more have no document in the gold`,
  ),
  'decision-unused': wording<{ file: string; count: number }>(
    'warning',
    ({ file, count }) =>
      `"${file}" is no transcription of this run, and there is no such file; ${count === 1 ? 'the decision' : `${count} decisions`} on it ${count === 1 ? 'is' : 'are'} not used`,
    () => 'correct the path, or delete what was decided on a transcription that is no more',
  ),
  // Outputs
  'output-missing': wording<{ count: number }>(
    'error',
    ({ count }) => `${count} inputs need a folder to be written to; expected --out-dir`,
  ),
  'nothing-to-assemble': wording('error', () => 'no document could be read, so there is no volume to write'),
  'output-shared': wording<{ output: string; inputs: readonly string[] }>(
    'error',
    ({ output, inputs }) => `"${output}" would be written from ${inputs.map((input) => `"${input}"`).join(' and ')}`,
  ),
  'output-is-input': wording<{ output: string }>('error', ({ output }) => `"${output}" is itself an input`),
  'output-unwritable': wording<Failed & { remedy?: string | undefined; isStream?: boolean }>(
    'error',
    ({ reason, remedy, isStream = false }) =>
      `cannot be written: ${reason}${isStream ? '' : '; what was there before is kept'}${remedy === undefined ? '' : `; ${remedy}`}`,
  ),
  'output-left': wording(
    'warning',
    () => 'was written by an earlier run, and no transcription becomes it any more; it is left there',
  ),
  'other-settings': wording<{ used: string | undefined; task: string }>(
    'warning',
    ({ used, task }) =>
      `is not read: the settings are those of the first file${used === undefined ? ', which has none' : `, "${used}"`}; ${task} the files below it in a run of their own`,
  ),
  interrupted: wording<{ done: number; count: number }>(
    'error',
    ({ done, count }) => `interrupted: ${done} of ${count} files are done, each is whole; run it again for the others`,
  ),
  'folder-holds-others': wording<{ count: number; first: string }>(
    'error',
    ({ count, first }) =>
      count === 1
        ? `"${first}" is no file of the deposit`
        : `${count} files are none of the deposit: "${first}" and others`,
    () => 'a deposit has its folder to itself: take them away, or name another folder',
  ),
  // Known findings, and what has changed
  'too-many-warnings': wording<{ count: number; most: number }>(
    'error',
    ({ count, most }) => `${count} ${count === 1 ? 'warning' : 'warnings'}, but --max-warnings allows ${most}`,
  ),
  'baseline-missing': wording('error', () => 'no such baseline; --update-baseline writes it'),
  'baseline-invalid': wording<{ detail: string }>('error', ({ detail }) => `is no baseline: ${detail}`),
  'baseline-mended': wording<{ count: number; named: readonly string[] }>(
    'info',
    ({ count, named }) =>
      `${count === 1 ? 'a known finding is' : `${count} known findings are`} mended: ${named.join(', ')}; --update-baseline takes ${count === 1 ? 'it' : 'them'} out`,
  ),
  'git-failed': wording<{ detail: string }>('error', ({ detail }) => `cannot ask git what has changed: ${detail}`),
  'unknown-revision': wording<{ name: string }>('error', ({ name }) => `git knows no revision "${name}"`),
  'not-mended': wording<{ reason: string }>(
    'error',
    ({ reason }) => `was not mended: ${reason}`,
    () => 'nothing was written; run it again when that is settled',
  ),
  'element-unknown': wording<Named & { schema: string }>(
    'error',
    ({ name, schema, near }) => `schema "${schema}" has no element "${name}"${meant(near)}`,
  ),
  'port-unavailable': wording<Failed & { port: number }>(
    'error',
    ({ port, reason }) => `port ${port} cannot be used: ${reason}`,
    () => 'without --port, one that is free is used',
  ),
  'file-exists': wording('error', () => 'exists already; nothing was changed'),
  // Settings
  'settings-not-json': wording<{ detail: string }>('error', ({ detail }) => `not valid JSON: ${detail}`),
  'settings-unknown-key': wording<Setting & Named>(
    'error',
    ({ pointer, name, near }) => `unknown setting "${name}" at ${pointer}${meant(near)}`,
  ),
  'settings-missing-key': wording<Setting & { name: string }>(
    'error',
    ({ pointer, name }) => `setting "${name}" is missing at ${pointer === '' ? 'the top' : pointer}`,
  ),
  'settings-value-invalid': wording<Setting & { value: string; expected: string }>(
    'error',
    ({ pointer, value, expected }) =>
      `${value} is not allowed at ${pointer === '' ? 'the top' : pointer}; expected ${expected}`,
  ),
  'settings-exist': wording('error', () => 'settings exist already; nothing was changed'),
  'page-missing': wording<Named>('error', ({ name, near }) => `no page on "${name}"${meant(near)}`),
  'internal-error': wording<{ detail: string }>(
    'error',
    ({ detail }) => `teiscribe itself failed: ${detail}`,
    () => 'this is a mistake of the program: please report it with the file that brings it about',
  ),
});
