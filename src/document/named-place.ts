/** Datelines with a place that is the surname of who writes or is written to (`Kennedy, March 9, 1961`) -> the same without the place. */
import { type Content, plainText, type Run } from './content.js';
import type { DocumentBlock, FrameBlock } from './document.js';

/** `John F. Kennedy`: the last word, which no `von` makes a place. */
const SURNAME =
  /(?<!(?<!\p{L})(?:von|van|vom|v\.|zu|zum|de|du|di|da|della|of|und)\s)(?<!\p{L})(?<name>\p{Lu}[\p{L}’'-]{2,})$/u;

/** In: the blocks, and whom the head names. Whoever signs with more than a surname is named, too. */
export function withoutNamedPlaces(
  blocks: readonly DocumentBlock[],
  named: readonly string[],
): readonly DocumentBlock[] {
  const frames = blocks.filter((block): block is FrameBlock => block.kind === 'opener' || block.kind === 'closer');
  const places = frames.flatMap((frame) => frame.parts.flatMap(placeNames));
  if (places.length === 0) return blocks;
  const signed = frames.flatMap((frame) => frame.parts.flatMap(signedNames)).filter((name) => name.includes(' '));
  const surnames = new Set([...named, ...signed].flatMap((name) => SURNAME.exec(name)?.groups?.['name'] ?? []));
  if (!places.some((place) => surnames.has(place))) return blocks;
  return blocks.map((block) =>
    block.kind === 'opener' || block.kind === 'closer'
      ? {
          ...block,
          parts: block.parts.map((part) =>
            part.kind === 'dateline' ? { ...part, content: withoutPlaces(part.content, surnames) } : part,
          ),
        }
      : block,
  );
}

function withoutPlaces(content: Content, surnames: ReadonlySet<string>): Content {
  return content.flatMap((run): readonly Run[] => {
    const isNamed = run.kind === 'phrase' && run.phrase.type === 'placeName' && surnames.has(textOf(run.content));
    return isNamed ? run.content : [run];
  });
}

type Part = FrameBlock['parts'][number];

function placeNames(part: Part): readonly string[] {
  return part.kind === 'dateline' ? phrasesOf(part.content, 'placeName') : [];
}

function signedNames(part: Part): readonly string[] {
  return part.kind === 'signed' ? phrasesOf(part.content, 'persName') : [];
}

function phrasesOf(content: Content, type: 'placeName' | 'persName'): readonly string[] {
  return content.flatMap((run) => (run.kind === 'phrase' && run.phrase.type === type ? [textOf(run.content)] : []));
}

function textOf(content: Content): string {
  return plainText(content).replace(/\s+/g, ' ').trim();
}
