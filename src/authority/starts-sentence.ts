/** A word -> does a sentence or a line begin with it? Then its capital says nothing; `Mr.` and the like end no sentence. */

/** In: a text and the offset of the word. */
export function startsSentence(text: string, start: number): boolean {
  return (
    /(?:^|[.!?:;”"\])—–-]|\n|^\(?\w{1,2}[.)])\s*[(“"]?\s*$/u.test(text.slice(Math.max(0, start - 6), start)) &&
    !/\b(?:Mr|Mrs|Dr|Gen|Col|Amb|Sen|Gov|Lt|Messrs|Adm|Sec|Rep)\.\s$/.test(text.slice(Math.max(0, start - 8), start))
  );
}
