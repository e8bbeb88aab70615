/** TEI -> JSON for programs: the document model of a file (`schemas/document.schema.json`). */
import { modelVolume } from './document-model.js';
import type { Exporter } from './exporter.js';
import { readVolume } from './reading/index.js';

export const json: Exporter = {
  name: 'json',
  summary: 'for programs: facts, plain text and marks on it (schemas/document.schema.json)',
  extension: '.json',
  mediaType: 'application/json',
  scope: 'document',
  makes: ['file'],
  isText: true,
  export: async ({ files, settings }, report) => {
    const model = modelVolume(readVolume(files, settings), 'json', report);
    return [{ path: `${files[0]?.name ?? 'document'}.json`, content: `${JSON.stringify(model, undefined, 2)}\n` }];
  },
};
