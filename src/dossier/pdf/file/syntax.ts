/** A value read from a PDF. Texts are bytes; dictionaries are maps by name. */
export type Read = number | boolean | null | Reference | Name | Uint8Array | readonly Read[] | Entries;
export interface Reference {
  readonly to: number;
}
export interface Name {
  readonly name: string;
}
export type Entries = ReadonlyMap<string, Read>;

const SPACE = new Set([0, 9, 10, 12, 13, 32]);
const DELIMITER = new Set([..."()<>[]{}/%"].map((sign) => sign.charCodeAt(0)));
const DEEPEST = 100;

/** Reads the syntax of a PDF (ISO 32000-1, 7.2–7.3) from a place in its bytes. Throws a RangeError on what is none. */
export class Syntax {
  readonly bytes: Uint8Array;
  at: number;

  constructor(bytes: Uint8Array, at = 0) {
    this.bytes = bytes;
    this.at = at;
  }

  /** The word that comes next: a number, a keyword. */
  word(): string {
    this.skip();
    let word = "";
    for (let byte = this.bytes[this.at]; byte !== undefined; byte = this.bytes[++this.at]) {
      if (SPACE.has(byte) || DELIMITER.has(byte)) break;
      word += String.fromCharCode(byte);
    }
    return word;
  }

  whole(): number {
    const word = this.word();
    if (!/^\d+$/.test(word)) throw new RangeError(`not a whole number: ${word}`);
    return Number(word);
  }

  value(depth = 0): Read {
    if (depth > DEEPEST) throw new RangeError("nested too deeply");
    this.skip();
    const sign = String.fromCharCode(this.bytes[this.at] ?? 0);
    if (sign === "/") return this.#name();
    if (sign === "(") return this.#text();
    if (sign === "[") {
      this.at += 1;
      return this.#until("]", depth);
    }
    if (sign === "<") {
      if (this.bytes[this.at + 1] !== 0x3c) return this.#hex();
      this.at += 2;
      const list = this.#until(">>", depth);
      const entries = new Map<string, Read>();
      for (let n = 0; n + 1 < list.length; n += 2) {
        const key = list[n];
        if (isName(key)) entries.set(key.name, list[n + 1] ?? null);
      }
      return entries;
    }
    return this.#plain();
  }

  skip(): void {
    for (let byte = this.bytes[this.at]; byte !== undefined; byte = this.bytes[this.at]) {
      if (byte === 0x25) while (this.at < this.bytes.length && !this.#lineEnds()) this.at += 1;
      else if (!SPACE.has(byte)) return;
      this.at += 1;
    }
  }

  #lineEnds(): boolean {
    return this.bytes[this.at] === 10 || this.bytes[this.at] === 13;
  }

  #until(end: string, depth: number): Read[] {
    const list: Read[] = [];
    for (;;) {
      this.skip();
      if (this.at >= this.bytes.length) throw new RangeError(`no ${end}`);
      if ([...end].every((sign, n) => this.bytes[this.at + n] === sign.charCodeAt(0))) {
        this.at += end.length;
        return list;
      }
      list.push(this.value(depth + 1));
    }
  }

  #plain(): Read {
    const word = this.word();
    if (word === "true" || word === "false") return word === "true";
    if (word === "null") return null;
    if (!/^[+-]?(\d+\.?\d*|\.\d+)$/.test(word)) throw new RangeError(`not a value: ${word.slice(0, 20)}`);
    if (!/^\d+$/.test(word)) return Number(word);
    const after = this.at;
    if (/^\d+$/.test(this.word()) && this.word() === "R") return { to: Number(word) };
    this.at = after;
    return Number(word);
  }

  #name(): Name {
    this.at += 1;
    const from = this.at;
    let name = "";
    for (let byte = this.bytes[this.at]; byte !== undefined; byte = this.bytes[++this.at]) {
      if (SPACE.has(byte) || DELIMITER.has(byte)) break;
      name += String.fromCharCode(byte);
    }
    if (this.at === from) return { name: "" };
    return {
      name: name.replace(/#([0-9a-fA-F]{2})/g, (_, code) => String.fromCharCode(Number.parseInt(code, 16))),
    };
  }

  #hex(): Uint8Array {
    this.at += 1;
    let digits = "";
    for (let byte = this.bytes[this.at]; byte !== 0x3e; byte = this.bytes[++this.at]) {
      if (byte === undefined) throw new RangeError("no >");
      if (!SPACE.has(byte)) digits += String.fromCharCode(byte);
    }
    this.at += 1;
    return Uint8Array.from(
      (digits.match(/..?/g) ?? []).map((pair) => Number.parseInt(pair.padEnd(2, "0"), 16)),
    );
  }

  #text(): Uint8Array {
    this.at += 1;
    const out: number[] = [];
    let open = 1;
    for (;;) {
      const byte = this.bytes[this.at++];
      if (byte === undefined) throw new RangeError("no )");
      if (byte === 0x5c) this.#escaped(out);
      else {
        if (byte === 0x28) open += 1;
        if (byte === 0x29) open -= 1;
        if (open === 0) return Uint8Array.from(out);
        out.push(byte);
      }
    }
  }

  /** What follows a backslash within a text. */
  #escaped(out: number[]): void {
    const byte = this.bytes[this.at++] ?? 0;
    const sign = String.fromCharCode(byte);
    const plain = "nrtbf".indexOf(sign);
    if (plain >= 0) out.push([10, 13, 9, 8, 12][plain] ?? 0);
    else if (/[0-7]/.test(sign)) {
      let code = sign;
      while (code.length < 3 && /[0-7]/.test(String.fromCharCode(this.bytes[this.at] ?? 0))) {
        code += String.fromCharCode(this.bytes[this.at++] ?? 0);
      }
      out.push(Number.parseInt(code, 8) & 0xff);
    } else if (byte === 13) {
      if (this.bytes[this.at] === 10) this.at += 1;
    } else if (byte !== 10) out.push(byte);
  }
}

export const isName = (value: Read | undefined): value is Name =>
  typeof value === "object" && value !== null && "name" in value;
export const isReference = (value: Read | undefined): value is Reference =>
  typeof value === "object" && value !== null && "to" in value;
export const isEntries = (value: Read | undefined): value is Entries => value instanceof Map;
