import { DuckDBBlobValue, type DuckDBResult, type DuckDBVector } from "@duckdb/node-api";
import { Problem } from "../../errors.ts";
import type { Column, ColumnType } from "../port.ts";

type Numbers = Int32Array | Float64Array | Uint8Array;

/** A column under construction: doubles its room when full. */
interface Growing {
  readonly type: ColumnType;
  numbers: Numbers;
  readonly texts: string[];
  readonly bytes: Uint8Array[];
}

const room = (type: ColumnType, length: number): Numbers =>
  type === "int32"
    ? new Int32Array(length)
    : type === "bool"
      ? new Uint8Array(length)
      : new Float64Array(length);

/** NULL as −1 in Int32, NaN in Float64, 0 in a truth value. */
const MISSING = { int32: -1, float64: Number.NaN, bool: 0 } as const;

function columnPlaces(result: DuckDBResult, names: readonly string[]): number[] {
  const at = new Map(result.columnNames().map((name, index) => [name, index]));
  return names.map((name) => {
    const index = at.get(name);
    if (index === undefined) throw new Problem("internal", `the query has no column ${name}`, "Report this.");
    return index;
  });
}

const growingOf = (type: ColumnType): Growing => ({
  type,
  numbers: room(type, type === "text" || type === "bytes" ? 0 : 4096),
  texts: [],
  bytes: [],
});

/** What a column has come to. */
function grown({ type, numbers, texts, bytes }: Growing, length: number): Column {
  if (type === "text") return texts;
  if (type === "bytes") return bytes;
  return numbers.length === length ? numbers : numbers.slice(0, length);
}

/** Hands a streamed result on chunk by chunk; the columns are valid, up to `length`, until `take` returns. */
export async function eachChunk<K extends string>(
  result: DuckDBResult,
  types: Readonly<Record<K, ColumnType>>,
  receive: (length: number, column: Readonly<Record<K, Column>>) => void,
): Promise<void> {
  const names = Object.keys(types) as K[];
  const indices = columnPlaces(result, names);
  const growing = names.map((name) => growingOf(types[name]));
  for (;;) {
    const chunk = await result.fetchChunk();
    if (chunk === null || chunk.rowCount === 0) return;
    const column = {} as Record<K, Column>;
    for (const [k, one] of growing.entries()) {
      one.texts.length = 0;
      one.bytes.length = 0;
      take(one, chunk.getColumnVector(indices[k] ?? 0), 0, chunk.rowCount);
      column[names[k] as K] = grown(one, one.numbers.length);
    }
    receive(chunk.rowCount, column);
  }
}

/** Drains a streamed result into one typed array per column; no row is ever an object. */
export async function intoColumns<K extends string>(
  result: DuckDBResult,
  types: Readonly<Record<K, ColumnType>>,
): Promise<{ length: number; column: Record<K, Column> }> {
  const names = Object.keys(types) as K[];
  const growing = names.map((name) => growingOf(types[name]));
  const indices = columnPlaces(result, names);
  let length = 0;
  for (;;) {
    const chunk = await result.fetchChunk();
    if (chunk === null || chunk.rowCount === 0) break;
    for (const [k, column] of growing.entries())
      take(column, chunk.getColumnVector(indices[k] ?? 0), length, chunk.rowCount);
    length += chunk.rowCount;
  }
  const column = Object.fromEntries(growing.map((one, k) => [names[k], grown(one, length)])) as Record<
    K,
    Column
  >;
  return { length, column };
}

function take(column: Growing, vector: DuckDBVector, start: number, count: number): void {
  if (column.type === "text") {
    for (let i = 0; i < count; i++) {
      const item = vector.getItem(i);
      column.texts.push(item === null ? "" : String(item));
    }
    return;
  }
  if (column.type === "bytes") {
    for (let i = 0; i < count; i++) {
      const item = vector.getItem(i);
      column.bytes.push(item instanceof DuckDBBlobValue ? item.bytes : new Uint8Array(0));
    }
    return;
  }
  if (start + count > column.numbers.length) {
    const more = room(column.type, Math.max(2 * column.numbers.length, start + count));
    more.set(column.numbers);
    column.numbers = more;
  }
  const out = column.numbers;
  const missing = MISSING[column.type];
  const items: unknown = "items" in vector ? vector.items : undefined;
  if (items instanceof Int32Array || items instanceof Float64Array || items instanceof BigInt64Array) {
    if (items instanceof BigInt64Array) for (let i = 0; i < count; i++) out[start + i] = Number(items[i]);
    else out.set(items.length === count ? items : items.subarray(0, count), start);
    const bits = validity(vector);
    if (bits === null) return;
    for (let i = 0; i < count; i++) {
      if (((bits[i >>> 5] ?? 0) & (1 << (i & 31))) === 0) out[start + i] = missing;
    }
    return;
  }
  for (let i = 0; i < count; i++) {
    const item = vector.getItem(i);
    out[start + i] = item === null ? missing : Number(item);
  }
}

/** The vector's validity mask, one bit an item, or null where all are valid. The binding's own test of one item makes bigints. */
function validity(vector: DuckDBVector): Uint32Array | null {
  const mask: unknown = "validity" in vector ? vector.validity : null;
  const words: unknown = typeof mask === "object" && mask !== null && "data" in mask ? mask.data : null;
  if (!(words instanceof BigUint64Array)) return null;
  return new Uint32Array(words.buffer, words.byteOffset, words.length * 2);
}
