/** Why a file was not mended: wordings of stage `run`. */
import { defineMessages, wording } from '../diagnostic/index.js';

export const mendMessages = defineMessages('run', {
  'not-mended': wording<{ reason: string }>(
    'error',
    ({ reason }) => `was not mended: ${reason}`,
    () => 'nothing was written; run it again when that is settled',
  ),
});
