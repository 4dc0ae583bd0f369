import { plus, type Rational, rational, times } from "../../../graph/rational.ts";
import type { Quantity } from "../../../model/quantity.ts";
import type { Expression } from "./expression.ts";

/** A number of a unit; `""` is a pure number, and a percentage is one. */
export interface Amount {
  readonly value: Rational;
  readonly unit: string;
}
/** What an expression may ask of the statements it names; null where they do not say. */
export interface Figures {
  readonly quantity: (id: string) => Quantity | null;
  readonly there: (id: string) => boolean;
  /** The day a statement is true from, and until, as days since 1970. */
  readonly day: (id: string, end: "from" | "to") => number | null;
}
/** Why nothing was computed. */
export type Missing = { readonly missing: string } | { readonly units: readonly [string, string] };

export const isMissing = (found: Amount | Missing): found is Missing => !("value" in found);

const PERCENT = "percent";
const whole = (n: bigint): Rational => rational(n, 1n);
const power = (ten: number): Rational =>
  ten >= 0 ? whole(10n ** BigInt(ten)) : rational(1n, 10n ** BigInt(-ten));

/** What a figure is, exactly; a percentage as the part of one. */
export function amountOf({ digits, power: ten, unit }: Quantity): Amount {
  const value = times(whole(digits), power(ten));
  return unit === PERCENT ? { value: times(value, rational(1n, 100n)), unit: "" } : { value, unit };
}

/** Computes an expression exactly. Sums want one unit; a product or a quotient has at most one left. */
export function compute(expression: Expression, figures: Figures): Amount | Missing {
  switch (expression.kind) {
    case "statement": {
      const quantity = figures.quantity(expression.id);
      return quantity === null ? { missing: expression.id } : amountOf(quantity);
    }
    case "number":
      return numberOf(expression.text);
    case "count": {
      const absent = expression.ids.find((id) => !figures.there(id));
      if (absent !== undefined) return { missing: absent };
      return { value: whole(BigInt(new Set(expression.ids).size)), unit: "*" };
    }
    case "days": {
      const from = figures.day(expression.from, "from");
      const to = figures.day(expression.to, expression.from === expression.to ? "to" : "from");
      if (from === null) return { missing: expression.from };
      if (to === null) return { missing: expression.to };
      return { value: whole(BigInt(to - from)), unit: "days" };
    }
    default: {
      const left = compute(expression.left, figures);
      if (isMissing(left)) return left;
      const right = compute(expression.right, figures);
      return isMissing(right) ? right : joined(expression.kind, left, right);
    }
  }
}

function joined(sign: "+" | "-" | "*" | "/", a: Amount, b: Amount): Amount | Missing {
  const units = { units: [a.unit, b.unit] } as const;
  switch (sign) {
    case "+":
    case "-": {
      if (a.unit !== b.unit) return units;
      const other = sign === "+" ? b.value : times(whole(-1n), b.value);
      return { value: plus(a.value, other), unit: a.unit };
    }
    case "*":
      if (a.unit !== "" && b.unit !== "") return units;
      return { value: times(a.value, b.value), unit: a.unit || b.unit };
    case "/":
      if (b.value.n === 0n || (b.unit !== "" && a.unit !== b.unit)) return units;
      return {
        value: times(a.value, rational(b.value.d, b.value.n)),
        unit: a.unit === b.unit ? "" : a.unit,
      };
  }
}

function numberOf(text: string): Amount {
  const [, integer = "0", fraction = "", percent] = /^(\d+)(?:\.(\d+))?\s*(percent|%)?$/.exec(text) ?? [];
  const value = rational(BigInt(integer + fraction), 10n ** BigInt(fraction.length));
  return percent === undefined ? { value, unit: "" } : { value: times(value, rational(1n, 100n)), unit: "" };
}

/**
 * What was computed beside what was published: in the published unit, and whether the published figure stands as it is
 * rounded, that is within half of its last written digit. Null where the units differ.
 */
export function beside(found: Amount, published: Quantity): { value: Rational; stands: boolean } | null {
  const unit = published.unit === PERCENT ? "" : published.unit;
  if (found.unit !== "*" && found.unit !== unit) return null;
  const value = published.unit === PERCENT ? times(found.value, whole(100n)) : found.value;
  const step = power(published.power);
  const apart = plus(value, times(whole(-published.digits), step));
  const size = apart.n < 0n ? times(whole(-1n), apart) : apart;
  const half = times(step, rational(1n, 2n));
  return { value, stands: size.n * half.d <= half.n * size.d };
}

/** A fraction as a decimal, rounded half away from nought to `places`, without noughts at its end. */
export function decimalOf({ n, d }: Rational, places: number): string {
  const scale = 10n ** BigInt(places);
  const size = n < 0n ? -n : n;
  const rounded = (2n * size * scale + d) / (2n * d);
  const fraction = (rounded % scale).toString().padStart(places, "0").replace(/0+$/, "");
  const integer = `${n < 0n && rounded !== 0n ? "-" : ""}${rounded / scale}`;
  return places === 0 || fraction === "" ? integer : `${integer}.${fraction}`;
}
