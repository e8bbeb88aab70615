/** What stands in a line -> pieces that Word has: runs of text with their look, line ends, references to notes, bookmarks. */
import { attributeValue, type Element } from '../../xml/index.js';
import { type dropReporter, FORMULA, REPLACED, typographyOf } from '../once.js';
import type { Presented, PresentedElement } from '../present.js';
import { lineOf } from '../reading/plain-name.js';

export type Link = { readonly kind: 'out'; readonly href: string } | { readonly kind: 'in'; readonly bookmark: string };

export interface Look {
  readonly bold?: boolean;
  readonly italics?: boolean;
  readonly smallCaps?: boolean;
  readonly underline?: boolean;
  readonly strike?: boolean;
  readonly superScript?: boolean;
  readonly subScript?: boolean;
  /** The number of a page of the print, or the mark of a note in a note: said by the edition. */
  readonly mark?: 'page' | 'note';
  readonly language?: string;
  readonly link?: Link;
}

export type Piece =
  | { readonly kind: 'text'; readonly text: string; readonly look: Look }
  | { readonly kind: 'line' }
  | { readonly kind: 'tab' }
  | { readonly kind: 'note'; readonly number: number; readonly look: Look }
  | { readonly kind: 'picture'; readonly picture: WordPicture; readonly description: string }
  | { readonly kind: 'bookmark'; readonly name: string };

/** Of a kind that Word shows, with its size. */
export interface WordPicture {
  readonly type: 'png' | 'jpg' | 'gif' | 'bmp';
  readonly bytes: Uint8Array;
  readonly width: number;
  readonly height: number;
}

/** What is known while a file is written, and what is gathered. */
export interface Writing {
  readonly drop: ReturnType<typeof dropReporter>;
  /** Of the whole file, in the order of their references. */
  readonly notes: PresentedElement[];
  /** Bookmarks of blocks that have begun: the next paragraph has them. */
  readonly pending: string[];
  /** The bookmark of an element that something points to. */
  bookmarkOf(element: Element): string | undefined;
  pageBookmark(number: string): string;
  /** Each numbered list has its own count. */
  nextList(): number;
  linkTo(target: string): Link | undefined;
  pictureOf(element: Element): WordPicture | undefined;
}

/** In a note: its notes, which Word cannot have, come behind it. */
export type NotesInside = PresentedElement[] | undefined;

const LOOKS: readonly (readonly [RegExp, Look])[] = [
  [/\b(?:strong|bold)\b/, { bold: true }],
  [/\bitalics?\b/, { italics: true }],
  [/\bsuper(?:script)?\b|\bsup\b/, { superScript: true }],
  [/\bsub(?:script)?\b/, { subScript: true }],
  [/\bstrikethrough\b/, { strike: true }],
  [/\bunderlined?\b/, { underline: true }],
  [/\bsmall-?caps\b/, { smallCaps: true }],
];
/** Said by how the block stands, not by its letters. */
const POSITIONS = /\b(?:blockquote|block|inline|roman|left|right|center|flush\w*|plain|simple|bulleted|numbered)\b/;

/** How the letters of an element look, within what is around it. */
export function lookOf({ name, element }: PresentedElement, around: Look, { drop }: Writing): Look {
  const rend = typographyOf(element);
  const found = LOOKS.filter(([pattern]) => pattern.test(rend)).map(([, look]) => look);
  if (rend !== '' && found.length === 0 && !POSITIONS.test(rend))
    drop('typography but for italics, bold, small capitals, underlining, strokes, raised and lowered', element.place);
  const language = attributeValue(element, 'xml:lang');
  const own: Look = {
    ...(name === 'emph' && found.length === 0 && { italics: true }),
    ...(name === 'del' && { strike: true }),
    ...(/\broman\b/.test(rend) && { italics: false, bold: false }),
    ...(language !== undefined && isLanguage(language) && { language }),
  };
  return Object.assign({}, around, own, ...found);
}

/** What Word takes for one (BCP 47). */
export function isLanguage(text: string): boolean {
  return /^[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8}){0,3}$/.test(text) && text !== 'und';
}

export function piecesOf(
  nodes: readonly Presented[],
  look: Look,
  writing: Writing,
  inside: NotesInside,
): readonly Piece[] {
  return nodes.flatMap((node) => {
    if (node.kind === 'text') return [{ kind: 'text', text: node.text, look } as const];
    const name = writing.bookmarkOf(node.element);
    const bookmark = name === undefined ? [] : [{ kind: 'bookmark', name } as const];
    return [...bookmark, ...pieces(node, look, writing, inside)];
  });
}

function pieces(node: PresentedElement, look: Look, writing: Writing, inside: NotesInside): readonly Piece[] {
  const { element, name, children } = node;
  switch (node.behaviour) {
    case 'note':
      if (!inside) return [{ kind: 'note', number: writing.notes.push(node), look }];
      return [noteMark(inside.push(node))];
    case 'break': {
      if (name !== 'pb') return [{ kind: 'line' }];
      const number = attributeValue(element, 'n') ?? '';
      const text = `[Page ${number}]`.replace(' ]', ']');
      return [
        SPACE,
        { kind: 'bookmark', name: writing.pageBookmark(number) },
        { kind: 'text', text, look: { mark: 'page' } },
        SPACE,
      ];
    }
    case 'graphic': {
      const picture = name === 'graphic' ? writing.pictureOf(element) : undefined;
      if (picture) return [{ kind: 'picture', picture, description: lineOf(element) }];
      writing.drop('a picture', element.place);
      return [
        PICTURE_START,
        ...(children.length > 0 ? [COLON] : []),
        ...piecesOf(children, look, writing, inside),
        BRACKET,
      ];
    }
    case 'link': {
      const target = attributeValue(element, 'target')?.trim().split(/\s+/)[0] ?? '';
      const link = target === '' ? undefined : writing.linkTo(target);
      if (target !== '' && !link) writing.drop('a pointer to what is not in the file', element.place);
      const linked = lookOf(node, { ...look, ...(link && !look.link && { link }) }, writing);
      const text = piecesOf(children, linked, writing, inside);
      return text.length > 0 || link?.kind !== 'out' ? text : [{ kind: 'text', text: target, look: linked }];
    }
    case 'alternate':
      if (name !== 'subst') writing.drop(REPLACED, element.place);
      return piecesOf(children, look, writing, inside);
    default:
      if (name === 'mml:math') writing.drop(FORMULA, element.place);
      if (name === 'gap' && node.behaviour === 'inline')
        return [{ kind: 'text', text: '[…]', look }, ...piecesOf(children, look, writing, inside)];
      if (name === 'supplied')
        return [words('[', look), ...piecesOf(children, look, writing, inside), words(']', look)];
      return piecesOf(children, lookOf(node, look, writing), writing, inside);
  }
}

const words = (text: string, look: Look = {}): Piece => ({ kind: 'text', text, look });
const SPACE = words(' ');
const PICTURE_START = words('[Picture');
const COLON = words(': ');
const BRACKET = words(']');

/** `[a]`, `[b]`: notes have numbers, notes in them letters. */
export function noteMark(count: number): Piece {
  const letter = String.fromCharCode(96 + (((count - 1) % 26) + 1)).repeat(Math.ceil(count / 26));
  return { kind: 'text', text: `[${letter}]`, look: { mark: 'note' } };
}

/** One space where there are several, none at the ends of lines; a reference to a note stands at the word before it. */
export function settled(all: readonly Piece[]): readonly Piece[] {
  const found: Piece[] = [];
  let afterSpace = true;
  let isOwed = false;
  for (const piece of all) {
    if (piece.kind === 'text') {
      const spaced = isOwed ? ` ${piece.text}` : piece.text;
      const text: string = spaced.replace(/ +/g, ' ').replace(/^ /, afterSpace ? '' : ' ');
      if (text === '') continue;
      isOwed = false;
      found.push({ ...piece, text });
      afterSpace = text.endsWith(' ');
    } else {
      if (piece.kind === 'note') isOwed = trimEnd(found) || isOwed;
      else if (piece.kind !== 'bookmark' && piece.kind !== 'picture') {
        trimEnd(found);
        isOwed = false;
      }
      found.push(piece);
      if (piece.kind !== 'bookmark') afterSpace = piece.kind !== 'note' && piece.kind !== 'picture';
    }
  }
  trimEnd(found);
  while (found.at(-1)?.kind === 'line') found.pop();
  return found;
}

/** Out: whether there was a space. */
function trimEnd(found: Piece[]): boolean {
  const last = found.findLastIndex(({ kind }) => kind !== 'bookmark');
  const piece = found[last];
  if (piece?.kind !== 'text' || !piece.text.endsWith(' ')) return false;
  const text = piece.text.slice(0, -1);
  if (text === '') found.splice(last, 1);
  else found.splice(last, 1, { ...piece, text });
  return true;
}
