import { unzlibSync } from "fflate";
import { type Entries, isEntries, isName, isReference, type Read, Syntax } from "./syntax.ts";

interface Stream {
  readonly entries: Entries;
  readonly bytes: Uint8Array;
}
/** Where an object is: at an offset, or the so-many-th of an object stream. */
type Where = { readonly offset: number } | { readonly inside: number; readonly index: number };

/**
 * Reads objects of a PDF by its cross-references, tables and streams (ISO 32000-1, 7.5); no encrypted files, no filters but
 * Flate. Enough to find a catalog and what hangs on it, also after another program has saved the file. Throws a
 * RangeError, or what fflate throws, on a file it cannot read.
 */
export class PdfReader {
  readonly #bytes: Uint8Array;
  readonly #places = new Map<number, Where>();
  readonly root: Read;

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
    const tail = new TextDecoder("latin1").decode(bytes.subarray(-2048));
    const start = /startxref\s+(\d+)(?![\s\S]*startxref)/.exec(tail)?.[1];
    if (start === undefined) throw new RangeError("no startxref: not a PDF");
    let root: Read = null;
    const seen = new Set<number>();
    for (let at: Read = Number(start); typeof at === "number" && !seen.has(at); ) {
      seen.add(at);
      const trailer = this.#crossReferences(at);
      root ??= trailer.get("Root") ?? null;
      const hybrid = trailer.get("XRefStm");
      if (typeof hybrid === "number") this.#crossReferences(hybrid);
      at = trailer.get("Prev") ?? null;
    }
    this.root = this.follow(root);
  }

  /** A value, or what it refers to. */
  follow(value: Read | undefined): Read {
    if (!isReference(value)) return value ?? null;
    const where = this.#places.get(value.to);
    if (!where) return null;
    if ("offset" in where) return this.#object(where.offset).value;
    const stream = this.stream({ to: where.inside });
    const first = stream?.entries.get("First");
    if (!stream || typeof first !== "number") return null;
    const index = new Syntax(stream.bytes);
    for (let n = 0; n < where.index; n++) [index.whole(), index.whole()];
    index.whole();
    return new Syntax(stream.bytes, first + index.whole()).value();
  }

  /** The stream a reference leads to, unpacked. */
  stream(value: Read | undefined): Stream | undefined {
    const where = isReference(value) ? this.#places.get(value.to) : undefined;
    if (!where || !("offset" in where)) return undefined;
    const { value: entries, at } = this.#object(where.offset);
    if (!isEntries(entries) || at === undefined) return undefined;
    const length = this.follow(entries.get("Length"));
    if (typeof length !== "number") return undefined;
    return { entries, bytes: unpacked(entries, this.#bytes.subarray(at, at + length)) };
  }

  /** The object at an offset, and where its stream begins if it has one. */
  #object(offset: number): { value: Read; at: number | undefined } {
    const syntax = new Syntax(this.#bytes, offset);
    syntax.whole();
    syntax.whole();
    if (syntax.word() !== "obj") throw new RangeError(`no object at ${offset}`);
    const value = syntax.value();
    if (!isEntries(value) || syntax.word() !== "stream") return { value, at: undefined };
    const carriage = this.#bytes[syntax.at] === 13 ? 1 : 0;
    return { value, at: syntax.at + carriage + 1 };
  }

  #crossReferences(at: number): Entries {
    const syntax = new Syntax(this.#bytes, at);
    if (syntax.word() === "xref") return this.#table(syntax);
    const { value: entries, at: from } = this.#object(at);
    if (!isEntries(entries) || from === undefined) throw new RangeError(`no cross-references at ${at}`);
    const length = entries.get("Length");
    if (typeof length !== "number") throw new RangeError("cross-references of no length");
    this.#fill(entries, unpacked(entries, this.#bytes.subarray(from, from + length)));
    return entries;
  }

  #table(syntax: Syntax): Entries {
    for (;;) {
      const word = syntax.word();
      if (word === "trailer") break;
      const first = Number(word);
      const count = syntax.whole();
      if (!Number.isInteger(first) || count > this.#bytes.length)
        throw new RangeError("a table that is none");
      for (let id = first; id < first + count; id++) {
        const offset = syntax.whole();
        syntax.whole();
        if (syntax.word() === "n" && !this.#places.has(id)) this.#places.set(id, { offset });
      }
    }
    const trailer = syntax.value();
    if (!isEntries(trailer)) throw new RangeError("no trailer");
    return trailer;
  }

  #fill(entries: Entries, bytes: Uint8Array): void {
    const widths = numbers(entries.get("W"));
    const [kinds = 0, where = 0, index = 0] = widths;
    const size = kinds + where + index;
    const ranges = entries.has("Index") ? numbers(entries.get("Index")) : [0, bytes.length];
    let at = 0;
    const field = (width: number, missing: number): number => {
      let value = width === 0 ? missing : 0;
      for (let n = 0; n < width; n++) value = value * 256 + (bytes[at++] ?? 0);
      return value;
    };
    for (let n = 0; n + 1 < ranges.length; n += 2) {
      const [first = 0, count = 0] = [ranges[n], ranges[n + 1]];
      for (let id = first; id < first + count && size > 0 && at + size <= bytes.length; id++) {
        const kind = field(kinds, 1);
        const [one, two] = [field(where, 0), field(index, 0)];
        if (this.#places.has(id)) continue;
        if (kind === 1) this.#places.set(id, { offset: one });
        else if (kind === 2) this.#places.set(id, { inside: one, index: two });
      }
    }
  }
}

const numbers = (value: Read | undefined): number[] =>
  Array.isArray(value) ? value.filter((each): each is number => typeof each === "number") : [];

function unpacked(entries: Entries, bytes: Uint8Array): Uint8Array {
  const given = entries.get("Filter") ?? null;
  const filters = (Array.isArray(given) ? given : [given]).filter((each) => each !== null);
  if (filters.length === 0) return bytes;
  const [filter] = filters;
  if (filters.length > 1 || !isName(filter) || filter.name !== "FlateDecode") {
    throw new RangeError("a filter that is not read");
  }
  const plain = unzlibSync(bytes);
  const asked = entries.get("DecodeParms");
  const parms = Array.isArray(asked) ? asked[0] : asked;
  const predictor = isEntries(parms) ? (parms.get("Predictor") ?? 1) : 1;
  const columns = isEntries(parms) ? (parms.get("Columns") ?? 1) : 1;
  if (typeof predictor !== "number" || typeof columns !== "number")
    throw new RangeError("a predictor that is none");
  return predictor < 10 ? plain : withoutPredictor(plain, columns);
}

/** Undoes the PNG filters of rows of single bytes (PNG, 9.2): none, left, up, their mean, Paeth. */
function withoutPredictor(bytes: Uint8Array, columns: number): Uint8Array {
  const rows = Math.floor(bytes.length / (columns + 1));
  const out = new Uint8Array(rows * columns);
  for (let row = 0; row < rows; row++) {
    const kind = bytes[row * (columns + 1)] ?? 0;
    for (let n = 0; n < columns; n++) {
      const at = row * columns + n;
      const left = n > 0 ? (out[at - 1] ?? 0) : 0;
      const up = row > 0 ? (out[at - columns] ?? 0) : 0;
      const corner = n > 0 && row > 0 ? (out[at - columns - 1] ?? 0) : 0;
      const guess = [0, left, up, (left + up) >> 1, paeth(left, up, corner)][kind] ?? 0;
      out[at] = (bytes[row * (columns + 1) + 1 + n] ?? 0) + guess;
    }
  }
  return out;
}

function paeth(a: number, b: number, c: number): number {
  const [pa, pb, pc] = [Math.abs(b - c), Math.abs(a - c), Math.abs(a + b - 2 * c)];
  return pa <= pb && pa <= pc ? a : pb <= pc ? b : c;
}
