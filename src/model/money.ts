import { Problem } from "../errors.ts";

/** An amount in integer minor units of its own currency (fen, cents, yen). */
export interface Money {
  readonly minor: bigint;
  readonly currency: string;
}

const AMOUNT = /^(-?)(\d+)(?:\.(\d+))?$/;

/** Minor digits of a currency by CLDR: CNY 2, JPY 0. */
function minorDigits(currency: string): number {
  const known = /^[A-Z]{3}$/.test(currency) && Intl.supportedValuesOf("currency").includes(currency);
  if (!known)
    throw new Problem(
      "bad-money",
      `currency "${currency}" is not an ISO 4217 code`,
      "Write CNY, USD, EUR, …",
    );
  return (
    new Intl.NumberFormat("en", { style: "currency", currency }).resolvedOptions().maximumFractionDigits ?? 2
  );
}

/** Reads `18228000000`, `CNY` into minor units, exactly. */
export function parseMoney(amount: string, currency: string): Money {
  const digits = minorDigits(currency);
  const match = AMOUNT.exec(amount.trim());
  const fraction = match?.[3] ?? "";
  if (!match || /[1-9]/.test(fraction.slice(digits))) {
    throw new Problem(
      "bad-money",
      `amount "${amount}" is not an amount of ${currency}`,
      "Write digits, a point for decimals, no separators.",
    );
  }
  const minor = BigInt((match[2] ?? "0") + fraction.slice(0, digits).padEnd(digits, "0"));
  return { minor: match[1] === "-" ? -minor : minor, currency };
}

/** Minor units back as a plain decimal. */
export function formatMoney(money: Money): string {
  const digits = minorDigits(money.currency);
  const sign = money.minor < 0n ? "-" : "";
  const text = (money.minor < 0n ? -money.minor : money.minor).toString().padStart(digits + 1, "0");
  const integer = text.slice(0, text.length - digits);
  const fraction = text.slice(text.length - digits).replace(/0+$/, "");
  return sign + (fraction === "" ? integer : `${integer}.${fraction}`);
}
