import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

type Typed = Int32Array | Float64Array | Uint8Array;
const TYPES = { i32: Int32Array, f64: Float64Array, u8: Uint8Array } as const;

/** Numbers and typed arrays under names; a peer in any language reads them by the manifest beside them. */
export type Arrays = Readonly<Record<string, number | Typed>>;

const typeOf = (array: Typed) =>
  array instanceof Int32Array ? "i32" : array instanceof Float64Array ? "f64" : "u8";

/** One file an array, little-endian, and `manifest`: a line `name type length` each, or `name number value`. */
export function writeArrays(folder: string, arrays: Arrays): void {
  mkdirSync(folder, { recursive: true });
  const lines = Object.entries(arrays).map(([name, value]) => {
    if (typeof value === "number") return `${name} number ${value}`;
    writeFileSync(join(folder, name), new Uint8Array(value.buffer, value.byteOffset, value.byteLength));
    return `${name} ${typeOf(value)} ${value.length}`;
  });
  writeFileSync(join(folder, "manifest"), `${lines.join("\n")}\n`);
}

export function readArrays(folder: string): Record<string, number | Typed> {
  const found: Record<string, number | Typed> = {};
  for (const line of readFileSync(join(folder, "manifest"), "utf8").trim().split("\n")) {
    const [name = "", type = "", value = ""] = line.split(" ");
    if (type === "number") {
      found[name] = Number(value);
      continue;
    }
    const bytes = readFileSync(join(folder, name));
    found[name] = new TYPES[type as keyof typeof TYPES](
      bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength),
    );
  }
  return found;
}
