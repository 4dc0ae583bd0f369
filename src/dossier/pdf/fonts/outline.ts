/** A step of a glyph's path, in font units; curves are quadratic. */
export interface Step {
  readonly command: string;
  readonly args: readonly number[];
}

/** A point of a contour, on its line or off it (the handle of a quadratic curve). */
export interface Point {
  readonly x: number;
  readonly y: number;
  readonly on: boolean;
}

const NOTHING = new Uint8Array(0);

/** Contours as a simple glyph of a TrueType font (OpenType, `glyf`); none are no bytes. Coordinates are rounded. */
export function glyphBytes(drawn: readonly (readonly Point[])[]): Uint8Array {
  const contours = drawn.map((contour) =>
    contour.map(({ x, y, on }) => ({ x: Math.round(x), y: Math.round(y), on })),
  );
  const points = contours.flat();
  if (points.length === 0) return NOTHING;
  const xs = points.map((point) => point.x);
  const ys = points.map((point) => point.y);
  const out: number[] = [];
  const short = (value: number) => out.push((value >> 8) & 0xff, value & 0xff);
  for (const value of [contours.length, least(xs), least(ys), most(xs), most(ys)]) short(value);
  let last = -1;
  for (const contour of contours) {
    last += contour.length;
    short(last);
  }
  short(0);
  const flags: number[] = [];
  const across = coordinates(xs, 0x02, 0x10);
  const up = coordinates(ys, 0x04, 0x20);
  points.forEach(({ on }, n) => {
    flags.push((on ? 1 : 0) | (across.flags[n] ?? 0) | (up.flags[n] ?? 0));
  });
  out.push(...flags, ...across.bytes, ...up.bytes);
  while (out.length % 4 !== 0) out.push(0);
  return Uint8Array.from(out);
}

/** The contours of a path. Throws on cubic curves, which TrueType has not. */
export function contoursOf(path: readonly Step[]): Point[][] {
  const contours: Point[][] = [];
  let current: Point[] = [];
  const close = () => {
    const [first, last] = [current[0], current.at(-1)];
    if (current.length > 1 && first && last?.on && last.x === first.x && last.y === first.y) current.pop();
    if (current.length > 0) contours.push(current);
    current = [];
  };
  for (const { command, args } of path) {
    const at = (n: number, on: boolean): Point => ({
      x: args[n] ?? 0,
      y: args[n + 1] ?? 0,
      on,
    });
    if (command === "moveTo") {
      close();
      current.push(at(0, true));
    } else if (command === "lineTo") current.push(at(0, true));
    else if (command === "quadraticCurveTo") current.push(at(0, false), at(2, true));
    else if (command === "closePath") close();
    else throw new RangeError(`a step no TrueType outline has: ${command}`);
  }
  close();
  return contours;
}

/** Coordinates as differences: one byte where it suffices, none where nothing changes. */
function coordinates(values: readonly number[], isShort: number, sameOrPositive: number) {
  const flags: number[] = [];
  const bytes: number[] = [];
  let before = 0;
  for (const value of values) {
    const step = value - before;
    before = value;
    if (step === 0) flags.push(sameOrPositive);
    else if (Math.abs(step) < 256) {
      flags.push(isShort | (step > 0 ? sameOrPositive : 0));
      bytes.push(Math.abs(step));
    } else {
      flags.push(0);
      bytes.push((step >> 8) & 0xff, step & 0xff);
    }
  }
  return { flags, bytes };
}

const least = (values: readonly number[]): number => values.reduce((a, b) => Math.min(a, b));
const most = (values: readonly number[]): number => values.reduce((a, b) => Math.max(a, b));
