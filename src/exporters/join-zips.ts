/** ZIPs, each made of some of the files -> one of all of them: the same bytes as if it had been made at once (APPNOTE 4.3.12, 4.3.16). */

const END = 22;
const END_SIGNATURE = 0x06054b50;
const ENTRY_SIGNATURE = 0x02014b50;
const ENTRY = 46;

interface Opened {
  /** The files, one behind another, as they stand in it. */
  readonly files: Uint8Array;
  /** The list of them. */
  readonly list: Uint8Array;
  readonly count: number;
}

/** In: ZIPs without a comment and of less than 4 GB together, as `zipSync` makes them. Out: the one, in pieces. */
export function* joinZips(zips: Iterable<Uint8Array>): Generator<Uint8Array> {
  const lists: Uint8Array[] = [];
  let at = 0;
  let count = 0;
  for (const zip of zips) {
    const opened = openZip(zip);
    yield opened.files;
    lists.push(movedList(opened, at));
    at += opened.files.length;
    count += opened.count;
  }
  yield* lists;
  const end = new DataView(new ArrayBuffer(END));
  end.setUint32(0, END_SIGNATURE, true);
  end.setUint16(8, count, true);
  end.setUint16(10, count, true);
  end.setUint32(
    12,
    lists.reduce((sum, { length }) => sum + length, 0),
    true,
  );
  end.setUint32(16, at, true);
  yield new Uint8Array(end.buffer);
}

function viewOf({ buffer, byteOffset, byteLength }: Uint8Array): DataView {
  return new DataView(buffer, byteOffset, byteLength);
}

function openZip(zip: Uint8Array): Opened {
  const view = viewOf(zip);
  const end = zip.length - END;
  if (end < 0 || view.getUint32(end, true) !== END_SIGNATURE) throw new RangeError('no ZIP without a comment');
  const start = view.getUint32(end + 16, true);
  return { files: zip.subarray(0, start), list: zip.subarray(start, end), count: view.getUint16(end + 10, true) };
}

/** Each entry says where its file begins. */
function movedList({ list }: Opened, by: number): Uint8Array {
  const moved = Uint8Array.from(list);
  const view = viewOf(moved);
  for (let at = 0; at < moved.length; ) {
    if (view.getUint32(at, true) !== ENTRY_SIGNATURE) throw new RangeError('no entry of a ZIP');
    view.setUint32(at + 42, view.getUint32(at + 42, true) + by, true);
    at += ENTRY + view.getUint16(at + 28, true) + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return moved;
}
