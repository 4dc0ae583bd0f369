import {
  BIGINT,
  BOOLEAN,
  DOUBLE,
  DuckDBDateValue,
  DuckDBDecimalValue,
  DuckDBListValue,
  DuckDBStructValue,
  type DuckDBType,
  type DuckDBValue,
  VARCHAR,
} from "@duckdb/node-api";
import type { Param, Params } from "../port.ts";

/** A value of a small result as plain data: whole numbers as Number where that is exact, decimals and dates as text. */
export function plain(value: DuckDBValue): unknown {
  if (typeof value === "bigint") return exact(value);
  if (value instanceof DuckDBListValue) return value.items.map(plain);
  if (value instanceof DuckDBStructValue) {
    return Object.fromEntries(Object.entries(value.entries).map(([key, item]) => [key, plain(item)]));
  }
  if (value instanceof DuckDBDecimalValue || value instanceof DuckDBDateValue) return value.toString();
  if (value !== null && typeof value === "object") return value.toString();
  return value;
}

const exact = (value: bigint): number | bigint =>
  value >= BigInt(Number.MIN_SAFE_INTEGER) && value <= BigInt(Number.MAX_SAFE_INTEGER)
    ? Number(value)
    : value;

function typeOf(value: Param): DuckDBType {
  if (typeof value === "number") return Number.isSafeInteger(value) ? BIGINT : DOUBLE;
  if (typeof value === "bigint") return BIGINT;
  return typeof value === "boolean" ? BOOLEAN : VARCHAR;
}

/** Parameters with a type each, so that a whole number is never bound as a double. */
export function bound(params: Params): {
  values: Record<string, DuckDBValue>;
  types: Record<string, DuckDBType>;
} {
  const values: Record<string, DuckDBValue> = {};
  const types: Record<string, DuckDBType> = {};
  for (const [key, value] of Object.entries(params)) {
    values[key] = typeof value === "number" && Number.isSafeInteger(value) ? BigInt(value) : value;
    types[key] = typeOf(value);
  }
  return { values, types };
}
