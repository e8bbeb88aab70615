/** A line -> where the complimentary close that it begins with ends (TEI Guidelines 4.2.2). */
import type { Cues } from './cues.js';

/** Behind the close and its punctuation; a close may go on in the next line: `Believe me, dear Madam,` `Yours truly,`. */
export function endOfClose(text: string, from: number, cues: Cues): number {
  const gap = /^[\t-\r ]*/.exec(text.slice(from))?.[0].length ?? 0;
  const close = cues.close.exec(text.slice(from + gap));
  if (!close) return from;
  // "Bien à vous, de Broglie": behind a comma it is of the name.
  const ended = from + gap + close[0].replace(/(?<=,)\s+(?:de|du|d’|von|v\.|van|di)$/u, '').length;
  // "Herzliche Grüße, auch an Ihre Frau, von Ihrem": no name begins with a small letter.
  const more = /^,? (?!(?:von|v\.|van|de|du|di|la|le) ?\p{Lu})\p{Ll}[^\n.]{2,50}(?=\n|$)/u.exec(text.slice(ended))?.[0]
    .length;
  if (more) return endOfClose(text, ended + more, cues);
  // "Viele Grüße von Haus zu Haus!": the line is a call.
  const behind = ended + (/^[ ][^\n!.,:;]{1,40}(?=!\s*\n)/.exec(text.slice(ended))?.[0].length ?? 0);
  const punctuation = /^(?:[\t-\r ]*(?:[,.:;—-]|!{1,3}))?[”"’)\]]*/.exec(text.slice(behind))?.[0].length ?? 0;
  return endOfClose(text, behind + punctuation, cues);
}
