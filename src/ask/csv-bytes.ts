import { csvRow } from "./csv.ts";

/** Bytes handed on at a time. */
const PIECE = 1 << 16;
const [QUOTE, COMMA, LINE_FEED, RETURN] = [0x22, 0x2c, 0x0a, 0x0d];

/** Whether a cell with this byte in it needs quotes. */
export const isSpecial = (byte: number): boolean =>
  byte === QUOTE || byte === COMMA || byte === LINE_FEED || byte === RETURN;

/** CSV under construction as UTF-8, for millions of rows whose cells are bytes already: no row is ever a string. */
export class CsvBytes {
  #bytes = new Uint8Array(2 * PIECE);
  #length = 0;
  readonly #decoder = new TextDecoder("utf-8", { ignoreBOM: true });

  /** There is enough of it to be handed on. */
  get full(): boolean {
    return this.#length >= PIECE;
  }

  /** Text as it stands, commas and line breaks included; ASCII. */
  text(ascii: string): void {
    this.#room(ascii.length);
    for (let i = 0; i < ascii.length; i++) this.#bytes[this.#length++] = ascii.charCodeAt(i);
  }

  /** A cell: bytes `from` to `to` of some UTF-8, in quotes where it needs them. */
  cell(utf8: Uint8Array, from: number, to: number): void {
    this.#room(to - from);
    const [bytes, before] = [this.#bytes, this.#length];
    let at = before;
    let plain = true;
    for (let i = from; i < to; i++) {
      const byte = utf8[i] as number;
      if (isSpecial(byte)) plain = false;
      bytes[at++] = byte;
    }
    if (plain) this.#length = at;
    else this.#quoted(this.#decoder.decode(utf8.subarray(from, to)));
  }

  /** What there is since the last time; whole rows only where it is asked for between two. */
  take(): Uint8Array<ArrayBuffer> {
    return this.takeBytes().slice();
  }

  /** The same as bytes, good until more is added. */
  takeBytes(): Uint8Array<ArrayBuffer> {
    const bytes = this.#bytes.subarray(0, this.#length);
    this.#length = 0;
    return bytes;
  }

  #quoted(cell: string): void {
    const quoted = new TextEncoder().encode(csvRow([cell]).slice(0, -1));
    this.#room(quoted.length);
    this.#bytes.set(quoted, this.#length);
    this.#length += quoted.length;
  }

  #room(more: number): void {
    if (this.#length + more <= this.#bytes.length) return;
    const wide = new Uint8Array(Math.max(2 * this.#bytes.length, this.#length + more));
    wide.set(this.#bytes);
    this.#bytes = wide;
  }
}
