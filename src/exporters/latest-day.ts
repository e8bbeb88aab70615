/** Headers -> the latest day on which a file was published or changed: records must say when they were made, and the clock is not asked. */
import { descendants } from '../xml/index.js';
import { plainName, type Volume } from './reading/index.js';

/** Undefined where no header gives a day in `publicationStmt` or `revisionDesc`. */
export function latestDay({ documents }: Volume): string | undefined {
  const roots = new Set(documents.map(({ file }) => file.tei.root));
  const days = [...roots].flatMap((root) =>
    [...descendants(root)]
      .filter((element) => /^(?:publicationStmt|revisionDesc)$/.test(plainName(element)))
      .flatMap((holder) => [...descendants(holder)])
      .flatMap(({ attributes }) =>
        attributes.flatMap(({ name, value }) =>
          name.local === 'when' && /^\d{4}-\d\d-\d\d/.test(value) ? [value.slice(0, 10)] : [],
        ),
      ),
  );
  return days.sort().at(-1);
}
