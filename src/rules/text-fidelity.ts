/** No character lost: the transcription rebuilt from the TEI is the transcription, up to the amount of white space. */
import { frusWeb } from '../profiles/index.js';
import { firstDifference, readConversionFacts, rebuildTranscription } from '../rebuild/index.js';
import { type Place, placeAt, type Source } from '../source/index.js';
import { parseTranscript } from '../transcript/index.js';
import { ruleMessages } from './messages.js';
import type { Rule } from './rule.js';

/** How much of each text a message shows. */
const EXCERPT = 32;
/** One character of text as it is typed in XML. */
const TYPED_CHARACTER = /&[^;]*;|\r\n|[\s\S]/gu;

export const textFidelity: Rule = {
  code: 'rule/text-differs',
  summary: 'The transcription can be rebuilt from the TEI, up to the amount of white space',
  severity: 'error',
  on: 'tei',
  check({ document, against, conventions }, report) {
    if (!against) return;
    const facts = readConversionFacts(document);
    const profile = facts.conventions ?? conventions ?? frusWeb;
    const noteNumbering = facts.noteNumbering ?? parseTranscript(against, profile, () => {}).noteNumbering;
    const rebuilt = rebuildTranscription(document, { conventions: profile, noteNumbering });
    const difference = firstDifference(rebuilt.text, against.text);
    if (!difference) return;
    const piece = rebuilt.pieces.findLast(({ start }) => start <= difference.left);
    const here = piece ? within(piece.place, difference.left - piece.start, against) : document.root.place;
    const there = excerptPlace(against, difference.right);
    report(
      ruleMessages['text-differs'](
        { here: shown(rebuilt.text, difference.left), there: shown(against.text, difference.right) },
        here,
        { related: [{ message: 'the transcription goes on here', place: there }] },
      ),
    );
  },
};

/** The place of a character of a piece. What an element stands for (a marker, a page break) has the element's place. */
function within(place: Place, offset: number, against: Source): Place {
  const { source, start, end } = place;
  const written = source.text.slice(start, end);
  if (source === against) return characterAt(place, offset);
  if (written.startsWith('<![CDATA[')) return characterAt(place, '<![CDATA['.length + offset);
  if (written.startsWith('<')) return place;
  let read = 0;
  for (const { 0: typed, index } of written.matchAll(TYPED_CHARACTER)) {
    if (read >= offset) return placeAt(source, start + index, start + index + typed.length);
    read += lengthRead(typed);
  }
  return characterAt(place, written.length);
}

/** Of what is typed, the length of what is read: of a reference that of its character, of a line end one. */
function lengthRead(typed: string): number {
  const [, hexadecimal, decimal] = /^&#(?:x([0-9a-fA-F]+)|([0-9]+));$/.exec(typed) ?? [];
  const code = hexadecimal ? Number.parseInt(hexadecimal, 16) : Number(decimal ?? 0);
  if (typed.startsWith('&') || typed === '\r\n') return code > 0xffff ? 2 : 1;
  return typed.length;
}

function characterAt({ source, start, end }: Place, offset: number): Place {
  const at = Math.min(start + offset, Math.max(start, end - 1));
  return placeAt(source, at, Math.max(at, Math.min(at + 1, end)));
}

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
