/** The script of the page that shows texts: lines with their numbers, marks where something was found, colours of markup. */
export const PANES_SCRIPT = String.raw`'use strict';
globalThis.panes = (() => {
  const SIGNS = { error: '✕', warning: '▲', info: 'i' };
  const RANKS = ['info', 'warning', 'error'];
  const CHUNK = 250;
  /** Beyond this, markup stays without colours. */
  const MOST_COLOURED = 12000;
  const shown = new WeakMap();

  const make = (name, className, text) => {
    const made = document.createElement(name);
    if (className) made.className = className;
    if (text !== undefined) made.textContent = text;
    return made;
  };

  /** Shows a text, or why there is none; found: what was found in it; choose is called with the number of a finding. */
  function show(pane, { text, note }, found, choose) {
    const key = JSON.stringify([text, note, found]);
    if (shown.get(pane) === key) return;
    shown.set(pane, key);
    const top = pane.scrollTop;
    if (text === undefined) {
      pane.replaceChildren(make('p', 'note', note));
      return;
    }
    const lines = text.split(/\r\n|\r|\n/);
    if (lines.length > 1 && lines.at(-1) === '') lines.pop();
    const byLine = new Map();
    found.forEach((each) => {
      const { line } = each.place.start;
      byLine.set(line, [...(byLine.get(line) || []), each]);
    });
    const chunks = [];
    for (let i = 0; i < lines.length; i += CHUNK) {
      const chunk = make('div', 'lines');
      lines.slice(i, i + CHUNK).forEach((line, k) => chunk.append(lineOf(line, i + k + 1, byLine.get(i + k + 1), choose)));
      chunks.push(chunk);
    }
    pane.replaceChildren(...chunks);
    pane.scrollTop = top;
    underline(pane, found);
    if (pane.id === 'tei') colour(pane, lines);
  }

  function lineOf(text, number, found, choose) {
    const line = make('div', 'line');
    line.dataset.n = number;
    line.append(make('span', '', text));
    if (!found) return line;
    const worst = RANKS[Math.max(...found.map(({ severity }) => RANKS.indexOf(severity)))];
    line.classList.add('has-' + worst);
    const mark = make('button', worst, SIGNS[worst]);
    mark.type = 'button';
    mark.title = found.map(({ message }) => message).join('\n');
    mark.setAttribute('aria-label', 'line ' + number + ', ' + found.map((each) => each.severity + ': ' + each.message).join('; '));
    mark.addEventListener('click', () => choose(found[0].number));
    line.prepend(mark);
    return line;
  }

  function lineAt(pane, number) {
    const chunk = pane.children[Math.floor((number - 1) / CHUNK)];
    return chunk && chunk.children[(number - 1) % CHUNK];
  }

  /** Scrolls to a line and marks it. */
  function go(pane, number) {
    for (const line of document.querySelectorAll('.line.chosen')) line.classList.remove('chosen');
    const line = lineAt(pane, number);
    if (!line) return;
    line.classList.add('chosen');
    const put = () => {
      pane.scrollTop += line.getBoundingClientRect().top - pane.getBoundingClientRect().top - pane.clientHeight / 3;
    };
    put();
    // What comes into view may be of another height than was thought.
    requestAnimationFrame(put);
  }

  const canHighlight = typeof Highlight === 'function' && typeof CSS === 'object' && 'highlights' in CSS;
  const textOf = (line) => line && line.querySelector('span').firstChild;

  function range(node, from, to) {
    const made = new StaticRange({ startContainer: node, startOffset: from, endContainer: node, endOffset: to });
    return made;
  }

  /** Underlines the places of what was found. */
  function underline(pane, found) {
    if (!canHighlight) return;
    for (const severity of RANKS) {
      const name = 'place-' + severity;
      const others = [...(CSS.highlights.get(name) || [])].filter(({ startContainer }) => startContainer.isConnected && !pane.contains(startContainer));
      const own = found.filter((each) => each.severity === severity).flatMap(({ place: { start, end } }) => {
        const node = textOf(lineAt(pane, start.line));
        if (!node) return [];
        // Columns count characters, the page counts units of UTF-16.
        const from = Math.min([...node.data].slice(0, start.column - 1).join('').length, node.length);
        const to = end.line > start.line ? node.length : Math.min(Math.max(from + end.offset - start.offset, from + 1), node.length);
        return [range(node, from, to)];
      });
      CSS.highlights.set(name, new Highlight(...others, ...own));
    }
  }

  const PARTS = /<!--|-->|<\?|\?>|<\/?[^\s<>/=]+|\/?>|[^\s<>/="']+(?=\s*=\s*["'])|"[^"<]*"|'[^'<]*'/g;

  /** Colours tags, names and values of attributes, and comments. */
  function colour(pane, lines) {
    if (!canHighlight) return;
    const ranges = { tag: [], name: [], value: [], comment: [] };
    let inside = '';
    lines.slice(0, MOST_COLOURED).forEach((line, i) => {
      const node = textOf(lineAt(pane, i + 1));
      if (!node) return;
      let from = 0;
      for (const { 0: part, index } of line.matchAll(PARTS)) {
        const end = index + part.length;
        if (inside === '-->' || inside === '?>') {
          if (part !== inside) continue;
          ranges.comment.push(range(node, from, end));
          inside = '';
        } else if (part === '<!--' || part === '<?') {
          inside = part === '<?' ? '?>' : '-->';
          from = index;
        } else if (part.startsWith('<')) {
          ranges.tag.push(range(node, index, end));
          inside = '>';
        } else if (inside === '>') {
          const isEnd = part.endsWith('>') && part.length < 3;
          ranges[isEnd ? 'tag' : /^["']/.test(part) ? 'value' : 'name'].push(range(node, index, end));
          if (isEnd) inside = '';
        }
      }
      if (inside === '-->' || inside === '?>') ranges.comment.push(range(node, from, line.length));
    });
    for (const [name, all] of Object.entries(ranges)) CSS.highlights.set('tei-' + name, new Highlight(...all));
  }

  return { SIGNS, make, show, go };
})();
`;
