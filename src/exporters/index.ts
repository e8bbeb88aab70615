export { cmif } from './cmif.js';
export { csv } from './csv.js';
export { html } from './html.js';
export { json } from './json.js';
export { jsonl } from './jsonl.js';
export { markdown } from './markdown.js';
export { text } from './text.js';
export { transcription } from './transcription.js';
