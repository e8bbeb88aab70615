/** `correspDesc` agrees with the letter that it describes: its date with the dateline, its sender with the signature (TEI P5, 2.4.6). */
import { isForename, isFormOf } from '../authority/index.js';
import { attributeValue, descendants, type Element, textContent, valuePlace } from '../xml/index.js';
import { ruleMessages } from './messages.js';
import { tagPlace } from './places.js';
import type { Rule } from './rule.js';

export const correspondence: Rule = {
  code: 'rule/correspondence-differs',
  summary: 'correspDesc agrees with the dateline and the signature',
  severity: 'warning',
  on: 'tei',
  begin({ document: { root } }, report) {
    const described: Element[] = [];
    const byId = new Map<string, Element>();
    const letters: Element[] = [];
    return {
      enter(element) {
        const { local } = element.name;
        if (local === 'correspDesc') described.push(element);
        if (local !== 'div' && local !== 'floatingText' && local !== 'text' && local !== 'TEI') return;
        const id = attributeValue(element, 'xml:id');
        if (id !== undefined) byId.set(id, element);
        if (local === 'div' || local === 'floatingText') letters.push(element);
      },
      end() {
        const owned = new Set(described.flatMap((desc) => idOf(desc) ?? []));
        for (const desc of described) {
          const id = idOf(desc);
          const letter = id === undefined ? onlyLetter(described, letters, root) : byId.get(id);
          const sent = childrenNamed(desc, 'correspAction').find((action) => attributeValue(action, 'type') === 'sent');
          if (!letter || !sent) continue;
          const parts = [...ownParts(letter, owned, id)];
          compareDates(sent, parts);
          compareNames(sent, parts);
        }
      },
    };

    function compareDates(sent: Element, parts: readonly Element[]): void {
      const [date] = childrenNamed(sent, 'date');
      const attribute = date?.attributes.find(({ name }) => name.local === 'when');
      if (!date || !attribute) return;
      const datelines = parts.filter(({ name }) => name.local === 'dateline');
      const written = datelines.flatMap((line) =>
        [...descendants(line)].filter((element) => element.name.local === 'date' && attributeValue(element, 'when')),
      );
      const values = written.map((element) => attributeValue(element, 'when') ?? '');
      if (values.length === 0 || values.some((value) => agree(value, attribute.value))) return;
      const [first] = written;
      const related = first && [{ message: 'the dateline of the letter', place: tagPlace(first) }];
      report(
        ruleMessages['correspondence-date-differs'](
          { value: attribute.value, dateline: values[0] ?? '' },
          valuePlace(date, attribute),
          related && { related },
        ),
      );
    }

    function compareNames(sent: Element, parts: readonly Element[]): void {
      const senders = childrenNamed(sent, 'persName');
      const signers = parts
        .filter(({ name }) => name.local === 'signed')
        .flatMap((signed) => [...descendants(signed)].filter(({ name }) => name.local === 'persName'));
      const [sender] = senders;
      const [signer] = signers;
      if (!sender || !signer) return;
      const names = senders.map(keyAndWords);
      const signed = signers.map(keyAndWords);
      const same = signed.some((one) => names.some((other) => isSamePerson(one, other)));
      if (same || names.some(({ words }) => words.length === 0) || signed.some(({ words }) => words.length === 0))
        return;
      report(
        ruleMessages['correspondence-differs'](
          { sender: oneLine(sender), signature: oneLine(signer) },
          tagPlace(sender),
          { related: [{ message: 'the signature of the letter', place: tagPlace(signer) }] },
        ),
      );
    }
  },
};

const DATE = /^-?\d{4,}(?:-\d\d|$)/;

function childrenNamed({ children }: Element, local: string): readonly Element[] {
  return children.flatMap((child) => (child.kind === 'element' && child.name.local === local ? [child] : []));
}

/** The letter that a `correspDesc` points to. */
function idOf(desc: Element): string | undefined {
  return /^#(\S+)/.exec(attributeValue(desc, 'corresp') ?? '')?.[1];
}

/** Without a pointer, the one description is of the one letter. */
function onlyLetter(described: readonly Element[], letters: readonly Element[], root: Element): Element | undefined {
  return described.length === 1 && letters.length <= 1 ? (letters[0] ?? root) : undefined;
}

/** The elements of a letter without those of letters in it that have descriptions of their own. */
function* ownParts(letter: Element, owned: ReadonlySet<string>, own: string | undefined): Generator<Element> {
  for (const child of letter.children) {
    if (child.kind !== 'element') continue;
    const id = attributeValue(child, 'xml:id');
    if (child.name.local === 'teiHeader' || child.name.local === 'floatingText') continue;
    if (id !== undefined && id !== own && owned.has(id)) continue;
    yield child;
    yield* ownParts(child, owned, own);
  }
}

/** As far as both go. What is no date at all is for the schema to say. */
function agree(a: string, b: string): boolean {
  if (!DATE.test(a) || !DATE.test(b)) return true;
  const [one, other] = [a.slice(0, 10), b.slice(0, 10)];
  const length = Math.min(one.length, other.length);
  return one.slice(0, length) === other.slice(0, length);
}

interface KeyedName {
  readonly key: string | undefined;
  readonly words: readonly string[];
}

/** `McG. B.`, `A.H.` may be of many. */
const INITIALS = /^\s*(?:\p{Lu}\p{L}{0,3}\.\s*){2,5}$/u;

function keyAndWords(element: Element): KeyedName {
  const key = attributeValue(element, 'ref') ?? attributeValue(element, 'corresp') ?? attributeValue(element, 'key');
  const name = withoutRoles(element);
  const words = (INITIALS.test(name) ? '' : name)
    .normalize('NFD')
    .toLowerCase()
    .match(/\p{L}[\p{L}\p{M}]+/gu);
  return { key: key?.replace(/^.*#/, ''), words: words ?? [] };
}

/** The name alone: one who is named by an office cannot be told from another. */
function withoutRoles(element: Element): string {
  return element.children
    .map((child) => {
      if (child.kind === 'text') return child.text;
      return child.kind === 'element' && child.name.local !== 'roleName' && child.name.local !== 'note'
        ? withoutRoles(child)
        : ' ';
    })
    .join('');
}

/** One key, or a word of the name in common: `N. Khrushchev` is `Nikita Khrushchev`; `Jack` is `John F. Kennedy`, and may be `President Kennedy`. */
function isSamePerson(signed: KeyedName, sender: KeyedName): boolean {
  if (signed.key !== undefined && sender.key !== undefined) return signed.key === sender.key;
  if (signed.words.some((word) => sender.words.includes(word))) return true;
  const [forename, another] = signed.words;
  if (forename === undefined || another !== undefined || !isForename(forename)) return false;
  return sender.words.length === 1 || sender.words.some((word) => isFormOf(word, forename));
}

function oneLine(element: Element): string {
  return textContent(element).replace(/\s+/g, ' ').trim();
}
