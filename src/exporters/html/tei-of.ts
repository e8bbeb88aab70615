/** A part of a volume -> its TEI by itself: as it was written where that is possible, with the namespaces that hold there. */
import type { Element } from '../../xml/index.js';
import { serializeXml } from '../../xml/serialize.js';
import type { ReadPart } from '../reading/index.js';

/** Well-formed XML without document type and instructions. */
export function teiOf({ element, file }: ReadPart): string {
  const { source, tei } = file;
  const shown = element.name.local === 'text' ? tei.root : element;
  const { place } = shown;
  if (place.source !== source || /<!DOCTYPE/.test(source.text.slice(0, 4096)))
    return serializeXml({ prolog: [], root: shown });
  const written = source.text.slice(place.start, place.end);
  if (shown === tei.root) return `${DECLARATION}${written}\n`;
  const [, tag = '', attributes = ''] = /^<([^\s/>]+)((?:\s+[^\s=]+\s*=\s*(?:"[^"]*"|'[^']*'))*)/.exec(written) ?? [];
  const missing = declarationsOf(tei.root, source.text).filter(
    ([name]) => !new RegExp(`\\s${name}\\s*=`).test(attributes),
  );
  const added = missing.map(([, text]) => ` ${text}`).join('');
  return `${DECLARATION}<${tag}${added}${written.slice(tag.length + 1)}\n`;
}

const DECLARATION = '<?xml version="1.0" encoding="UTF-8"?>\n';

/** `xmlns` and `xmlns:x` of the root, as they are written. */
function declarationsOf({ place }: Element, text: string): readonly (readonly [string, string])[] {
  const [tag = ''] = /^<(?:[^>"']|"[^"]*"|'[^']*')*>/.exec(text.slice(place.start, place.start + 65_536)) ?? [];
  return [...tag.matchAll(/(?<=\s)(xmlns(?::[\w.-]+)?)\s*=\s*(?:"[^"]*"|'[^']*')/g)].map(([written, name = '']) => [
    name,
    written,
  ]);
}
