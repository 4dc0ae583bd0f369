/** Texts that stand together, as a power of two: what all of them begin with is written once. */
const TOGETHER = 5;
/** Bytes of a common beginning at most, and of a length. */
const [LONGEST, LENGTH] = [255, 5];

/**
 * Texts by number, as UTF-8: of every 32 first how many bytes all begin with, and those; then of each how many bytes
 * follow (seven bits a byte, the lowest first), and those. Where each 32 begin is at `start`.
 */
export interface FrontCoded {
  readonly bytes: Buffer;
  readonly start: Uint32Array;
}

/** Texts in bytes, each ended by a byte: the nth from `mark[first + n · step]` to before the byte that ends it. */
export interface Marked {
  readonly bytes: Uint8Array;
  /** Where each text of all columns begins, and after the last of them where one more would. */
  readonly mark: Int32Array;
  readonly first: number;
  readonly step: number;
  readonly count: number;
}

/** Codes some texts at a time. */
export class FrontCoder {
  /** Where they are put together before it is known how long they are: memory that is new each time takes longer than the work. */
  #room = Buffer.alloc(0);

  code(texts: Marked): FrontCoded {
    const { bytes, mark, first, step, count } = texts;
    const blocks = Math.ceil(count / (1 << TOGETHER));
    const start = new Uint32Array(blocks);
    const most = bytes.length + blocks * (1 + LONGEST) + LENGTH * count;
    if (this.#room.length < most) this.#room = Buffer.allocUnsafeSlow(most);
    const out = this.#room;
    let to = 0;
    for (let block = 0; block < blocks; block++) {
      const from = first + (block << TOGETHER) * step;
      const last = first + (Math.min(count, (block + 1) << TOGETHER) - 1) * step;
      const shared = sharedBy(texts, from, last);
      start[block] = to;
      out[to++] = shared;
      for (let k = mark[from] as number, end = k + shared; k < end; k++) out[to++] = bytes[k] as number;
      for (let i = from; i <= last; i += step) {
        let at = (mark[i] as number) + shared;
        const end = (mark[i + 1] as number) - 1;
        let more = end - at;
        for (; more > 127; more >>>= 7) out[to++] = (more & 127) | 128;
        out[to++] = more;
        while (at < end) out[to++] = bytes[at++] as number;
      }
    }
    return { bytes: Buffer.from(out.subarray(0, to)), start };
  }
}

/** How many bytes some texts all begin with, at most `LONGEST`: those whose places are from one to another. */
function sharedBy({ bytes, mark, step }: Marked, from: number, last: number): number {
  const begin = mark[from] as number;
  let shared = Math.min(LONGEST, (mark[from + 1] as number) - 1 - begin);
  for (let i = from + step; i <= last; i += step) {
    const at = mark[i] as number;
    shared = Math.min(shared, (mark[i + 1] as number) - 1 - at);
    let same = 0;
    while (same < shared && bytes[at + same] === bytes[begin + same]) same++;
    shared = same;
  }
  return shared;
}

/** The nth text. */
export function textAt({ bytes, start }: FrontCoded, nth: number): string {
  let at = start[nth >>> TOGETHER] as number;
  const shared = bytes[at++] as number;
  const begin = at;
  at += shared;
  for (let left = nth & ((1 << TOGETHER) - 1); ; left--) {
    let more = 0;
    for (let shift = 0; ; shift += 7) {
      const part = bytes[at++] as number;
      more |= (part & 127) << shift;
      if (part < 128) break;
    }
    if (left > 0) at += more;
    else return joined(bytes, begin, shared, at, more);
  }
}

/** As the engine's own texts are read: a byte order mark at the beginning is no part of one. */
const decoder = new TextDecoder();

/** A letter may begin in what is shared and end in what is not. */
function joined(bytes: Buffer, begin: number, shared: number, at: number, more: number): string {
  const own = bytes.subarray(at, at + more);
  return decoder.decode(shared === 0 ? own : Buffer.concat([bytes.subarray(begin, begin + shared), own]));
}
