/** The script of the page: the list of files, the file that is chosen, what was found in it, changes, and the keyboard. */
export const SCRIPT = String.raw`'use strict';
(() => {
  const { SIGNS, make, show, go } = globalThis.panes;
  const { follow } = globalThis;
  const at = (id) => document.getElementById(id);
  const fileList = at('files');
  const findingList = at('findings');
  const frame = at('reading');
  let listing = { files: [] };
  let chosen = '';
  let view;
  let current = -1;
  /** What a slow answer is for may no longer be what is wanted. */
  let asked = 0;
  let isLost = false;

  const get = async (url) => {
    const response = await fetch(url);
    if (!response.ok) throw new Error((await response.text()).trim());
    return response.json();
  };
  const many = (count, name) => count + ' ' + name + (count === 1 ? '' : 's');

  function showState() {
    const sum = (severity) => listing.files.reduce((total, { counts }) => total + ((counts && counts[severity]) || 0), 0);
    const left = listing.files.filter(({ counts }) => !counts).length;
    const said = many(listing.files.length, 'file') + ': ' + many(sum('error'), 'error') + ', ' + many(sum('warning'), 'warning');
    at('state').textContent = isLost
      ? 'Connection lost: is "teiscribe preview" still running?'
      : left > 0 && listing.busy ? said + ' (' + left + ' still to be checked)' : said;
  }

  function countsOf({ counts }) {
    const box = make('span', 'counts');
    if (!counts) return box;
    for (const severity of ['error', 'warning']) {
      if (counts[severity] === 0) continue;
      const count = make('span', severity, SIGNS[severity] + ' ' + counts[severity]);
      count.append(make('span', 'hidden', ' ' + severity + (counts[severity] === 1 ? '' : 's')));
      box.append(count);
    }
    if (!box.firstChild) {
      const fine = make('span', 'fine', '✓');
      fine.append(make('span', 'hidden', ' no errors'));
      box.append(fine);
    }
    return box;
  }

  function showFiles() {
    const wanted = at('filter').value.trim().toLowerCase();
    const focused = document.activeElement && document.activeElement.dataset.path;
    let before = '';
    const rows = listing.files.filter(({ path }) => path.toLowerCase().includes(wanted)).flatMap((file) => {
      const button = make('button');
      button.type = 'button';
      button.dataset.path = file.path;
      if (file.path === chosen) button.setAttribute('aria-current', 'true');
      const [, folder = '', name] = /^(.*\/)?([^/]*)$/s.exec(file.path);
      button.title = file.path;
      button.append(make('span', 'path', name), countsOf(file));
      button.addEventListener('click', () => choose(file.path));
      const row = make('li');
      row.append(button);
      const rows = folder === before ? [row] : [make('li', 'folder', folder), row];
      before = folder;
      return rows;
    });
    const none = listing.files.length === 0 ? 'No .txt or .xml file is here yet.' : 'No file has this in its name.';
    fileList.replaceChildren(...(rows.length === 0 ? [make('li', 'empty', none)] : rows));
    if (focused !== undefined) [...fileList.querySelectorAll('button')].find(({ dataset }) => dataset.path === focused)?.focus();
  }

  async function list() {
    try {
      listing = await get('/api/files');
    } catch {
      return;
    }
    at('name').textContent = listing.folder;
    at('problems').textContent = listing.problems.join('\n');
    at('problems').hidden = listing.problems.length === 0;
    showFiles();
    showState();
    const paths = listing.files.map(({ path }) => path);
    if (!paths.includes(chosen)) {
      const wanted = named();
      choose(paths.includes(wanted) ? wanted : paths[0] || '', false);
    } else if (!view || view.revision !== listing.revision) load();
  }

  function named() {
    try {
      return decodeURIComponent(location.hash.slice(1));
    } catch {
      return '';
    }
  }

  function choose(path, byHand = true) {
    if (byHand) {
      history.replaceState(undefined, '', '#' + encodeURIComponent(path));
      if (document.body.dataset.view === 'files') turnTo('transcription');
    }
    if (path === chosen) return;
    chosen = path;
    current = -1;
    document.title = path === '' ? 'teiscribe preview' : path + ' – teiscribe preview';
    showFiles();
    for (const pane of [at('transcription'), at('tei')]) pane.scrollTop = 0;
    frame.dataset.read = '';
    load();
  }

  async function load() {
    const number = ++asked;
    if (chosen === '') {
      view = undefined;
      for (const id of ['transcription', 'tei']) show(at(id), { note: 'There is nothing to show.' }, [], () => {});
      showFindings([]);
      showReading();
      return;
    }
    try {
      const got = await get('/api/file?path=' + encodeURIComponent(chosen));
      if (number === asked) view = got;
      else return;
    } catch (error) {
      if (number === asked && !isLost) show(at('transcription'), { note: String(error.message) }, [], () => {});
      return;
    }
    showView();
  }

  const found = () => (view && view.report ? view.report.diagnostics : []);
  const paneOf = ({ place }) => {
    if (!place || !view) return undefined;
    return ['transcription', 'tei'].find((id) => view[id].path === place.path && !view[id].made);
  };

  function showView() {
    const all = found().map((each, number) => ({ ...each, number }));
    for (const id of ['transcription', 'tei']) {
      at(id + '-path').textContent = view[id].path.replace(/^.*[/\\]/, '') + (view[id].made ? ' (made)' : '');
      follow.forget(id);
      show(at(id), view[id], all.filter((each) => paneOf(each) === id), (number) => jump(number, true));
    }
    showFindings(all);
    showReading();
  }

  function showFindings(all) {
    const count = (severity) => all.filter((each) => each.severity === severity).length;
    at('found-count').textContent = view ? ['error', 'warning', 'info'].map((each) => many(count(each), each === 'info' ? 'remark' : each)).join(', ') : '';
    at('many').textContent = all.length === 0 ? '' : '(' + all.length + ')';
    const rows = all.map((each) => {
      const pane = paneOf(each);
      const row = make(pane ? 'button' : 'div', 'finding');
      const sign = make('span', each.severity, SIGNS[each.severity]);
      sign.setAttribute('aria-hidden', 'true');
      const { place } = each;
      const where = place ? place.start.line + ':' + place.start.column : '';
      const whole = make('span', 'where', pane || !place ? where : place.path + ':' + where);
      const what = make('span', 'what', each.message);
      what.prepend(make('span', 'hidden', each.severity + ': '));
      if (each.note) what.append(make('span', 'advice', each.note));
      row.append(sign, whole, what, make('code', '', each.code));
      if (pane) {
        row.type = 'button';
        row.addEventListener('click', () => jump(each.number));
      }
      const item = make('li');
      item.append(row);
      return item;
    });
    const key = JSON.stringify(all);
    if (findingList.dataset.key === key) return;
    findingList.dataset.key = key;
    current = -1;
    findingList.replaceChildren(...(rows.length === 0 ? [make('li', 'empty', view ? 'Nothing was found.' : '')] : rows));
  }

  /** To the line of a finding; inList: and to its row. */
  function jump(number, inList = false) {
    const finding = found()[number];
    const pane = finding && paneOf(finding);
    if (!pane) return;
    current = number;
    findingList.querySelectorAll('.finding').forEach((row, i) => {
      if (i === number) row.setAttribute('aria-current', 'true');
      else row.removeAttribute('aria-current');
    });
    if (inList) {
      if (matchMedia('(max-width: 60rem)').matches) turnTo('findings');
      findingList.children[number].scrollIntoView({ block: 'nearest' });
    } else turnTo(pane);
    follow.lead(pane);
    go(at(pane), finding.place.start.line);
  }

  function step(by) {
    const numbers = found().map((each, i) => (paneOf(each) ? i : -1)).filter((i) => i >= 0);
    if (numbers.length === 0) return;
    const next = by > 0 ? numbers.find((i) => i > current) : numbers.findLast((i) => i < current);
    const number = next ?? (by > 0 ? numbers[0] : numbers.at(-1));
    jump(number);
    findingList.children[number].scrollIntoView({ block: 'nearest' });
  }

  function showReading() {
    const text = view && view.tei.text;
    const url = text === undefined ? undefined : '/read/' + encodeURIComponent(chosen) + '/';
    at('reading-link').hidden = frame.hidden = url === undefined;
    at('reading-note').hidden = url !== undefined;
    at('reading-note').textContent = 'There is nothing to read.';
    if (url === undefined || frame.dataset.read === text) return;
    at('reading-link').href = url;
    const isSame = frame.dataset.read !== '';
    frame.dataset.read = text;
    const inner = frame.contentWindow;
    const top = isSame ? inner.scrollY : 0;
    frame.addEventListener('load', () => inner.scrollTo({ top, behavior: 'instant' }), { once: true });
    inner.location.replace(url);
  }

  function turnTo(name) {
    document.body.dataset.view = name;
    for (const button of document.querySelectorAll('.views button')) button.setAttribute('aria-pressed', String(button.dataset.view === name));
  }

  for (const button of document.querySelectorAll('.views button')) button.addEventListener('click', () => turnTo(button.dataset.view));
  turnTo('transcription');
  at('filter').addEventListener('input', showFiles);
  addEventListener('hashchange', () => listing.files.some(({ path }) => path === named()) && choose(named(), false));

  addEventListener('keydown', (event) => {
    const { key, shiftKey, altKey } = event;
    const by = key === 'ArrowDown' ? 1 : key === 'ArrowUp' ? -1 : 0;
    const list = event.target.closest && event.target.closest('#files, #findings');
    if (key === 'F8') step(shiftKey ? -1 : 1);
    else if (by !== 0 && altKey) {
      const paths = [...fileList.querySelectorAll('button')].map(({ dataset }) => dataset.path);
      const next = paths[paths.indexOf(chosen) + by];
      if (next !== undefined) choose(next);
    } else if (by !== 0 && list && event.target.matches('button')) {
      const buttons = [...list.querySelectorAll('button')];
      const next = buttons[buttons.indexOf(event.target) + by];
      if (next) next.focus();
    } else return;
    event.preventDefault();
  });

  const events = new EventSource('/events');
  events.addEventListener('change', list);
  events.addEventListener('open', () => {
    isLost = false;
    list();
  });
  events.addEventListener('error', () => {
    isLost = true;
    showState();
  });
})();
`;
