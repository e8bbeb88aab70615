/** Pointers lead somewhere: `#id`, `other.xml#id`, `frus1958-60v05#d7`, and private schemes by `prefixDef` (TEI P5, 16.2). */
import type { Report } from '../diagnostic/index.js';
import { type Attribute, attributeValue, type Element, isPointer, valuePlace } from '../xml/index.js';
import { isDocument } from './documents.js';
import { ruleMessages } from './messages.js';
import type { Rule } from './rule.js';
import type { Surroundings } from './surroundings.js';
import { isListed, shapeOf, volumeAround, type Whereabouts } from './volume-around.js';

interface Pointer {
  readonly element: Element;
  readonly attribute: Attribute;
  readonly word: string;
}

/** A private scheme: `psn:JFK` is `persons.xml#JFK`. */
interface Prefix {
  readonly match: RegExp;
  readonly replacement: string;
}

const SCHEME = /^[A-Za-z][A-Za-z0-9+.-]*:/;
const PUBLIC =
  /^(?:https?|ftps?|sftp|file|mailto|tel|urn|doi|info|data|ark|hdl|geo|isbn|issn|news|nntp|ldap|git|ssh|ipfs|jar|about|javascript|x-[a-z-]+|[a-z]+:\/\/)/i;

/** Attributes whose value is an address: on others a bare word is most often a name of the edition's own. */
const ADDRESSES: ReadonlySet<string> = new Set(['target', 'targetEnd', 'ref', 'corresp', 'source', 'sameAs', 'copyOf']);

/** What lists of persons, terms and places are made of. */
const LISTED: ReadonlySet<string> = new Set(['person', 'persName', 'org', 'place', 'term', 'item', 'nym', 'category']);
/** A page of the volume; a document that is on one page has no break of its own. */
const PAGE = /^(?:pg|page|p)[-_.]?(?:\d+|[ivxlcdm]+)$/i;
/** Names and terms are keyed with lists; a file without any list has them elsewhere. */
const NAMES: ReadonlySet<string> = new Set(['gloss', 'term', 'orgName', 'placeName', 'name', 'rs']);

/** Persons have a rule of their own. */
export const PERSON_POINTERS: ReadonlySet<string> = new Set(['ref', 'corresp']);

export const pointers: Rule = {
  code: 'rule/pointer-unresolved',
  summary: 'Pointers lead to an element of this file or of another',
  severity: 'error',
  on: 'tei',
  begin({ surroundings, written }, report) {
    // What a conversion points to is for its edition to hold.
    if (!surroundings && !written) return undefined;
    const ids = new Set<string>();
    const shapes = new Set<string>();
    const found: Pointer[] = [];
    const prefixes = new Map<string, Prefix>();
    let documents = 0;
    let hasList = false;
    let hasPages = false;
    return {
      enter(element, at) {
        const { local } = element.name;
        if (local === 'pb') hasPages = true;
        if (local === 'prefixDef') addPrefix(element, prefixes);
        for (const attribute of element.attributes) {
          const { name, value } = attribute;
          if (name.local === 'id' && name.prefix === 'xml') {
            ids.add(value);
            hasList ||= LISTED.has(local);
            if (local === 'pb' || (local === 'div' && at.document === undefined)) shapes.add(shapeOf(value));
            if (at.document === undefined && isDocument(element)) documents++;
          } else if (value !== '' && isPointer(local, name) && !isOfOtherRule(element, attribute)) {
            if (value.includes(' ')) {
              for (const word of value.split(/\s+/)) if (word !== '') found.push({ element, attribute, word });
            } else found.push({ element, attribute, word: value });
          }
        }
      },
      end() {
        const leaving: Pointer[] = [];
        const ofVolume = volumeAround(ids, surroundings);
        const whereIs = ({ element }: Pointer, id: string): Whereabouts => {
          const isOfVolume =
            (documents < 2 && shapes.has(shapeOf(id))) || (documents === 1 && !hasPages && PAGE.test(id));
          // A file of several documents holds what it points to, unless a list says that the volume has more.
          if (isOfVolume || isListed(id, ids, surroundings)) return ofVolume(id);
          return !hasList && !surroundings?.listed && NAMES.has(element.name.local) ? 'elsewhere' : 'nowhere';
        };
        const resolve = resolver(ids, whereIs, prefixes, surroundings, report, (pointer) => leaving.push(pointer));
        for (const pointer of found) resolve(pointer);
        const [first] = leaving;
        if (!first) return;
        const { element, attribute, word } = first;
        const names = { pointer: word, attribute: attribute.name.local, element: element.name.local };
        const place = valuePlace(element, attribute, word);
        report(ruleMessages['pointer-leaves-file']({ ...names, count: leaving.length }, place));
      },
    };
  },
};

/** Pictures and persons are looked after by other rules. */
function isOfOtherRule({ name }: Element, attribute: Attribute): boolean {
  const { local } = attribute.name;
  if (name.local === 'persName') return PERSON_POINTERS.has(local);
  return (local === 'facs' || local === 'url') && !attribute.value.startsWith('#');
}

function addPrefix(element: Element, prefixes: Map<string, Prefix>): void {
  const ident = attributeValue(element, 'ident');
  const pattern = attributeValue(element, 'matchPattern');
  const replacement = attributeValue(element, 'replacementPattern');
  if (ident === undefined || pattern === undefined || replacement === undefined) return;
  try {
    prefixes.set(ident, { match: new RegExp(`^(?:${pattern})$`, 'u'), replacement });
  } catch {
    // An expression of XML Schema that is none here: its pointers are left alone.
    prefixes.set(ident, { match: /(?!)/, replacement });
  }
}

function resolver(
  ids: ReadonlySet<string>,
  whereIs: (pointer: Pointer, id: string) => Whereabouts,
  prefixes: ReadonlyMap<string, Prefix>,
  surroundings: Surroundings | undefined,
  report: Report,
  leave: (pointer: Pointer) => void,
): (pointer: Pointer) => void {
  const plain = new Map([...ids].map((id) => [plainly(id), id]));
  const files = new Map<string, ReadonlySet<string> | undefined>();
  const missing = new Map<string, number>();
  const unknown = new Set<string>();
  const idsOf = (file: string) => {
    if (!files.has(file)) files.set(file, surroundings?.idsOf(file));
    return files.get(file);
  };
  const resolve = (pointer: Pointer, word: string, hops: number): void => {
    const { element, attribute } = pointer;
    const place = () => valuePlace(element, attribute, pointer.word);
    const names = { pointer: pointer.word, attribute: attribute.name.local, element: element.name.local };
    const hash = word.indexOf('#');
    const [file, id] = hash < 0 ? [word, ''] : [word.slice(0, hash), word.slice(hash + 1)];
    if (id.includes('(')) return;
    if (SCHEME.test(word) && !/^[A-Za-z]:[\\/]/.test(word)) {
      const prefix = word.slice(0, word.indexOf(':'));
      const rest = word.slice(prefix.length + 1);
      const private_ = prefixes.get(prefix);
      if (private_ && hops < 3) {
        if (private_.match.test(rest)) resolve(pointer, rest.replace(private_.match, private_.replacement), hops + 1);
      } else if (!private_ && !PUBLIC.test(word) && !unknown.has(prefix)) {
        unknown.add(prefix);
        report(ruleMessages['prefix-undeclared']({ ...names, prefix }, place()));
      }
      return;
    }
    if (file === '') {
      if (id === '' || ids.has(id) || surroundings?.listed?.has(id)) return;
      const where = whereIs(pointer, id);
      if (where === 'elsewhere') leave(pointer);
      else if (where === 'nowhere')
        report(ruleMessages['pointer-unresolved']({ ...names, near: plain.get(plainly(id)) }, place()));
      return;
    }
    const isAddress = hash >= 0 || /[./]/.test(file) || ADDRESSES.has(attribute.name.local);
    if (!isAddress) return;
    if (hash < 0 && ids.has(file)) {
      const text = `#${file}`;
      const at = place();
      report(
        ruleMessages['pointer-without-hash'](names, at, {
          fix: { message: `write "${text}"`, edits: [{ place: at, text }] },
        }),
      );
      return;
    }
    if (!surroundings || file.startsWith('/')) return;
    const there = idsOf(file);
    if (there) {
      if (id !== '' && !there.has(id)) report(ruleMessages['id-not-in-file']({ ...names, id, file }, place()));
      return;
    }
    if (surroundings.hasFile(file)) return;
    const count = missing.get(file) ?? 0;
    missing.set(file, count + 1);
    if (count > 0) return;
    if (/\.[A-Za-z]\w{1,4}$/.test(file)) report(ruleMessages['file-not-found']({ ...names, file }, place()));
    else report(ruleMessages['volume-not-found']({ ...names, file }, place()));
  };
  return (pointer) => resolve(pointer, pointer.word, 0);
}

/** Names that differ in case and hyphens only are one name misspelt. */
function plainly(id: string): string {
  return id.toLowerCase().replace(/[-_.]/g, '');
}
