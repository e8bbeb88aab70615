/** Arguments -> the transcriptions that are meant, in the order of the arguments. */
import type { Complaints } from './complaints.js';
import { findInputs, type Input } from './inputs.js';
import { runMessages } from './messages.js';
import type { World } from './world.js';

/** In: the arguments, and what standard input is called. Out: the inputs; what names nothing, and XML, are complained of. */
export async function transcriptionInputs(
  names: readonly string[],
  { stdinName }: { readonly stdinName?: string },
  world: World,
  complaints: Complaints,
): Promise<readonly Input[]> {
  const inputs = await findInputs(names, { extensions: ['.txt'], cwd: world.cwd, stdinName }, complaints.report);
  for (const { shown, file } of inputs) {
    if (file && /\.xml$/i.test(file)) complaints.report(shown, runMessages['not-a-transcription']({}));
  }
  return inputs;
}
