/** Events of a document -> diagnostics: the automaton is driven, and brought back on the way after a mistake (RELAX NG 1.0, section 6; recovery as in jing). */
import type { Report } from '../diagnostic/index.js';
import { type Place, placeAt, type Source, textBetween } from '../source/index.js';
import type { PlainSink, XmlAttribute, XmlEvent, XmlSink } from '../xml/index.js';
import { type Automaton, REFUSED } from './automaton.js';
import { beginAnew } from './begin-anew.js';
import { byteLoopOf } from './byte-answers.js';
import type { ValueContext } from './datatypes/index.js';
import { isBlank } from './datatypes/white-space.js';
import { type EndTag, incompleteElement, refuseElement, type StartTag } from './element-mistakes.js';
import { checkIds } from './ids.js';
import { MOST_STATES } from './limits.js';
import { OpenElements } from './open-elements.js';
import { NOTHING } from './state.js';
import { validationMessages as messages } from './validation-messages.js';
import { missingAttributes, refusedAttribute, refusedContent, refusedText, refusedValue } from './value-mistakes.js';

export { compileGrammar } from './automaton.js';

export interface Validation {
  readonly sink: XmlSink;
  /** Takes what needs no event, in turn with `sink`: the state is the same for both. */
  plain(): PlainSink;
  /** To be called after the last event of a whole document: references to IDs, a document without root. */
  finish(): void;
}

export interface ValidationOptions {
  /** Is this an unparsed entity of the document (datatypes ENTITY and ENTITIES)? None is by default. */
  readonly isUnparsedEntity?: (name: string) => boolean;
  /** From so many states on the automaton begins anew. */
  readonly mostStates?: number;
}

type Text = Extract<XmlEvent, { kind: 'text' }>;

/** Validates one document against a compiled grammar: give the events to `sink`, then call `finish`. */
export function validateRelaxNg(shared: Automaton, report: Report, options: ValidationOptions = {}): Validation {
  let automaton = shared;
  let mostStates = options.mostStates ?? MOST_STATES;
  // The same in every automaton of the grammar.
  const { idTypes } = automaton;
  const { symbols } = automaton.grammar;
  let namespaces: ReadonlyMap<string, string> = new Map();
  const context: ValueContext = {
    get namespaces() {
      return namespaces;
    },
    isUnparsedEntity: options.isUnparsedEntity ?? (() => false),
  };
  const ids = checkIds(report);
  const elements = new OpenElements();
  let state = automaton.start;
  let rootSeen = false;
  let failed = false;
  /** Text that may be a value, in pieces: it is judged when the next tag comes. */
  let text = '';
  let textPlace: Place | undefined;
  let textReported = false;

  /** After a mistake, until the schema is found again, nothing that is said would help. */
  const isLost = () => failed && state === NOTHING;
  const fail: Report = (diagnostic) => {
    failed = true;
    report(diagnostic);
  };
  const passMixedText = (found: string, source: Source, start: number, end: number): void => {
    const next = automaton.passText(state);
    if (next === state || isBlank(found)) return;
    if (next !== REFUSED) {
      state = next;
      return;
    }
    const open = elements.current();
    if (isLost() || textReported || !open) return;
    textReported = true;
    elements.excuse(state);
    fail(refusedText(automaton, state, open.tag, found, trimPlace(placeAt(source, start, end))));
  };

  const takeText = ({ text: found, source, start, end }: Text): void => {
    if (state === NOTHING) return;
    if (!automaton.hasData(state)) {
      passMixedText(found, source, start, end);
      return;
    }
    text += found;
    textPlace = textPlace?.source === source ? placeAt(source, textPlace.start, end) : placeAt(source, start, end);
  };

  /** What was learnt is forgotten; what is open stays. */
  const forgetLearnt = (): void => {
    const anew = beginAnew(automaton);
    state = anew.state(state);
    elements.renumber(anew.state, anew.opening);
    ({ automaton } = anew);
    // A document may have so many elements open that no less will do.
    mostStates = Math.max(mostStates, 2 * automaton.states.size);
  };

  const takeStartTag = (tag: StartTag): void => {
    if (automaton.states.size > mostStates && !plainSink) forgetLearnt();
    if (textPlace !== undefined) passMixedText(text, textPlace.source, textPlace.start, textPlace.end);
    forgetText();
    const symbol = symbols.of(tag.name.namespace, tag.name.local);
    let opening = automaton.openings.open(state, symbol);
    let renamed = false;
    if (opening === REFUSED) ({ opening, renamed } = recoverElement(tag, symbol));
    elements.push(tag.name, opening, tag.source, tag.namespaces, tag.start, tag.end);
    state = automaton.openings.at(opening).content;
    takeAttributes(tag, symbol, renamed ? () => {} : fail);
  };

  const recoverElement = (tag: StartTag, symbol: number): { readonly opening: number; readonly renamed: boolean } => {
    if (isLost()) return { opening: automaton.openings.recover(state, symbol).opening, renamed: false };
    const refused = refuseElement(automaton, state, tag, symbol, elements.current());
    const { diagnostic, opening, taken, renamed, awaited } = refused;
    const { code } = diagnostic;
    const isSaid =
      (code === 'rng/element-not-allowed-yet' && elements.isExcused(state)) ||
      (code === 'rng/element-not-allowed-any-more' && elements.isLate(symbol));
    if (!isSaid) fail(diagnostic);
    if (!isSaid && awaited) elements.await(awaited);
    if (!taken) elements.excuse(state);
    return { opening, renamed };
  };

  const takeAttributes = (tag: StartTag, element: number, tell: Report): void => {
    const before = state;
    const plan = automaton.planAttributes(state);
    const idKinds = idTypes.of(element);
    let found = 0;
    let inConflict = false;
    let refused: readonly XmlAttribute[] | undefined;
    namespaces = tag.namespaces;
    state = plan.rest;
    for (const attribute of tag.attributes) {
      const { name, value } = attribute;
      const symbol = symbols.of(name.namespace, name.local);
      const kind = idKinds?.get(symbol);
      if (kind !== undefined) ids.see(kind, tag, attribute);
      if (before === NOTHING) continue;
      const free = plan.free.get(symbol);
      if (free !== undefined) {
        if (free.required) found++;
        if (!automaton.matchValue(free.value, value, context)) {
          tell(refusedValue(automaton, tag, attribute, [automaton.grammar.table.at(free.value)]));
        }
        continue;
      }
      const choice = automaton.takeAttribute(state, symbol);
      if (choice === REFUSED) {
        const open = { tag, opening: elements.opening ?? 0 };
        const mistake = refusedAttribute(automaton, before, open, attribute, symbol);
        // Of two attributes that stand for one another's rival, one report says enough.
        const isConflict = mistake.code === 'rng/attribute-conflict';
        if (!(isConflict && inConflict)) tell(mistake);
        inConflict ||= isConflict;
        refused = [...(refused ?? []), attribute];
        continue;
      }
      const next = automaton.passAttribute(choice, value, context);
      if (next === REFUSED) {
        const { values, next: all } = automaton.attributeChoice(choice);
        tell(refusedValue(automaton, tag, attribute, values.map(automaton.grammar.table.at)));
        state = automaton.states.unite(all);
      } else state = next;
    }
    if (before === NOTHING) return;
    const closed = automaton.closeAttributes(state);
    if (found < plan.required || closed === REFUSED) {
      const mistake = missingAttributes(automaton, found < plan.required ? before : state, tag, refused);
      if (mistake) tell(mistake);
      state = automaton.forgiveAttributes(state);
    } else state = closed;
  };

  const takeEndTag = (event: EndTag): void => {
    const { opening } = elements;
    if (opening === undefined) return;
    const hasData = automaton.hasData(state);
    namespaces = elements.namespaces;
    const back = hasData
      ? automaton.openings.closeWithText(state, opening, text, context)
      : automaton.openings.close(state, opening);
    const refused = back === REFUSED && !isLost() && !elements.isExcused(state);
    const tag = refused ? elements.current()?.tag : undefined;
    if (tag) {
      const place = isBlank(text) ? placeAt(event.source, event.start, event.end) : textPlace;
      if (hasData) fail(refusedContent(automaton, state, tag, text, place && trimPlace(place)));
      else fail(incompleteElement(automaton, state, tag, event));
    }
    state = back === REFUSED ? automaton.openings.abandon(state, opening) : back;
    elements.pop();
    forgetText();
  };

  const forgetText = (): void => {
    text = '';
    textPlace = undefined;
    textReported = false;
  };

  let plainSink: PlainSink | undefined;
  const makePlain = (): PlainSink => ({
    loop: byteLoopOf(automaton),
    takeId: (bytes, from, to, hash, start, end) => ids.seeBytes(bytes, from, to, hash, elements.source, start, end),
    get state() {
      return state;
    },
    get opening() {
      return elements.opening ?? 0;
    },
    close: () => elements.pop(),
    open: (name, opening, start, end) => elements.push(name, opening, elements.source, elements.namespaces, start, end),
    settle(now, lastChild, hadTag) {
      state = now;
      if (lastChild !== 'as before') elements.lastChild = lastChild;
      if (hadTag) textReported = false;
    },
  });

  return {
    plain() {
      plainSink ??= makePlain();
      return plainSink;
    },
    sink(event) {
      switch (event.kind) {
        case 'startTag':
          rootSeen = true;
          takeStartTag(event);
          return;
        case 'endTag':
          takeEndTag(event);
          return;
        case 'text':
          takeText(event);
          return;
        case 'comment':
        case 'processingInstruction':
          return;
      }
    },
    finish() {
      if (!rootSeen) report(messages['root-missing']({}));
      else if (elements.depth === 0) ids.finish();
    },
  };
}

/** The same place without the white space at its ends. */
function trimPlace({ source, start, end }: Place): Place {
  const text = textBetween(source, start, end);
  let [first, last] = [0, text.length];
  while (first < last && isBlank(text.charAt(first))) first++;
  while (last > first && isBlank(text.charAt(last - 1))) last--;
  return placeAt(source, start + first, start + last);
}
