/** A volume that is too long for a target -> a file for each document, and one that keeps the rest and says where each is. */
import { createSource, passingSource, placeAt, type Source } from '../../source/index.js';
import {
  type Attribute,
  attributeName,
  type Element,
  isPointer,
  parseXml,
  type XmlDocument,
  type XmlNode,
  xmlName,
} from '../../xml/index.js';
import { serializeXml } from '../../xml/serialize.js';
import type { TeiFile } from '../exporter.js';
import { elementsOf, plainName, type ReadDocument, readVolume } from '../reading/index.js';
import { uniqueNamer } from '../safe-name.js';
import { idsIn } from './outward-pointers.js';

/** Out: a splitter, which holds the parts of the last volume alone; they are made again when others are asked for. */
export function volumeSplitter(): (file: TeiFile) => readonly TeiFile[] | undefined {
  let last: { readonly file: TeiFile; readonly parts: readonly Part[] | undefined } | undefined;
  let parsed: { readonly source: Source; readonly tei: XmlDocument } | undefined;
  const partsOf = (file: TeiFile): readonly Part[] | undefined => {
    if (last?.file !== file) last = { file, parts: splitVolume(file) };
    return last.parts;
  };
  return (file) =>
    partsOf(file)?.map(({ path, name }, i) => {
      const textOf = () => partsOf(file)?.[i]?.source ?? createSource(path, '');
      const source = passingSource(path, textOf);
      return {
        path,
        name,
        source,
        /** Written and read again: its places are in its own text. */
        get tei() {
          if (parsed?.source !== source) {
            const tei = parseXml(source, () => undefined);
            if (!tei) throw new RangeError(`what was made of ${file.path} is not well-formed`);
            parsed = { source, tei };
          }
          return parsed.tei;
        },
      };
    });
}

interface Part {
  readonly path: string;
  readonly name: string;
  readonly source: Source;
}

/** Out: the frame first, then the documents; undefined where it is one document. */
function splitVolume(file: TeiFile): readonly Part[] | undefined {
  const documents = readVolume([file]).documents.filter(({ element }) => /^div\d?$/.test(plainName(element)));
  if (documents.length < 2) return undefined;
  const base = file.name.split('/').at(-1) ?? file.name;
  const namer = uniqueNamer();
  namer(base);
  const names = new Map(documents.map((document) => [document.element, namer(`${base}-${document.name}`)]));
  const { prolog, root } = file.tei;
  const header = elementsOf(root).find((child) => plainName(child) === 'teiHeader');
  const inHeader = header ? idsIn(header) : new Map<string, string>();
  const holders = new Map<string, string>();
  for (const { element } of documents)
    for (const id of idsIn(element).keys()) holders.set(id, names.get(element) ?? base);
  const pointingFrom = (own: string, element: Element): Element =>
    mapPointers(element, (word) => {
      const id = word.startsWith('#') ? word.slice(1) : '';
      if (id === '' || id.includes('(')) return word;
      const holder = holders.get(id) ?? base;
      return holder === own || (own !== base && inHeader.has(id)) ? word : `${holder}.xml#${id}`;
    });
  const frame = pointingFrom(base, replaced(root, new Map(documents.map((each) => [each.element, each])), names));
  const made = documents.map(({ element }): readonly [string, Element] => {
    const own = names.get(element) ?? base;
    const text = wrapped(root, 'text', [wrapped(root, 'body', [element])]);
    const attributes = root.attributes.filter(({ name }) => name.local !== 'id');
    return [own, pointingFrom(own, { ...root, attributes, children: [...(header ? [header] : []), text] })];
  });
  return [[base, frame] as const, ...made].map(([name, element]) => written(file, name, { prolog, root: element }));
}

function written(file: TeiFile, name: string, document: XmlDocument): Part {
  const folder = (path: string) => path.replace(/[^/\\]*$/, '');
  const path = `${folder(file.path)}${name}.xml`;
  return { path, name: `${folder(file.name)}${name}`, source: createSource(path, serializeXml(document)) };
}

/** Each document is a reference to its file. */
function replaced(
  element: Element,
  documents: ReadonlyMap<Element, ReadDocument>,
  names: ReadonlyMap<Element, string>,
): Element {
  const document = documents.get(element);
  if (document) {
    const path = `${names.get(element)}.xml`;
    const reference = wrapped(element, 'ref', [path], [{ name: attributeName('target'), value: path }]);
    const { number, title } = document;
    const head = wrapped(element, 'head', [number === undefined ? title : `${number}. ${title}`]);
    const kept = element.attributes.filter(
      ({ name }) => name.namespace === '' && /^(?:type|subtype|n)$/.test(name.local),
    );
    return { ...element, attributes: kept, children: [head, wrapped(element, 'p', [reference])] };
  }
  return {
    ...element,
    children: element.children.map((child) => (child.kind === 'element' ? replaced(child, documents, names) : child)),
  };
}

function wrapped(
  like: Element,
  name: string,
  children: readonly (Element | string)[],
  attributes: readonly Attribute[] = [],
): Element {
  const { place } = like;
  return {
    kind: 'element',
    name: xmlName(like.name.namespace, name, like.name.prefix),
    attributes,
    children: children.map(
      (child): XmlNode =>
        typeof child === 'string' ? { kind: 'text', text: child, place: placeAt(place.source, place.start) } : child,
    ),
    place,
  };
}

function mapPointers(element: Element, map: (word: string) => string): Element {
  return {
    ...element,
    attributes: element.attributes.map((attribute) =>
      attribute.value.includes('#') && isPointer(element.name.local, attribute.name)
        ? { ...attribute, value: attribute.value.replace(/\S+/g, map) }
        : attribute,
    ),
    children: element.children.map((child) => (child.kind === 'element' ? mapPointers(child, map) : child)),
  };
}
