/** Senders and addressees -> a picture of who wrote to whom, laid out by forces, and the table that says the same. */
import type { Simulation, SimulationLinkDatum, SimulationNodeDatum } from 'd3-force';
import type { ReadParty } from '../reading/index.js';
import { html, type Markup, trusted } from './markup.js';
import { writePage } from './page.js';
import type { Site } from './site.js';

const WIDTH = 960;
const HEIGHT = 640;
/** More would be a thicket; the table has all. */
const MOST_NODES = 50;
const MOST_LABELS = 24;
const TICKS = 300;

interface Correspondent {
  readonly key: string;
  readonly name: string;
  count: number;
}

interface Exchange {
  readonly from: Correspondent;
  readonly to: Correspondent;
  count: number;
}

interface Placed extends SimulationNodeDatum {
  readonly who: Correspondent;
}

export async function writeNetwork(site: Site): Promise<string> {
  const { who, exchanges } = correspondents(site);
  const rows = exchanges.map(
    ({ from, to, count }) =>
      html`<tr><td>${nameOf(from, site)}</td><td>${nameOf(to, site)}</td><td class="count">${count}</td></tr>\n`,
  );
  const shown = who.slice(0, MOST_NODES);
  const main = html`<h1>Network of correspondents</h1>
<p>A line is drawn from who wrote to who was written to, the thicker the more documents; the arrow says which way.${who.length > shown.length && ` The picture has the ${shown.length} with most documents; the table has all ${who.length}.`}</p>
<div class="picture-wide">${await drawNetwork(shown, exchanges)}</div>
<table class="records"><caption>Who wrote to whom</caption><thead><tr><th scope="col">From</th><th scope="col">To</th><th scope="col" class="count">Documents</th></tr></thead><tbody>
${rows}</tbody></table>
`;
  return writePage({ title: 'Network of correspondents', base: '', main, current: 'network.html' }, site);
}

function nameOf({ key, name }: Correspondent, { volume, has }: Site): Markup {
  return has.persons && volume.persons.has(key)
    ? html`<a href="persons.html#${encodeURIComponent(key)}">${name}</a>`
    : html`${name}`;
}

/** Those with most documents first. */
function correspondents({ volume }: Site): {
  readonly who: readonly Correspondent[];
  readonly exchanges: readonly Exchange[];
} {
  const who = new Map<string, Correspondent>();
  const exchanges = new Map<string, Exchange>();
  const find = ({ key, name }: ReadParty): Correspondent => {
    const id = key ?? name;
    const known = who.get(id) ?? { key: id, name: volume.persons.get(id)?.name ?? name, count: 0 };
    who.set(id, known);
    known.count++;
    return known;
  };
  for (const { senders, addressees } of volume.documents) {
    if (senders.length === 0 || addressees.length === 0) continue;
    const to = addressees.map(find);
    for (const from of senders.map(find)) {
      for (const each of to) {
        const id = JSON.stringify([from.key, each.key]);
        const known = exchanges.get(id) ?? { from, to: each, count: 0 };
        exchanges.set(id, known);
        known.count++;
      }
    }
  }
  const most = (a: { readonly count: number }, b: { readonly count: number }) => b.count - a.count;
  return { who: [...who.values()].sort(most), exchanges: [...exchanges.values()].sort(most) };
}

async function drawNetwork(who: readonly Correspondent[], exchanges: readonly Exchange[]): Promise<Markup> {
  const { forceCenter, forceCollide, forceLink, forceManyBody, forceSimulation, forceX, forceY } = await import(
    'd3-force'
  );
  const nodes: Placed[] = who.map((each) => ({ who: each }));
  const byKey = new Map(nodes.map((node) => [node.who.key, node]));
  const links = exchanges.flatMap(({ from, to, count }) => {
    const source = byKey.get(from.key);
    const target = byKey.get(to.key);
    return source && target && source !== target ? [{ source, target, count }] : [];
  });
  const simulation: Simulation<Placed, SimulationLinkDatum<Placed>> = forceSimulation<Placed>(nodes)
    .force('link', forceLink<Placed, SimulationLinkDatum<Placed>>(links).distance(110))
    .force('charge', forceManyBody<Placed>().strength(-320))
    .force(
      'collide',
      forceCollide<Placed>().radius((node) => radiusOf(node.who) + 14),
    )
    .force('x', forceX<Placed>().strength(0.08))
    .force('y', forceY<Placed>().strength(0.14))
    .force('center', forceCenter<Placed>())
    .stop();
  simulation.tick(TICKS);
  const at = fitted(nodes);
  const lines = links.map(({ source, target, count }) => {
    const [x1, y1] = at(source);
    const [x2, y2] = at(target);
    // Both ways are two lines, each bent to its own side.
    const [mx, my] = [(x1 + x2) / 2 + (y2 - y1) * 0.08, (y1 + y2) / 2 - (x2 - x1) * 0.08];
    // The head of the arrow ends at the dot.
    const far = Math.max(1, Math.hypot(x2 - mx, y2 - my));
    const back = (radiusOf(target.who) + 2) / far;
    const [ex, ey] = [x2 - (x2 - mx) * back, y2 - (y2 - my) * back];
    return html`<path marker-end="url(#_arrow)" d="M${round(x1)} ${round(y1)}Q${round(mx)} ${round(my)} ${round(ex)} ${round(ey)}" stroke-width="${round(Math.min(7, 0.8 + Math.sqrt(count) * 0.6))}"><title>${source.who.name} to ${target.who.name}: ${count}</title></path>\n`;
  });
  const dots = nodes.map((node) => {
    const [x, y] = at(node);
    return html`<circle cx="${round(x)}" cy="${round(y)}" r="${round(radiusOf(node.who))}"><title>${node.who.name}: ${node.who.count}</title></circle>\n`;
  });
  const labels = placeLabels(
    nodes.map((node) => {
      const [x, y] = at(node);
      return { text: shortened(node.who.name), x, y, radius: radiusOf(node.who) };
    }),
  );
  return html`<svg class="network" viewBox="0 0 ${WIDTH} ${HEIGHT}" aria-hidden="true" focusable="false">\n${ARROW}${lines}${dots}${labels}</svg>`;
}

interface Label {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly radius: number;
}

interface Box {
  readonly left: number;
  readonly right: number;
  readonly base: number;
}

const LETTER = 6.4;
const LINE = 14;

/** Above its dot, or below; not at all where it would cover another one: the dot's tooltip and the table have the name. */
function placeLabels(labels: readonly Label[]): readonly Markup[] {
  const taken: Box[] = labels.map(({ x, y, radius }) => ({ left: x - radius, right: x + radius, base: y + radius }));
  const free = (box: Box, own: Box | undefined) =>
    taken.every(
      (each) => each === own || box.right < each.left || box.left > each.right || Math.abs(box.base - each.base) > LINE,
    );
  return labels.slice(0, MOST_LABELS).flatMap(({ text, x, y, radius }, i) => {
    const half = (text.length * LETTER) / 2;
    const base = [y - radius - 5, y + radius + 13].find((each) =>
      free({ left: x - half, right: x + half, base: each }, taken[i]),
    );
    if (base === undefined) return [];
    taken.push({ left: x - half, right: x + half, base });
    return [html`<text x="${round(x)}" y="${round(base)}">${text}</text>\n`];
  });
}

/** Of one size, whatever the line. */
const ARROW = trusted(
  '<defs><marker id="_arrow" viewBox="0 0 10 10" refX="9" refY="5" markerWidth="9" markerHeight="9" markerUnits="userSpaceOnUse" orient="auto"><path d="M0 1L10 5L0 9z"/></marker></defs>\n',
);

const MARGIN_X = 110;
const MARGIN_Y = 40;

function fitted(nodes: readonly Placed[]): (node: Placed) => readonly [number, number] {
  const xs = nodes.map(({ x = 0 }) => x);
  const ys = nodes.map(({ y = 0 }) => y);
  const [left, top] = [Math.min(...xs), Math.min(...ys)];
  const [width, height] = [Math.max(1, Math.max(...xs) - left), Math.max(1, Math.max(...ys) - top)];
  return ({ x = 0, y = 0 }) => [
    MARGIN_X + ((x - left) / width) * (WIDTH - 2 * MARGIN_X),
    MARGIN_Y + ((y - top) / height) * (HEIGHT - 2 * MARGIN_Y),
  ];
}

function radiusOf({ count }: Correspondent): number {
  return Math.min(22, 3 + Math.sqrt(count) * 1.4);
}

const LONGEST_LABEL = 32;

function shortened(name: string): string {
  return name.length > LONGEST_LABEL ? `${name.slice(0, LONGEST_LABEL - 1)}…` : name;
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
