/** Acts of communication -> `correspDesc` (TEI Guidelines 2.4.6), one for each. */
import type { Correspondence, DatedAt, Party } from '../document/index.js';
import type { Element, XmlNode } from '../xml/index.js';
import { dateAttributes, headerText, tei } from './build.js';
import type { EncodeContext } from './context.js';

/** In the order of the acts; none where the document tells of none. */
export function correspDescs(context: EncodeContext): readonly Element[] {
  return context.document.correspondence.map((act) =>
    tei('correspDesc', { corresp: `#${act.id}` }, [sent(act), received(act)], act.place),
  );
}

function sent(act: Correspondence): Element {
  const children = [
    ...act.from.map(party),
    ...(act.sentFrom ? [tei('placeName', {}, act.sentFrom.name, act.sentFrom.place)] : []),
    ...(act.date ? [dateOf(act.date)] : []),
  ];
  return tei('correspAction', { type: 'sent' }, orUnknown(children, act), act.place);
}

function received(act: Correspondence): Element {
  const children = [
    ...act.to.map(party),
    ...(act.receivedAt ? [tei('placeName', {}, act.receivedAt.name, act.receivedAt.place)] : []),
  ];
  return tei('correspAction', { type: 'received' }, orUnknown(children, act), act.place);
}

/** `date` with the attributes of its value, as it is printed. */
export function dateOf({ text, place, ...value }: DatedAt): Element {
  return tei('date', dateAttributes(value), text, place);
}

/** CMIF asks for a name in every action and knows `Unknown` for it. */
function orUnknown(children: readonly Element[], act: Correspondence): readonly Element[] {
  const named = children.some(({ name }) => name.local === 'persName' || name.local === 'orgName');
  return named ? children : [tei('persName', {}, 'Unknown', act.place), ...children];
}

function party({ kind, name, role, key, place }: Party): Element {
  if (kind === 'organisation') return tei('orgName', {}, name, place);
  if (kind === 'office') return tei('persName', {}, [tei('roleName', {}, name, place)], place);
  const children: XmlNode[] = [headerText(name, place)];
  if (role) children.push(headerText(', ', place), tei('roleName', {}, role, place));
  return tei('persName', { ref: key }, children, place);
}
