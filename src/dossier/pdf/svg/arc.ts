type Point = readonly [number, number];

/**
 * An elliptical arc as cubic curves, each of at most a quarter turn: control, control, end. After the implementation notes
 * of SVG 1.1 (F.6); the curves leave the ellipse by at most 0.03 % of its radius.
 */
export function arcCurves(
  from: Point,
  to: Point,
  [givenX, givenY]: Point,
  turn: number,
  large: boolean,
  sweep: boolean,
): (readonly [Point, Point, Point])[] {
  const [phi, halfX, halfY] = [(turn * Math.PI) / 180, (from[0] - to[0]) / 2, (from[1] - to[1]) / 2];
  const [cos, sin] = [Math.cos(phi), Math.sin(phi)];
  const [x, y] = [cos * halfX + sin * halfY, cos * halfY - sin * halfX];
  const short = Math.sqrt(Math.max(1, (x / givenX) ** 2 + (y / givenY) ** 2));
  const [rx, ry] = [Math.abs(givenX) * short, Math.abs(givenY) * short];
  if (!(rx > 0 && ry > 0)) return [[from, to, to]];
  const inside = (rx * ry) ** 2 - (rx * y) ** 2 - (ry * x) ** 2;
  const away =
    Math.sqrt(Math.max(0, inside) / ((rx * y) ** 2 + (ry * x) ** 2 || 1)) * (large === sweep ? -1 : 1);
  const centre: Point = [(away * rx * y) / ry, (-away * ry * x) / rx];
  const start = Math.atan2((y - centre[1]) / ry, (x - centre[0]) / rx);
  let sweepAngle = Math.atan2((-y - centre[1]) / ry, (-x - centre[0]) / rx) - start;
  if (sweep && sweepAngle < 0) sweepAngle += 2 * Math.PI;
  if (!sweep && sweepAngle > 0) sweepAngle -= 2 * Math.PI;
  const count = Math.max(1, Math.ceil(Math.abs(sweepAngle) / (Math.PI / 2) - 1e-9));
  const step = sweepAngle / count;
  const reach = (4 / 3) * Math.tan(step / 4);
  const place = (u: number, v: number): Point => [
    cos * (u * rx + centre[0]) - sin * (v * ry + centre[1]) + (from[0] + to[0]) / 2,
    sin * (u * rx + centre[0]) + cos * (v * ry + centre[1]) + (from[1] + to[1]) / 2,
  ];
  return Array.from({ length: count }, (_, n) => {
    const [a, b] = [start + n * step, start + (n + 1) * step];
    return [
      place(Math.cos(a) - reach * Math.sin(a), Math.sin(a) + reach * Math.cos(a)),
      place(Math.cos(b) + reach * Math.sin(b), Math.sin(b) - reach * Math.cos(b)),
      n === count - 1 ? to : place(Math.cos(b), Math.sin(b)),
    ] as const;
  });
}
