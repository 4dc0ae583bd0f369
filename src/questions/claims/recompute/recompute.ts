import { Problem } from "../../../errors.ts";
import { parseQuantity, type Quantity } from "../../../model/quantity.ts";
import type { Statement } from "../../../model/statement.ts";
import type { Recomputed } from "../finding.ts";
import type { Dated } from "../read.ts";
import { beside, compute, decimalOf, type Figures, isMissing } from "./compute.ts";
import { namedIn, parseExpression } from "./expression.ts";

const PLACES = 8;

/** The ids of statements a claim's own computation names; none where it cannot be read. */
export function namedBy(claims: readonly Statement[]): string[] {
  return claims.flatMap((claim) =>
    partsOf(claim).flatMap((part) => {
      try {
        return namedIn(parseExpression(part));
      } catch (error) {
        if (error instanceof Problem) return [];
        throw error;
      }
    }),
  );
}

const partsOf = (claim: Statement): string[] =>
  (claim.properties.computed ?? "")
    .split(";")
    .map((part) => part.trim())
    .filter((part) => part !== "");

/** A statement's published figure recomputed, once for each way it says it follows from others. */
export function recomputed(claim: Statement, stated: ReadonlyMap<string, Dated>): Recomputed[] {
  const published = claim.properties.quantity ?? "";
  if (published === "") return [];
  return partsOf(claim).map((expression) => {
    const base = { of: claim.id, published, expression, value: null, exact: "", unit: "", stands: null };
    try {
      const parsed = parseExpression(expression);
      const named = namedIn(parsed).filter((id) => stated.has(id));
      const because = [...new Set([claim.id, ...named])].sort();
      const quantity = parseQuantity(published);
      const found = compute(parsed, figuresOf(stated));
      if (isMissing(found)) {
        const missing =
          "missing" in found ? found.missing : found.units.map((unit) => unit || "1").join(" ≠ ");
        return { ...base, missing, because };
      }
      const checked = beside(found, quantity);
      if (checked === null) return { ...base, missing: `${found.unit} ≠ ${quantity.unit}`, because };
      const { value, stands } = checked;
      return {
        ...base,
        value: decimalOf(value, PLACES),
        exact: value.d === 1n ? `${value.n}` : `${value.n}/${value.d}`,
        unit: quantity.unit,
        stands,
        missing: "",
        because,
      };
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      return { ...base, missing: error.message, because: [claim.id] };
    }
  });
}

const figuresOf = (stated: ReadonlyMap<string, Dated>): Figures => ({
  there: (id) => stated.has(id),
  day: (id, end) => {
    const one = stated.get(id);
    if (!one || (end === "from" && one.from !== one.fromLast)) return null;
    return one[end];
  },
  quantity: (id) => {
    const one = stated.get(id)?.statement;
    return one === undefined ? null : quantityOf(one);
  },
});

/** What a statement gives as a figure: a claim its quantity, an interest its share where that is one number. */
function quantityOf({ kind, properties }: Statement): Quantity | null {
  const share = kind === "interest" && /^\d+(\.\d+)?$/.test(properties.share ?? "");
  const written = share ? `${properties.share} percent` : (properties.quantity ?? "");
  return written === "" ? null : parseQuantity(written);
}
