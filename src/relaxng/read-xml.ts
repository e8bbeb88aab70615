/** RELAX NG in XML syntax -> the schema as it is written (RELAX NG 1.0, section 3, with 4.1 to 4.5 and 4.8 to 4.10). */
import type { Report } from '../diagnostic/index.js';
import { placeAt, type Source } from '../source/index.js';
import { RELAXNG_NAMESPACE, scanXml, writtenName, type XmlEvent } from '../xml/index.js';
import { nearestName } from './alternatives.js';
import { closeFrame } from './close-frame.js';
import { MAX_DEPTH } from './limits.js';
import { schemaMessages } from './messages.js';
import { ANNOTATIONS_NAMESPACE, type Pattern } from './schema.js';
import { type Frame, type Inherited, openFrame, type StartTag, trimXml } from './xml-frame.js';
import { elementNames, elementRule, isPatternElement, roleOfChild } from './xml-syntax.js';

type Text = Extract<XmlEvent, { kind: 'text' }>;

/**
 * Reads a schema in XML syntax. In: its text, and the namespace that names without prefix are in where it has no `ns`
 * (that of the schema that includes it). Out: its root pattern, or undefined after errors, which are reported.
 */
export function readXmlSchema(source: Source, ns: string, report: Report): Pattern | undefined {
  const open: Frame[] = [];
  /** Elements in which something could not be read: whether they are complete cannot be said. */
  const faulty = new Set<Frame>();
  /** Depth inside an annotation, or inside an element that cannot be read; 0 outside. */
  let skipped = 0;
  let documenting = false;
  let root: Pattern | undefined;
  let failed = false;
  let tooDeep = false;
  const fail: Report = (diagnostic) => {
    failed = true;
    report(diagnostic);
  };
  const outermost: Inherited = { ns, library: '', base: '' };

  const startTag = (tag: StartTag) => {
    const parent = open[open.length - 1];
    if (skipped > 0) {
      skipped++;
      return;
    }
    const childFail: Report = (diagnostic) => {
      if (parent) faulty.add(parent);
      fail(diagnostic);
    };
    const frame = parent ? openChild(tag, parent, childFail, fail) : openRoot(tag, outermost, fail);
    if (frame && open.length >= MAX_DEPTH) {
      fail(schemaMessages['nested-too-deeply']({ limit: MAX_DEPTH }, frame.place));
      tooDeep = true;
    } else if (!frame) {
      skipped = 1;
      documenting = tag.name.namespace === ANNOTATIONS_NAMESPACE && tag.name.local === 'documentation';
    } else open.push(frame);
  };
  const endTag = () => {
    if (skipped > 0) {
      skipped--;
      return;
    }
    const frame = open.pop();
    if (!frame) return;
    const parent = open[open.length - 1];
    const pattern = closeFrame(frame, parent, faulty.has(frame), fail);
    if (!parent) root = pattern;
  };
  const text = (event: Text) => {
    const frame = open[open.length - 1];
    if (!frame) return;
    if (skipped > 0) {
      if (documenting && skipped === 1) frame.documentation.push(event.text);
    } else if (elementRule(frame.name)?.text) frame.texts.push(event.text);
    else if (/[^ \t\r\n]/.test(event.text)) {
      faulty.add(frame);
      reportText(event, frame, fail);
    }
  };

  const wellFormed = scanXml(
    source,
    (event) => {
      if (tooDeep) return;
      if (event.kind === 'startTag') startTag(event);
      else if (event.kind === 'endTag') endTag();
      else if (event.kind === 'text') text(event);
    },
    fail,
  );
  return wellFormed && !failed ? root : undefined;
}

function openRoot(tag: StartTag, inherited: Inherited, report: Report): Frame | undefined {
  const { namespace, local } = tag.name;
  if (namespace === RELAXNG_NAMESPACE && isPatternElement(local)) return openFrame(tag, 'pattern', inherited, report);
  const expected =
    namespace === RELAXNG_NAMESPACE
      ? '"grammar" or another pattern as the root'
      : `a root in namespace "${RELAXNG_NAMESPACE}"`;
  report(schemaMessages['not-a-schema']({ found: `"${writtenName(tag.name)}"`, expected }, placeOf(tag)));
  return undefined;
}

/** Undefined for an annotation, and for what cannot be read, which `report` takes; `reportInside` is for mistakes in the child. */
function openChild(tag: StartTag, parent: Frame, report: Report, reportInside: Report): Frame | undefined {
  const name = tag.name.local;
  if (tag.name.namespace !== RELAXNG_NAMESPACE) {
    if (elementRule(parent.name)?.text)
      report(
        schemaMessages['element-not-allowed-here'](
          { name: writtenName(tag.name), parent: parent.name, expected: 'text only' },
          placeOf(tag),
        ),
      );
    return undefined;
  }
  // With a name class in its place, what follows is not reported for the same mistake.
  const standIn = () => {
    if (parent.name === 'element' || parent.name === 'attribute')
      parent.nameClasses.push({ kind: 'anyName', place: placeOf(tag) });
  };
  if (!elementRule(name)) {
    const near = nearestName(name, elementNames());
    report(schemaMessages['unknown-element']({ name, parent: parent.name, near }, placeOf(tag)));
    standIn();
    return undefined;
  }
  const found = roleOfChild(
    {
      name: parent.name,
      role: parent.role,
      named: parent.attributes.has('name') || parent.nameClasses.length > 0,
      patterns: parent.patterns.length,
      excepts: parent.excepts.length,
    },
    name,
  );
  if ('role' in found) return openFrame(tag, found.role, parent, reportInside);
  const { expected } = found;
  report(schemaMessages['element-not-allowed-here']({ name, parent: parent.name, expected }, placeOf(tag)));
  standIn();
  return undefined;
}

function placeOf(tag: StartTag) {
  return placeAt(tag.source, tag.start, tag.end);
}

function reportText(event: Text, frame: Frame, report: Report): void {
  const text = trimXml(event.text);
  const from = Math.max(0, event.source.text.slice(event.start, event.end).search(/[^ \t\r\n]/)) + event.start;
  const shown = text.length > 30 ? `${text.slice(0, 29)}…` : text;
  report(
    schemaMessages['text-not-allowed'](
      { text: shown.replace(/\s+/g, ' '), parent: frame.name },
      placeAt(event.source, from, Math.min(event.end, from + text.length)),
    ),
  );
}
