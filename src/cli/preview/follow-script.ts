/** The script of the page that keeps the panes at the same words: where one is scrolled, the others follow. */
export const FOLLOW_SCRIPT = String.raw`'use strict';
globalThis.follow = (() => {
  /** Three words that are there once say where a text is. */
  const WORDS = 3;
  /** Longer texts are not followed. */
  const MOST = 6000000;
  /** Where in a pane, from its top, people read. */
  const EYE = 0.3;
  const at = (id) => document.getElementById(id);
  const NAMES = ['transcription', 'tei', 'reading'];
  /** What is known of the pane that is shown: the positions of its words, by three of them. */
  let known = {};
  let pairs = {};
  let leader = '';
  let isOn = true;
  let isAsked = false;

  const inner = () => {
    const frame = at('reading');
    return frame.hidden ? undefined : frame.contentDocument;
  };

  /** Texts have lines, the reading view has blocks. */
  const HOLDS = 'p, li, td, th, dt, dd, h1, h2, h3, h4, h5, h6, blockquote, div, aside, caption';
  function positionsOf(name) {
    if (name !== 'reading') return [...at(name).querySelectorAll('.line > span')];
    const document = inner();
    if (!document) return [];
    return [...document.querySelectorAll('main :is(' + HOLDS + ')')].filter((each) => !each.querySelector(HOLDS));
  }

  function indexOf(name) {
    if (known[name]) return known[name];
    const positions = positionsOf(name);
    const grams = new Map();
    let before = [];
    let size = 0;
    let isTag = false;
    positions.forEach((position, index) => {
      let text = position.textContent;
      size += text.length;
      if (size > MOST) return;
      if (name === 'tei') {
        // A tag may go over several lines.
        if (isTag) text = text.includes('>') ? text.slice(text.indexOf('>') + 1) : '';
        if (text !== '' || !isTag) {
          text = text.replace(/<[^>]*>/g, ' ');
          isTag = text.includes('<');
          text = text.replace(/<.*$/, '');
        }
      }
      if (name === 'reading') text = [...position.childNodes].map(wordsOf).join('');
      for (const [word] of text.toLowerCase().matchAll(/[\p{L}\p{N}]+/gu)) {
        before = [...before.slice(1 - WORDS), word];
        if (before.length < WORDS) continue;
        const gram = before.join(' ');
        grams.set(gram, grams.has(gram) ? -1 : index);
      }
    });
    known[name] = { positions, grams };
    return known[name];
  }

  /** Without the previews of notes, which have their words twice. */
  function wordsOf(node) {
    if (node.nodeType === 3) return node.data;
    if (node.nodeType !== 1 || node.classList.contains('preview')) return '';
    return [...node.childNodes].map(wordsOf).join('');
  }

  /** Where one pane has the words of another: [position here, position there], in order. */
  function pairsOf(from, to) {
    const key = from + ' ' + to;
    if (!pairs[key]) {
      const other = indexOf(to).grams;
      const found = new Map();
      for (const [gram, here] of indexOf(from).grams) {
        const there = other.get(gram);
        if (here >= 0 && there !== undefined && there >= 0 && !found.has(here)) found.set(here, there);
      }
      pairs[key] = [...found].sort((a, b) => a[0] - b[0]);
    }
    return pairs[key];
  }

  /** The pane as something that is scrolled: its height, where an element is in it, and how to move it. */
  function viewOf(name) {
    if (name === 'reading') {
      const document = inner();
      const window = document && document.defaultView;
      if (!window) return undefined;
      return {
        height: window.innerHeight,
        topOf: (element) => element.getBoundingClientRect().top,
        move: (by) => window.scrollBy({ top: by, behavior: 'instant' }),
      };
    }
    const pane = at(name);
    return {
      height: pane.clientHeight,
      topOf: (element) => element.getBoundingClientRect().top - pane.getBoundingClientRect().top,
      move: (by) => { pane.scrollTop += by; },
    };
  }

  /** The last position that begins above the place where people read. */
  function seenIn(positions, { topOf, height }) {
    let low = 0;
    let high = positions.length - 1;
    while (low < high) {
      const middle = Math.ceil((low + high) / 2);
      if (topOf(positions[middle]) <= height * EYE) low = middle;
      else high = middle - 1;
    }
    return low;
  }

  /** The pair that is nearest to a position. */
  function nearest(all, position) {
    let best;
    let low = 0;
    let high = all.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (all[middle][0] < position) low = middle + 1;
      else high = middle;
    }
    for (const pair of [all[low - 1], all[low]])
      if (pair && (!best || Math.abs(pair[0] - position) < Math.abs(best[0] - position))) best = pair;
    return best;
  }

  function bring() {
    isAsked = false;
    const own = viewOf(leader);
    if (!isOn || !own) return;
    const { positions } = indexOf(leader);
    if (positions.length === 0) return;
    const seen = seenIn(positions, own);
    for (const name of NAMES) {
      const view = name === leader ? undefined : viewOf(name);
      if (!view || view.height === 0) continue;
      const pair = nearest(pairsOf(leader, name), seen);
      const there = pair && indexOf(name).positions[pair[1]];
      if (!there) continue;
      const here = positions[pair[0]];
      const eye = own.height * EYE;
      // Within a long paragraph, as far into it; else beginning beside beginning.
      const isInside = pair[0] === seen;
      const part = Math.min(1, Math.max(0, (eye - own.topOf(here)) / Math.max(1, here.getBoundingClientRect().height)));
      const put = () =>
        view.move(
          isInside
            ? view.topOf(there) + part * there.getBoundingClientRect().height - eye
            : view.topOf(there) - own.topOf(here),
        );
      put();
      // What comes into view may be of another height than was thought.
      requestAnimationFrame(put);
    }
  }

  /** Only what a reader moves leads: what follows does not lead in its turn. */
  function lead(name) {
    leader = name;
  }

  function scrolled(name) {
    if (name !== leader || isAsked || !isOn) return;
    isAsked = true;
    requestAnimationFrame(bring);
  }

  function listen(target, name) {
    for (const event of ['wheel', 'pointerdown', 'touchstart', 'keydown', 'focusin'])
      target.addEventListener(event, () => lead(name), { passive: true });
    target.addEventListener('scroll', () => scrolled(name), { passive: true });
  }

  /** What is shown in a pane is no longer what it was. */
  function forget(...names) {
    for (const name of names) delete known[name];
    pairs = {};
  }

  for (const name of ['transcription', 'tei']) listen(at(name), name);
  at('reading').addEventListener('load', () => {
    forget('reading');
    const document = inner();
    if (document) listen(document, 'reading');
  });
  at('together').addEventListener('click', () => {
    isOn = !isOn;
    at('together').setAttribute('aria-pressed', String(isOn));
    if (isOn && leader !== '') bring();
  });

  return { forget, lead, bring };
})();
`;
