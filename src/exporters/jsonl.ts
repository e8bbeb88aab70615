/** TEI -> JSON Lines (jsonlines.org): one document of all files a line, each as in `json`. */
import { modeller, sectionsOf } from './document-model.js';
import type { Exporter } from './exporter.js';
import { dropReporter } from './once.js';
import { readVolume } from './reading/index.js';

export const jsonl: Exporter = {
  name: 'jsonl',
  summary: 'for programs: one document a line, each as in "json"',
  extension: '.jsonl',
  mediaType: 'application/jsonl',
  scope: 'corpus',
  makes: ['file'],
  isText: true,
  export: async ({ files, settings }, report) => {
    const volume = readVolume(files, settings);
    const drop = dropReporter('jsonl', report);
    const [section] = sectionsOf(volume.parts);
    if (section) drop("the edition's own words (prefaces, lists)", section.element.place);
    if (volume.persons.size + volume.terms.size > 0) drop('descriptions of persons and terms');
    const model = modeller('jsonl', report);
    const lines = function* () {
      for (const document of volume.documents) yield `${JSON.stringify(model.document(document))}\n`;
    };
    return [{ path: 'documents.jsonl', content: lines() }];
  },
};
