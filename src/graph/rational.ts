/** A fraction in lowest terms, `d` above nought. */
export interface Rational {
  readonly n: bigint;
  readonly d: bigint;
}

export const NOTHING: Rational = { n: 0n, d: 1n };
export const ALL: Rational = { n: 1n, d: 1n };

export function gcd(a: bigint, b: bigint): bigint {
  let x = a < 0n ? -a : a;
  let y = b < 0n ? -b : b;
  while (y !== 0n) [x, y] = [y, x % y];
  return x;
}

/** `n / d` in lowest terms; `d` is not nought. */
export function rational(n: bigint, d: bigint): Rational {
  if (n === 0n) return NOTHING;
  const by = d < 0n ? -gcd(n, d) : gcd(n, d);
  return { n: n / by, d: d / by };
}

export function plus(a: Rational, b: Rational): Rational {
  if (a.n === 0n) return b;
  if (b.n === 0n) return a;
  return a.d === b.d ? rational(a.n + b.n, a.d) : rational(a.n * b.d + b.n * a.d, a.d * b.d);
}

export const times = (a: Rational, b: Rational): Rational => rational(a.n * b.n, a.d * b.d);

/** Below nought, nought or above, as a is less than, equal to or more than b. */
export function compare(a: Rational, b: Rational): number {
  if (a === b) return 0;
  const [x, y] = a.d === b.d ? [a.n, b.n] : [a.n * b.d, b.n * a.d];
  return x < y ? -1 : x > y ? 1 : 0;
}

export function toNumber(a: Rational): number {
  const digits = 20;
  const scale = 10n ** BigInt(digits + Math.max(0, a.d.toString().length - a.n.toString().length));
  return Number((a.n * scale) / a.d) / Number(scale);
}

/** The decimal of `digits` significant digits next to a number that is not negative, below or above it. */
export function fromNumber(x: number, digits: number, up: boolean): Rational {
  if (!(x > 0)) return NOTHING;
  const places = Math.max(0, digits - 1 - Math.floor(Math.log10(x)));
  const [mantissa = "0", exponent = "0"] = x.toExponential(20).split("e");
  const shift = places + Number(exponent) - 20;
  const all = BigInt(mantissa.replace(".", ""));
  const n = shift >= 0 ? all * 10n ** BigInt(shift) : all / 10n ** BigInt(-shift);
  const cut = shift < 0 && all % 10n ** BigInt(-shift) !== 0n;
  return rational(up && cut ? n + 1n : n, 10n ** BigInt(places));
}
