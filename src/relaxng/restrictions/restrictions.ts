/** A grammar in simple form -> what in it goes against the restrictions of RELAX NG 1.0, section 7. */
import type { Report } from '../../diagnostic/index.js';
import { describeNameClass } from '../name-overlap.js';
import type { SimpleGrammar } from '../simple.js';
import { createAttributeCheck } from './attributes.js';
import { createContentTypeCheck } from './content-types.js';
import { createInterleaveCheck } from './interleave.js';
import { createPathCheck } from './paths.js';

/** Reports every restriction that the grammar goes against; answers whether there is none. */
export function checkRestrictions(grammar: SimpleGrammar, report: Report): boolean {
  let sound = true;
  const fail: Report = (diagnostic) => {
    if (diagnostic.severity === 'error') sound = false;
    report(diagnostic);
  };
  const contents = grammar.definitions.map(({ nameClass, content }) => ({
    content,
    where: `element ${describeNameClass(nameClass)}`,
  }));
  const checkPaths = createPathCheck(fail);
  checkPaths.start(grammar.start);
  for (const { content, where } of contents) checkPaths.content(content, where);
  // The other checks take it that nothing stands where it may not.
  if (!sound) return false;
  const checks = [
    createContentTypeCheck(fail),
    createAttributeCheck(fail),
    createInterleaveCheck(grammar.definitions, fail),
  ];
  for (const { content, where } of contents) for (const check of checks) check(content, where);
  return sound;
}
