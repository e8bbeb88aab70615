/** No character lost: the transcription rebuilt from the TEI is the transcription, up to the amount of white space. */
import { frusWeb } from '../profiles/index.js';
import { firstDifference, readConversionFacts, rebuildTranscription } from '../rebuild/index.js';
import { type Place, placeAt, type Source } from '../source/index.js';
import { parseTranscript } from '../transcript/index.js';
import { ruleMessages } from './messages.js';
import { characterPlace } from './places.js';
import type { Rule } from './rule.js';

/** How much of each text a message shows. */
const EXCERPT = 32;

export const textFidelity: Rule = {
  code: 'rule/text-differs',
  summary: 'The transcription can be rebuilt from the TEI, up to the amount of white space',
  severity: 'error',
  on: 'tei',
  begin({ document, against, conventions }, report) {
    if (!against) return undefined;
    const facts = readConversionFacts(document);
    const profile = facts.conventions ?? conventions ?? frusWeb;
    const noteNumbering = facts.noteNumbering ?? parseTranscript(against, profile, () => {}).noteNumbering;
    const rebuilt = rebuildTranscription(document, { conventions: profile, noteNumbering });
    const difference = firstDifference(rebuilt.text, against.text);
    if (!difference) return undefined;
    const piece = rebuilt.pieces.findLast(({ start }) => start <= difference.left);
    const here = piece ? characterPlace(piece.place, difference.left - piece.start, against) : document.root.place;
    const there = excerptPlace(against, difference.right);
    report(
      ruleMessages['text-differs'](
        { here: shown(rebuilt.text, difference.left), there: shown(against.text, difference.right) },
        here,
        { related: [{ message: 'the transcription goes on here', place: there }] },
      ),
    );
    return undefined;
  },
};

function excerptPlace(source: Source, offset: number): Place {
  return placeAt(source, offset, Math.min(offset + 1, source.text.length));
}

function shown(text: string, offset: number): string {
  const words = text
    .slice(offset, offset + EXCERPT + 1)
    .replace(/\s+/g, ' ')
    .trimEnd();
  if (words === '') return 'the end of the text';
  return `"${words.length > EXCERPT ? `${words.slice(0, EXCERPT)}…` : words}"`;
}
