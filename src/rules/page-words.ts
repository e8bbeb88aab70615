/** Words at page breaks: none is torn, no two run together (TEI P5, 3.11.3, `@break`). */
import { placeAt } from '../source/index.js';
import { attributeValue, type Element } from '../xml/index.js';
import { ruleMessages } from './messages.js';
import { tagPlace } from './places.js';
import type { Rule } from './rule.js';
import type { TextRun } from './text-run.js';

interface Split {
  readonly element: Element;
  readonly before: string;
  readonly after: string;
}

export const pageWords: Rule = {
  code: 'rule/words-run-together',
  summary: 'Words at page breaks are whole',
  severity: 'warning',
  on: 'tei',
  begin(_, report) {
    const texts: string[] = [];
    const splits: Split[] = [];
    return {
      run(run) {
        texts.push(run.text);
        for (const mark of run.marks) {
          const { element, at } = mark;
          const { local } = element.name;
          if (local !== 'pb' && local !== 'lb' && local !== 'cb') continue;
          const isWord = attributeValue(element, 'break') === 'no';
          if (isWord) reportSpaces(run, mark.at, element);
          else if (local === 'pb') {
            const before = /\p{Ll}+$/u.exec(run.text.slice(Math.max(0, at - 30), at))?.[0];
            const after = /^\p{Ll}+/u.exec(run.text.slice(at, at + 30))?.[0];
            if (before !== undefined && after !== undefined) splits.push({ element, before, after });
          }
        }
      },
      end() {
        if (splits.length === 0) return;
        const all = texts.join('\n');
        for (const { element, before, after } of splits) {
          const place = tagPlace(element);
          // The word as it stands over the break is one of its occurrences.
          const isWord = countWords(all, before + after, 2) > 1;
          const isTwo = countWords(all, before, 1) > 0 && countWords(all, after, 1) > 0;
          if (!isWord && isTwo && before.length > 1 && after.length > 1) {
            report(ruleMessages['words-run-together']({ before, after }, place));
          } else if (isWord) {
            const end = place.end - (place.source.text[place.end - 2] === '/' ? 2 : 1);
            const edits = [{ place: placeAt(place.source, end), text: ' break="no"' }];
            const isTag = place.source.text[place.start] === '<';
            const fix = isTag && attributeValue(element, 'break') === undefined;
            report(
              ruleMessages['word-split'](
                { word: before + after },
                place,
                fix ? { fix: { message: 'add break="no"', edits } } : undefined,
              ),
            );
          }
        }
      },
    };

    function reportSpaces(run: TextRun, at: number, element: Element): void {
      const { source, start, end } = element.place;
      if (run.text === '' || source.text[start] !== '<') return;
      const before = /\p{L}-?(\s+)$/u.exec(run.text.slice(Math.max(0, at - 80), at))?.[1] ?? '';
      const after = /^(\s+)\p{L}/u.exec(run.text.slice(at, at + 80))?.[1] ?? '';
      if (before === '' && after === '') return;
      const from = /\s*$/.exec(source.text.slice(Math.max(0, start - 400), start))?.[0].length ?? 0;
      const to = /^\s*/.exec(source.text.slice(end, end + 400))?.[0].length ?? 0;
      const edits = [
        ...(before !== '' && from > 0 ? [{ place: placeAt(source, start - from, start), text: '' }] : []),
        ...(after !== '' && to > 0 ? [{ place: placeAt(source, end, end + to), text: '' }] : []),
      ];
      const fix = edits.length > 0 ? { fix: { message: 'take the white space away', edits } } : undefined;
      report(ruleMessages['space-in-word']({ element: element.name.local }, tagPlace(element), fix));
    }
  },
};

/** How often a word stands in a text, counted no further than is asked. */
function countWords(text: string, word: string, most: number): number {
  let count = 0;
  for (let at = text.indexOf(word); at >= 0 && count < most; at = text.indexOf(word, at + word.length)) {
    if (!isLetter(text[at - 1]) && !isLetter(text[at + word.length])) count++;
  }
  return count;
}

function isLetter(character: string | undefined): boolean {
  return character !== undefined && /\p{L}/u.test(character);
}
