/** Lists of integers, and strings <-> a flat binary: little words of 32 bits, which are read where they lie. */

/** Lists by their numbers. */
export interface FlatLists {
  readonly size: number;
  lengthOf(list: number): number;
  item(list: number, index: number): number;
  /** The items of a list from `index` on. */
  rest(list: number, index: number): readonly number[];
  /** A copy of a whole list. */
  copy(list: number): Int32Array<ArrayBuffer>;
}

export interface Flat {
  /** By section; empty where there is no such section. */
  section(number: number): FlatLists;
  string(number: number): string;
}

/** Numbers the strings that lists refer to. */
export interface StringNumbers {
  readonly list: readonly string[];
  of(string: string): number;
}

type Lists = readonly ArrayLike<number>[];

/** The first word; read on a machine of the other byte order it is another number. */
const MAGIC = 0x464c5431;

/** Magic, number of words, of UTF-16 code units, of sections; then for each section where it begins, and how many lists it has. */
const HEAD = 4;

/** The last section says where each string begins, and where the last ends. */
export function encodeFlat(sections: readonly Lists[], strings: readonly string[]): Uint8Array<ArrayBuffer> {
  const text = strings.join('');
  const starts = [0];
  for (const string of strings) starts.push((starts[starts.length - 1] ?? 0) + string.length);
  const all: readonly Lists[] = [...sections, [starts]];
  const sizes = all.map((lists) => lists.reduce((sum, list) => sum + list.length, lists.length + 1));
  const size = sizes.reduce((sum, each) => sum + each, HEAD + 2 * all.length);
  const words = new Int32Array(size + ((text.length + 1) >> 1));
  words.set([MAGIC, size, text.length, all.length]);
  let begin = HEAD + 2 * all.length;
  for (const [number, lists] of all.entries()) {
    words.set([begin, lists.length], HEAD + 2 * number);
    let at = begin + lists.length + 1;
    for (const [index, list] of lists.entries()) {
      words[begin + index] = at;
      words.set(list, at);
      at += list.length;
    }
    words[begin + lists.length] = at;
    begin = at;
  }
  const units = new Uint16Array(words.buffer, size * 4);
  for (let at = 0; at < text.length; at++) units[at] = text.charCodeAt(at);
  return new Uint8Array(words.buffer);
}

/** Opens what `encodeFlat` made, whole; undefined for anything else. That the bytes are whole is for whoever keeps them to see to. */
export function decodeFlat(bytes: Uint8Array): Flat | undefined {
  if (bytes.length < HEAD * 4 || bytes.length % 4 !== 0) return undefined;
  // A view has to begin at a multiple of its words' size.
  const aligned = bytes.byteOffset % 4 === 0 ? bytes : bytes.slice();
  const words = new Int32Array(aligned.buffer, aligned.byteOffset, aligned.length / 4);
  const [magic, size = 0, units = 0, count = 0] = words;
  if (magic !== MAGIC || words.length !== size + ((units + 1) >> 1)) return undefined;
  const section = (number: number): FlatLists => {
    const begin = words[HEAD + 2 * number] ?? 0;
    const startOf = (list: number) => words[begin + list] ?? 0;
    return {
      size: number < count ? (words[HEAD + 2 * number + 1] ?? 0) : 0,
      lengthOf: (list) => startOf(list + 1) - startOf(list),
      item: (list, index) => words[startOf(list) + index] ?? 0,
      rest(list, index) {
        const items: number[] = [];
        const end = startOf(list + 1);
        for (let at = startOf(list) + index; at < end; at++) items.push(words[at] ?? 0);
        return items;
      },
      copy: (list) => words.slice(startOf(list), startOf(list + 1)),
    };
  };
  const text = Buffer.from(aligned.buffer, aligned.byteOffset + size * 4, units * 2).toString('utf16le');
  const strings = section(count - 1);
  return { section, string: (number) => text.slice(strings.item(0, number), strings.item(0, number + 1)) };
}

export function createStringNumbers(): StringNumbers {
  const list: string[] = [];
  const numbers = new Map<string, number>();
  return {
    list,
    of(string) {
      const known = numbers.get(string);
      if (known !== undefined) return known;
      numbers.set(string, list.length);
      return list.push(string) - 1;
    },
  };
}
