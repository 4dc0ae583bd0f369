import { number } from "../file/value.ts";
import { arcCurves } from "./arc.ts";

const COUNT: Readonly<Record<string, number>> = { M: 2, L: 2, H: 1, V: 1, C: 6, S: 4, Q: 4, A: 7, Z: 0 };

/** Where a path has come to: its point, where its contour began, and the last handle of a curve. */
interface Pen {
  readonly at: Point;
  readonly start: Point;
  readonly handle: Point;
}
type Point = readonly [number, number];

/** The `d` of a path, of the commands M L H V C S Q A Z in either case, as path operators of PDF. Throws on others. */
export function pathOperators(d: string): string {
  const out: string[] = [];
  let pen: Pen = { at: [0, 0], start: [0, 0], handle: [0, 0] };
  for (const [, letter = "", rest = ""] of d.matchAll(/([a-zA-Z])([^a-zA-Z]*)/g)) {
    let command = letter.toUpperCase();
    const capital = letter === command;
    const count = COUNT[command];
    if (count === undefined) throw new RangeError(`a step of a path not known: ${letter}`);
    if (count === 0) {
      out.push("h");
      pen = { at: pen.start, start: pen.start, handle: pen.start };
    }
    const all = [...rest.matchAll(/-?(?:\d+\.?\d*|\.\d+)/g)].map(([each]) => Number(each));
    for (let n = 0; count > 0 && n + count <= all.length; n += count) {
      const part = absolute(command, all.slice(n, n + count), capital ? [0, 0] : pen.at);
      const step = stepped(command, part, pen);
      out.push(step.operator);
      pen = step.pen;
      if (command === "M") command = "L";
    }
  }
  return out.join(" ");
}

const absolute = (command: string, values: readonly number[], [x, y]: Point): number[] =>
  values.map((value, n) => {
    // Of an arc, only the end is a place.
    if (command === "A") return value + (n === 5 ? x : n === 6 ? y : 0);
    return value + (command === "V" || (command !== "H" && n % 2 === 1) ? y : x);
  });

function stepped(command: string, part: readonly number[], pen: Pen): { operator: string; pen: Pen } {
  const value = (n: number) => part[n] ?? 0;
  const [x, y] = pen.at;
  const line = (to: Point, operator = "l") => ({
    operator: `${to.map(number).join(" ")} ${operator}`,
    pen: { at: to, start: operator === "m" ? to : pen.start, handle: to },
  });
  const curve = (a: Point, b: Point, to: Point) => ({
    operator: `${[...a, ...b, ...to].map(number).join(" ")} c`,
    pen: { at: to, start: pen.start, handle: b },
  });
  switch (command) {
    case "M":
      return line([value(0), value(1)], "m");
    case "H":
      return line([value(0), y]);
    case "V":
      return line([x, value(0)]);
    case "C":
      return curve([value(0), value(1)], [value(2), value(3)], [value(4), value(5)]);
    case "S":
      return curve(
        [2 * x - pen.handle[0], 2 * y - pen.handle[1]],
        [value(0), value(1)],
        [value(2), value(3)],
      );
    case "A": {
      const to: Point = [value(5), value(6)];
      const curves = arcCurves(pen.at, to, [value(0), value(1)], value(2), value(3) !== 0, value(4) !== 0);
      const operator = curves.map((each) => `${each.flat().map(number).join(" ")} c`).join(" ");
      return { operator, pen: { at: to, start: pen.start, handle: to } };
    }
    case "Q": {
      const to: Point = [value(2), value(3)];
      const near = ([px, py]: Point): Point => [
        px + ((value(0) - px) * 2) / 3,
        py + ((value(1) - py) * 2) / 3,
      ];
      return curve(near(pen.at), near(to), to);
    }
    default:
      return line([value(0), value(1)]);
  }
}

/** How far from a corner the handle of a quarter circle lies, in radii. */
const HANDLE = 0.5523;

/** A rectangle with round corners. */
export function roundedOperators(x: number, y: number, w: number, h: number, radius: number): string {
  const r = Math.min(radius, w / 2, h / 2);
  const k = r * (1 - HANDLE);
  const [right, bottom] = [x + w, y + h];
  const curve = (...points: number[]) => `${points.map(number).join(" ")} c`;
  const line = (...points: number[]) => `${points.map(number).join(" ")} l`;
  return [
    `${number(x + r)} ${number(y)} m`,
    line(right - r, y),
    curve(right - k, y, right, y + k, right, y + r),
    line(right, bottom - r),
    curve(right, bottom - k, right - k, bottom, right - r, bottom),
    line(x + r, bottom),
    curve(x + k, bottom, x, bottom - k, x, bottom - r),
    line(x, y + r),
    curve(x, y + k, x + k, y, x + r, y),
    "h",
  ].join(" ");
}

/** Points written `x,y x,y` as lines from one to the next. */
export function pointOperators(points: string, closed: boolean): string {
  const all = [...points.matchAll(/(-?[\d.]+)[ ,]+(-?[\d.]+)/g)].map(([, x = "0", y = "0"]) => [
    Number(x),
    Number(y),
  ]);
  const steps = all.map((point, n) => `${point.map(number).join(" ")} ${n === 0 ? "m" : "l"}`);
  return [...steps, ...(closed ? ["h"] : [])].join(" ");
}
