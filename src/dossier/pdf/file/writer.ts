import { zlibSync } from "fflate";
import { type Dict, dictWritten, name, type PdfValue, type Ref, written } from "./value.ts";

const PER_STREAM = 200;
const encoder = new TextEncoder();

/** Objects in the order they were numbered, written as one PDF 1.7 file (ISO 32000-1, 7.5). The same objects give the same bytes. */
export class PdfFile {
  readonly #plain = new Map<number, string>();
  readonly #streams = new Map<number, { readonly entries: Dict; readonly bytes: Uint8Array }>();
  #count = 0;

  /** A number for an object that is put later. */
  reserve(): Ref {
    this.#count += 1;
    return { ref: this.#count };
  }

  put(ref: Ref, value: PdfValue): void {
    this.#plain.set(ref.ref, written(value));
  }

  add(value: PdfValue): Ref {
    const ref = this.reserve();
    this.put(ref, value);
    return ref;
  }

  /** A stream; it is compressed, except where `plain` says that other programs must be able to find it as it is. */
  stream(entries: Dict, bytes: Uint8Array, plain = false): Ref {
    const ref = this.reserve();
    const packed = plain ? bytes : zlibSync(bytes, { level: 7 });
    const filter = plain ? undefined : name("FlateDecode");
    this.#streams.set(ref.ref, {
      entries: { ...entries, Filter: filter, Length: packed.length },
      bytes: packed,
    });
    return ref;
  }

  /** The whole file. Every reserved object must have been put. */
  finish(root: Ref, info: Ref): Uint8Array {
    const out = new Bytes();
    out.text("%PDF-1.7\n%");
    out.bytes(Uint8Array.of(0xe2, 0xe3, 0xcf, 0xd3, 0x0a));
    /** Of each object: its kind, and where it begins, or in which stream and as what number of it. */
    const places = new Map<number, readonly [1 | 2, number, number]>();
    const plain = [...this.#plain].sort(([a], [b]) => a - b);
    for (let from = 0; from < plain.length; from += PER_STREAM) {
      const part = plain.slice(from, from + PER_STREAM);
      const { entries, bytes } = objectStream(part);
      const ref = this.stream(entries, bytes);
      part.forEach(([id], index) => {
        places.set(id, [2, ref.ref, index]);
      });
    }
    for (const [id, { entries, bytes }] of [...this.#streams].sort(([a], [b]) => a - b)) {
      places.set(id, [1, out.length, 0]);
      out.text(`${id} 0 obj\n${dictWritten(entries)}\nstream\n`);
      out.bytes(bytes);
      out.text("\nendstream\nendobj\n");
    }
    const start = out.length;
    const self = this.reserve();
    places.set(self.ref, [1, start, 0]);
    const digest = { hex: digestOf(out.joined()) };
    const table = zlibSync(crossReferences(places, this.#count), { level: 7 });
    const entries: Dict = {
      Type: name("XRef"),
      Size: this.#count + 1,
      W: [1, 4, 2],
      Root: root,
      Info: info,
      ID: [digest, digest],
      Filter: name("FlateDecode"),
      Length: table.length,
    };
    out.text(`${self.ref} 0 obj\n${dictWritten(entries)}\nstream\n`);
    out.bytes(table);
    out.text(`\nendstream\nendobj\nstartxref\n${start}\n%%EOF\n`);
    return out.joined();
  }
}

function objectStream(part: readonly (readonly [number, string])[]): { entries: Dict; bytes: Uint8Array } {
  let index = "";
  let body = "";
  for (const [id, text] of part) {
    index += `${id} ${encoder.encode(body).length} `;
    body += `${text}\n`;
  }
  const entries = { Type: name("ObjStm"), N: part.length, First: index.length };
  return { entries, bytes: encoder.encode(index + body) };
}

function crossReferences(
  places: ReadonlyMap<number, readonly [1 | 2, number, number]>,
  count: number,
): Uint8Array {
  const table = new DataView(new ArrayBuffer((count + 1) * 7));
  table.setUint16(5, 0xffff);
  for (let id = 1; id <= count; id++) {
    const [kind, where, index] = places.get(id) ?? [0, 0, 0];
    table.setUint8(id * 7, kind);
    table.setUint32(id * 7 + 1, where);
    table.setUint16(id * 7 + 5, index);
  }
  return new Uint8Array(table.buffer);
}

/** 16 bytes that tell one file from another (FNV-1a from four seeds); no protection against forgery. */
function digestOf(bytes: Uint8Array): string {
  return [0x811c9dc5, 0x01000193, 0x9e3779b9, 0x85ebca6b]
    .map((seed) => {
      let hash = seed;
      for (const byte of bytes) hash = Math.imul(hash ^ byte, 0x01000193);
      return (hash >>> 0).toString(16).padStart(8, "0");
    })
    .join("");
}

class Bytes {
  readonly #parts: Uint8Array[] = [];
  length = 0;
  bytes(part: Uint8Array): void {
    this.#parts.push(part);
    this.length += part.length;
  }
  text(part: string): void {
    this.bytes(encoder.encode(part));
  }
  joined(): Uint8Array {
    const all = new Uint8Array(this.length);
    let at = 0;
    for (const part of this.#parts) {
      all.set(part, at);
      at += part.length;
    }
    return all;
  }
}
