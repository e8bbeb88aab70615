/** Characters that do not belong in a text that is kept: replaced, private and invisible ones, and accents stored apart (Unicode, UAX 15). */
import type { Edit } from '../diagnostic/index.js';
import type { Place } from '../source/index.js';
import { placeAt } from '../source/index.js';
import { type TextNode, valuePlace } from '../xml/index.js';
import { ruleMessages } from './messages.js';
import { textPlace } from './places.js';
import type { Rule } from './rule.js';

/** Every character that one of the checks looks for, and those that may not be normalised. */
const SUSPECT = /[\u0300-\u036F]|[\u00AD\u0374-\u1FFF\u2000\u2001\u2126\u212A\u212B\u2ADC-\uFFFF]/;
const ODD = /[\u00AD\uFFFD\uE000-\uF8FF]|[\uDB80-\uDBFF][\uDC00-\uDFFF]/g;

export const characters: Rule = {
  code: 'rule/replacement-character',
  summary: 'Characters are whole, public, visible, and normalised',
  severity: 'error',
  on: 'tei',
  begin(_, report) {
    const counted = new Map<string, { readonly place: Place; count: number }>();
    const edits: Edit[] = [];
    let unnormalised: { readonly place: Place; readonly shown: string } | undefined;
    let words = 0;
    const look = (text: string, placeOf: (from: number, to: number) => Place): void => {
      if (!SUSPECT.test(text)) return;
      for (const { 0: character, index } of text.matchAll(ODD)) {
        if (character === '\uFFFD') {
          report(ruleMessages['replacement-character']({ before: before(text, index) }, placeOf(index, index + 1)));
          continue;
        }
        const known = counted.get(character);
        if (known) known.count++;
        else counted.set(character, { place: placeOf(index, index + character.length), count: 1 });
      }
      if (text.normalize('NFC') === text) return;
      for (const { 0: word, index } of text.matchAll(/\S+/g)) {
        const normal = word.normalize('NFC');
        if (normal === word) continue;
        words++;
        const place = placeOf(index, index + word.length);
        unnormalised ??= { place, shown: normal };
        // What is written with references is left as it is.
        if (place.source.text.slice(place.start, place.end) === word) edits.push({ place, text: normal });
      }
    };
    return {
      enter(element) {
        for (const attribute of element.attributes) {
          look(attribute.value, (from, to) => {
            const place = valuePlace(element, attribute);
            const isVerbatim = place.source.text.slice(place.start, place.end) === attribute.value;
            return isVerbatim ? placeAt(place.source, place.start + from, place.start + to) : place;
          });
        }
      },
      text(node: TextNode) {
        look(node.text, (from, to) => textPlace(node, from, to));
      },
      end() {
        for (const [character, { place, count }] of counted) {
          if (character === '\u00AD') report(ruleMessages['soft-hyphen']({ count }, place));
          else report(ruleMessages['private-use-character']({ code: codePoint(character), count }, place));
        }
        if (!unnormalised) return;
        const fix =
          edits.length > 0 ? { fix: { message: 'store accents with their letters (NFC)', edits } } : undefined;
        const { place, shown } = unnormalised;
        report(ruleMessages['not-normalised']({ shown, count: words }, place, fix));
      },
    };
  },
};

function before(text: string, index: number): string {
  return /\S*$/.exec(text.slice(Math.max(0, index - 20), index))?.[0] ?? '';
}

function codePoint(character: string): string {
  return `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
}
