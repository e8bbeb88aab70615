/** Events of a document with inclusions -> events with what they include, each placed in its own file (XInclude 1.0). */
import type { Report } from '../diagnostic/index.js';
import { type Place, placeAt, type Source } from '../source/index.js';
import type { XmlEvent, XmlSink } from './events.js';
import { xmlMessages } from './messages.js';
import { XML_NAMESPACE } from './names.js';
import { type ScanOptions, scanXml } from './scan.js';

export const XINCLUDE_NAMESPACE = 'http://www.w3.org/2001/XInclude';

/** Reads the file that `href` names, seen from the file `base`; undefined where it cannot be had. */
export type ReadIncluded = (href: string, base: string) => Source | undefined;

type StartTag = XmlEvent & { readonly kind: 'startTag' };

/** Files within one another; more are a loop that changes its name. */
const DEEPEST = 40;

/** What is being included, outermost first: a file, or an element of one. */
interface Chain {
  readonly key: string;
  readonly outer: Chain | undefined;
  readonly depth: number;
}

/**
 * Scans a document as `scanXml` does, with its inclusions resolved: whole files, elements by their `xml:id`, files as
 * text; where one cannot be had, its fallback. No `xml:base` is added to what is included.
 */
export function scanWithInclusions(
  source: Source,
  sink: XmlSink,
  report: Report,
  read: ReadIncluded,
  options: ScanOptions = {},
): boolean {
  const inclusion = new Inclusion(report, read);
  const chain = { key: source.path, outer: undefined, depth: 0 };
  const ok = scanXml(source, inclusion.resolving(sink, chain), report, options);
  return ok && !inclusion.failed;
}

class Inclusion {
  failed = false;
  readonly #report: Report;
  readonly #read: ReadIncluded;

  constructor(report: Report, read: ReadIncluded) {
    this.#report = report;
    this.#read = read;
  }

  /** A sink that resolves inclusions before `sink` gets the events. */
  resolving(sink: XmlSink, chain: Chain): XmlSink {
    /** Of each open element from the outermost inclusion on: what is done with what it holds. */
    const open: ('pass' | 'drop' | 'fall back' | 'fallen back')[] = [];
    const takeStartTag = (event: StartTag): void => {
      const around = open[open.length - 1] ?? 'pass';
      const isOurs = event.name.namespace === XINCLUDE_NAMESPACE;
      if (around === 'drop' || around === 'fallen back') open.push('drop');
      else if (around === 'fall back') {
        const isFallback = isOurs && event.name.local === 'fallback';
        if (isFallback) open[open.length - 1] = 'fallen back';
        open.push(isFallback ? 'pass' : 'drop');
      } else if (isOurs && event.name.local === 'include') {
        open.push(this.#include(event, sink, chain) ? 'drop' : 'fall back');
      } else if (isOurs) {
        this.#misuse(event, `"${event.name.local}" stands outside of "include"`);
        open.push('drop');
      } else {
        if (open.length > 0) open.push('pass');
        sink(event);
      }
    };
    /** Start tags of the inclusions in hand, for those that have no fallback. */
    const included: StartTag[] = [];
    return (event) => {
      if (event.kind === 'startTag') {
        takeStartTag(event);
        if (open[open.length - 1] === 'fall back') included.push(event);
      } else if (event.kind === 'endTag' && open.length > 0) {
        const state = open.pop();
        const isInclude = event.name.namespace === XINCLUDE_NAMESPACE;
        if (state === 'fall back' || state === 'fallen back') {
          const tag = included.pop();
          if (state === 'fall back' && tag) this.#missing(tag);
        } else if (state === 'pass' && !(isInclude && event.name.local === 'fallback')) sink(event);
      } else if ((open[open.length - 1] ?? 'pass') === 'pass') sink(event);
    };
  }

  /** Sends what is included; false where it cannot be had, so that the fallback is looked for. */
  #include(tag: StartTag, sink: XmlSink, chain: Chain): boolean {
    const value = (name: string) => tag.attributes.find((a) => a.name.namespace === '' && a.name.local === name)?.value;
    const href = value('href') ?? '';
    const pointer = value('xpointer');
    const parse = value('parse') ?? 'xml';
    const id = pointer === undefined ? undefined : /^(?:element\()?([^\s()/]+)\)?$/.exec(pointer)?.[1];
    const wrong =
      parse !== 'xml' && parse !== 'text'
        ? `parse="${parse}"; expected "xml" or "text"`
        : href.includes('#')
          ? 'a fragment stands in "href"; expected it in "xpointer"'
          : href === '' && (pointer === undefined || parse === 'text')
            ? 'it names no file'
            : pointer !== undefined && id === undefined
              ? `xpointer="${pointer}"; expected the xml:id of an element`
              : undefined;
    if (wrong !== undefined) {
      this.#misuse(tag, wrong);
      return true;
    }
    const source = href === '' ? tag.source : this.#read(href, tag.source.path);
    if (!source) return false;
    if (parse === 'text') {
      const { text } = source;
      if (text !== '') sink({ kind: 'text', source, text, start: 0, end: text.length });
      return true;
    }
    return this.#includeXml(tag, source, id, sink, chain);
  }

  #includeXml(tag: StartTag, source: Source, id: string | undefined, sink: XmlSink, outer: Chain): boolean {
    const key = id === undefined ? source.path : `${source.path}#${id}`;
    for (let link: Chain | undefined = outer; link; link = link.outer) {
      if (link.key !== key && outer.depth < DEEPEST) continue;
      this.failed = true;
      this.#report(xmlMessages['include-loop']({ file: key }, placeOf(tag)));
      return true;
    }
    const chain = { key, outer, depth: outer.depth + 1 };
    const inner = this.resolving(sink, chain);
    const selected = id === undefined ? undefined : selecting(id, inner);
    if (!scanXml(source, selected?.sink ?? inner, this.#report)) this.failed = true;
    return selected?.found() ?? true;
  }

  #missing(tag: StartTag): void {
    const href = tag.attributes.find((a) => a.name.local === 'href')?.value ?? '';
    const pointer = tag.attributes.find((a) => a.name.local === 'xpointer')?.value;
    this.failed = true;
    this.#report(xmlMessages['include-not-found']({ href, pointer }, placeOf(tag)));
  }

  #misuse(tag: StartTag, detail: string): void {
    this.failed = true;
    this.#report(xmlMessages['include-malformed']({ detail }, placeOf(tag)));
  }
}

function placeOf({ source, start, end }: StartTag): Place {
  return placeAt(source, start, end);
}

/** Lets through the element with this `xml:id` and what it holds. */
function selecting(id: string, sink: XmlSink): { readonly sink: XmlSink; found(): boolean } {
  let depth = 0;
  let found = false;
  return {
    sink(event) {
      if (event.kind === 'startTag') {
        const isIt = event.attributes.some(
          ({ name, value }) => name.local === 'id' && name.namespace === XML_NAMESPACE && value === id,
        );
        if (depth > 0 || (isIt && !found)) depth++;
        if (depth === 1 && isIt) found = true;
      }
      if (depth > 0) sink(event);
      if (event.kind === 'endTag' && depth > 0) depth--;
    },
    found: () => found,
  };
}
