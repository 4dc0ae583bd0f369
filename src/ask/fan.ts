import type { Network, NetworkNode } from "./block.ts";
import type { Bundle } from "./bundle.ts";
import { PORTS } from "./ports.ts";

/** Where a holder stands inside its fan: its centre, the top of its labels, from the fan's top left corner. */
export interface Spot {
  readonly bundle: Bundle;
  readonly x: number;
  readonly y: number;
  readonly labels: number;
}

/** The many plain holders of one company, in two rows, laid out as one block above it. */
export interface Fan {
  readonly id: string;
  readonly to: string;
  readonly width: number;
  readonly height: number;
  readonly spots: readonly Spot[];
}

/** More holders of one company than this stand in two rows. */
const ROW = 5;
const ASIDE = 22;
const CLEAR = 12;
const UNDER = 8;
const BETWEEN = 22;

/**
 * Gathers, for each company, the holders that nobody holds, that hold nothing else and carry no proof. Their labels
 * stand under them; lines of the upper row pass between those of the lower.
 */
export function fans(
  network: Network,
  bundles: readonly Bundle[],
  size: (node: NetworkNode) => { w: number; h: number },
): readonly Fan[] {
  const held = new Set(bundles.map((each) => each.to));
  const holds = new Map<string, number>();
  for (const { from } of bundles) holds.set(from, (holds.get(from) ?? 0) + 1);
  const byTarget = new Map<string, Bundle[]>();
  for (const bundle of bundles) {
    if (held.has(bundle.from) || holds.get(bundle.from) !== 1 || bundle.emphasis) continue;
    byTarget.set(bundle.to, [...(byTarget.get(bundle.to) ?? []), bundle]);
  }
  const nodes = new Map(network.nodes.map((node) => [node.id, node]));
  return [...byTarget]
    .filter(([, members]) => members.length > ROW)
    .map(([to, members]) => arrange(to, inTurn(members), (id) => size(nodes.get(id) as NetworkNode)));
}

/** Holders with the most lines in the lower row, where nothing has to pass them; otherwise in the order given. */
function inTurn(members: readonly Bundle[]): Bundle[] {
  const low = Math.ceil(members.length / 2);
  const lines = (bundle: Bundle) => bundle.edges.length;
  const chosen = new Set([...members].sort((a, b) => lines(b) - lines(a)).slice(0, low));
  const [lower, upper] = [
    members.filter((each) => chosen.has(each)),
    members.filter((each) => !chosen.has(each)),
  ];
  return lower.flatMap((each, n) => [each, ...upper.slice(n, n + 1)]);
}

/** Upper and lower row in turn, each as near to the one before as names, labels and passing lines allow. */
function arrange(
  to: string,
  members: readonly Bundle[],
  size: (id: string) => { w: number; h: number },
): Fan {
  const wide = members.map((each) => Math.max(size(each.from).w, each.width));
  const upper = (n: number) => n % 2 === 1;
  const tall = (want: boolean, of: (each: Bundle) => number) =>
    Math.max(0, ...members.filter((_, n) => upper(n) === want).map(of));
  const heights = {
    up: tall(true, (each) => size(each.from).h),
    low: tall(false, (each) => size(each.from).h),
  };
  const labels = { up: tall(true, (each) => each.height), low: tall(false, (each) => each.height) };
  const second = heights.up + UNDER + labels.up + BETWEEN;
  const xs: number[] = [];
  members.forEach((_, n) => {
    const [own = 0, before = 0, last = 0] = [wide[n], wide[n - 1], wide[n - 2]];
    const beside = n < 2 ? own / 2 : (xs[n - 2] ?? 0) + (last + own) / 2 + ASIDE;
    const passing = members[upper(n) ? n : n - 1]?.edges.length ?? 1;
    const clear = (xs[n - 1] ?? 0) + (upper(n) ? before : own) / 2 + CLEAR + (passing - 1) * (PORTS / 2);
    xs.push(n < 1 ? beside : Math.max(beside, clear));
  });
  const spots = members.map((bundle, n): Spot => {
    const top = upper(n) ? 0 : second;
    const row = upper(n) ? heights.up : heights.low;
    return { bundle, x: xs[n] ?? 0, y: top + row / 2, labels: top + row + UNDER };
  });
  return {
    id: `fan of ${to}`,
    to,
    width: Math.max(...xs.map((x, n) => x + (wide[n] ?? 0) / 2)),
    height: second + heights.low + UNDER + labels.low,
    spots,
  };
}
