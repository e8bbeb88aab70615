/** What cannot be explained: wordings of stage `run`. */
import { defineMessages, wording } from '../diagnostic/index.js';

export const explainMessages = defineMessages('run', {
  'element-unknown': wording<{ name: string; schema: string; near: string | undefined }>(
    'error',
    ({ name, schema, near }) =>
      `schema "${schema}" has no element "${name}"${near === undefined ? '' : `; did you mean "${near}"?`}`,
  ),
});
