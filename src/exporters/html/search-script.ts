/** The script of the page that searches: results with excerpts, where what was found is marked. Nothing is written as markup. */
/** The index is counted for these two, in this order. */
export const SEARCH_FIELDS = ['title', 'text'];
export const SEARCH_STORED = ['title', 'path', 'date'];

/** Case and accents are no difference: `muller` finds `Müller`. The page and the index need the same. */
export function foldTerm(term: string): string {
  return term
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase();
}

export const SEARCH_SCRIPT = String.raw`'use strict';
(() => {
  const SHOWN = 20;
  const BEFORE = 70;
  const LENGTH = 220;
  const query = new URLSearchParams(location.search).get('q') || '';
  const said = document.getElementById('_said');
  const list = document.getElementById('_found');
  const more = document.getElementById('_more');
  document.getElementById('_q').value = query;
  if (query.trim() === '') return;
  document.title = query + ' – ' + document.title;
  const fold = (term) => term.normalize('NFKD').replace(/\p{M}+/gu, '').toLowerCase();
  const index = MiniSearch.loadJS(globalThis.searchIndex, {
    fields: ${JSON.stringify(SEARCH_FIELDS)}, storeFields: ${JSON.stringify(SEARCH_STORED)}, processTerm: fold,
  });
  const found = index.search(query, { prefix: true, combineWith: 'AND', boost: { title: 3 } });
  const count = found.length === 1 ? '1 page has' : found.length + ' pages have';
  said.textContent = (found.length === 0 ? 'No page has' : count) + ' “' + query + '”.';

  const make = (name, className, text) => {
    const made = document.createElement(name);
    if (className) made.className = className;
    if (text !== undefined) made.textContent = text;
    return made;
  };

  /** Where in a text the words stand that were found. */
  function hitsIn(text, terms) {
    const wanted = new Set(terms);
    return [...text.matchAll(/[^\n\r\p{Z}\p{P}]+/gu)].flatMap(({ 0: word, index }) => {
      const term = fold(word);
      return wanted.has(term) ? [{ start: index, end: index + word.length, term }] : [];
    });
  }

  /** The stretch that has most of the words, cut between words. */
  function stretchOf(text, hits) {
    let best = hits[0];
    let most = 0;
    for (const [i, hit] of hits.entries()) {
      const near = new Set();
      for (let k = i; k < hits.length && hits[k].end < hit.start + LENGTH - BEFORE; k++) near.add(hits[k].term);
      if (near.size > most) [best, most] = [hit, near.size];
    }
    const from = best.start <= BEFORE ? 0 : text.indexOf(' ', best.start - BEFORE) + 1 || best.start;
    const last = from + LENGTH >= text.length ? text.length : text.lastIndexOf(' ', from + LENGTH);
    return [Math.min(from, best.start), Math.max(last, best.end)];
  }

  function excerptOf({ id, path, terms }) {
    const text = globalThis.searchTexts[id];
    const hits = hitsIn(text, terms);
    if (hits.length === 0) return undefined;
    const [from, to] = stretchOf(text, hits);
    const inside = hits.filter(({ start, end }) => start >= from && end <= to);
    const link = make('a', 'excerpt');
    // A browser that knows text fragments goes to the words.
    link.href = path + '#:~:text=' + encodeURIComponent(text.slice(inside[0].start, inside[0].end)).replace(/-/g, '%2D');
    let at = from;
    link.append(from > 0 ? '… ' : '');
    for (const { start, end } of inside) {
      link.append(text.slice(at, start), make('mark', '', text.slice(start, end)));
      at = end;
    }
    link.append(text.slice(at, to), to < text.length ? ' …' : '');
    return link;
  }

  function show(from) {
    for (const result of found.slice(from, from + SHOWN)) {
      const item = make('li');
      const link = make('a', 'title', result.title);
      link.href = result.path;
      item.append(link);
      if (result.date) item.append(' ', make('time', '', result.date));
      const excerpt = excerptOf(result);
      if (excerpt) item.append(excerpt);
      list.append(item);
    }
    more.hidden = from + SHOWN >= found.length;
    more.textContent = 'Show more (' + (found.length - from - SHOWN) + ')';
    return from + SHOWN;
  }
  let next = show(0);
  more.addEventListener('click', () => {
    const first = next;
    next = show(next);
    list.children[first].querySelector('a').focus();
  });
})();
`;
