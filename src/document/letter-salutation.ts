/** A paragraph of a letter -> is it a salutation, or does it begin with one? */
import { plainText } from './content.js';
import type { Cues } from './cues.js';
import type { DocumentBlock } from './document.js';
import { paragraphText } from './paragraph-text.js';

const LONGEST_LINE = 80;
const LONGEST_MENDED = 110;
export const MOST_WORDS_IN_CALL = 6;

/** `Lieber Georg, der Zug kommt um drei.`: a sentence behind the comma, and a full stop. */
const RUNS_ON = /^[^,!\n]{3,60}[,!] (?<behind>(?:\S+ ){2,}\S*\p{L}{2,}\.)$/u;

/** `Liebe Tante Grete – auch Gretsch genannt!` */
const ASIDE = / [–—-] [^–—.!?,;:]{3,40}(?=!$)/u;

/** `Lieber Freund! Ich habe`: the text begins in the line of the salutation, which is set apart later. */
export function runsOn(block: DocumentBlock | undefined, cues: Cues): boolean {
  return block?.kind === 'paragraph' && cues.salutationLead.test(plainText(block.content));
}

/** One salutation, of several lines maybe: `Hochwohlgeborner Herr,` `Hochzuverehrender Herr Professor!` */
export function isSalutation(block: DocumentBlock | undefined, cues: Cues): boolean {
  const text = paragraphText(block);
  if (text === '') return false;
  const lines = text.split('\n');
  const behind = RUNS_ON.exec(text)?.groups?.['behind'];
  if (behind !== undefined && !cues.salutation.test(behind)) return false;
  if (lines.length > 4) return false;
  return (
    lines.every((line) => cues.salutation.test(line.trim().replace(ASIDE, ''))) ||
    isMended(text, cues) ||
    (text.length <= LONGEST_LINE && (cues.salutation.test(lines.join(' ')) || isTwoCalls(text, cues)))
  );
}

/** `Sehr verehrter Herr Kollege, oder wenn Sie es gestatten: lieber Herr Weber!`: a salutation that another mends. */
function isMended(text: string, cues: Cues): boolean {
  if (text.length > LONGEST_MENDED) return false;
  const [, first = '', last = ''] = /^([^,.!?]{4,50},).*[:—–] ([^:—–]{4,40}[,!])$/su.exec(text) ?? [];
  return cues.salutation.test(first) && cues.salutation.test(last);
}

/** `Mein Ännchen! Mein liebes Schwesterchen!`: one of them is a salutation, the others are as short. */
function isTwoCalls(text: string, cues: Cues): boolean {
  const calls = text.split(/(?<=!)\s(?=\p{Lu})/u);
  return (
    calls.length > 1 &&
    calls.every((call) => call.endsWith('!') && call.split(/\s/u).length <= MOST_WORDS_IN_CALL) &&
    calls.some((call) => cues.salutation.test(call))
  );
}
