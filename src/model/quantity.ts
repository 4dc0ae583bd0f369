import { Problem } from "../errors.ts";

/** A figure as it is published: `digits` · 10^`power` of `unit`; its last digit says how finely it is rounded. */
export interface Quantity {
  readonly digits: bigint;
  readonly power: number;
  readonly unit: string;
}

const SCALES: Readonly<Record<string, number>> = { thousand: 3, million: 6, billion: 9, trillion: 12 };
const WRITTEN = /^(-?)(\d[\d,]*)(?:\.(\d+))?(?:\s*(thousand|million|billion|trillion)\b)?\s*(.*)$/i;

/** Reads `18.2 billion CNY`, `4 percent`, `4 %`, `11 companies`. Throws `bad-input` where no number stands first. */
export function parseQuantity(text: string): Quantity {
  const [, sign = "", integer, fraction = "", scale = "", unit = ""] = WRITTEN.exec(text.trim()) ?? [];
  if (integer === undefined)
    throw new Problem(
      "bad-input",
      `quantity "${text}" does not begin with a number`,
      "Write a number and its unit: 18.2 billion CNY, 4 percent, 11 companies.",
    );
  const digits = BigInt(integer.replaceAll(",", "") + fraction);
  return {
    digits: sign === "" ? digits : -digits,
    power: (SCALES[scale.toLowerCase()] ?? 0) - fraction.length,
    unit: unit === "%" ? "percent" : unit.trim(),
  };
}
