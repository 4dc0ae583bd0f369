import type { Context } from "../../ask/question.ts";
import { originsOf } from "../cited.ts";
import { becauseOf, heldOn } from "../held.ts";
import { independent } from "../publishers.ts";
import { readInterests } from "../read-interests.ts";
import type { CaseTies } from "./case-ties.ts";
import { TIE_KINDS } from "./mentions.ts";
import { type Counting, rowsOf, strengthOf } from "./strength.ts";

export interface LookedInto {
  /** Rows of the mentions that count. */
  readonly rows: readonly number[];
  readonly strength: number;
}

const INTEREST = TIE_KINDS.indexOf("interest");

/**
 * What some links are really worth: whether their named sources are independent of each other, those of publishers under
 * one controller too, and, where ties must hold on the day, whether a later statement of the same holding took its place.
 */
export async function lookedInto(
  context: Context,
  ties: CaseTies,
  counting: Counting,
  links: readonly number[],
): Promise<ReadonlyMap<number, LookedInto>> {
  const counted = new Map(links.map((link) => [link, rowsOf(ties, link, counting)]));
  const held = counting.when === "day" ? await heldIn(context, ties, [...counted.values()].flat()) : null;
  const found = new Map<number, LookedInto>();
  for (const [link, all] of counted) {
    const rows =
      held === null ? all : all.filter((row) => !isHolding(ties, row) || held.has(statement(ties, row)));
    const dependent = await dependentIn(context, ties, rows);
    found.set(link, { rows, strength: strengthOf(ties, rows, (some) => !dependent.has(key(some))) });
  }
  return found;
}

const statement = (ties: CaseTies, row: number) => ties.mentions.n[row] as number;
const isHolding = ({ mentions }: CaseTies, row: number) =>
  mentions.kind[row] === INTEREST && mentions.over[row] === -1;
const key = (rows: readonly number[]) => rows.join(" ");

/** Which of the sets of rows that a strength can hang on have one origin only, by `key`. */
async function dependentIn(context: Context, ties: CaseTies, rows: readonly number[]): Promise<Set<string>> {
  const asked: (readonly number[])[] = [];
  strengthOf(ties, rows, (some) => {
    asked.push(some);
    return true;
  });
  const dependent = new Set<string>();
  for (const some of asked) if ((await originsBehind(context, ties, some)) < 2) dependent.add(key(some));
  return dependent;
}

const kept = new WeakMap<CaseTies, Map<string, Promise<number>>>();

/** Independent origins of what some rows state: worked out once for the same origins, as long as the ties are kept. */
export async function originsBehind(
  context: Context,
  ties: CaseTies,
  rows: readonly number[],
): Promise<number> {
  const roots = new Set(rows.map((row) => ties.origins.root[ties.mentions.source[row] as number] ?? -1));
  if (roots.size < 2) return roots.size;
  const before = kept.get(ties) ?? new Map<string, Promise<number>>();
  kept.set(ties, before);
  const asked = `${context.carry} ${[...roots].sort((a, b) => a - b).join(" ")}`;
  const known = before.get(asked);
  if (known) return known;
  const statements = rows.map((row) => statement(ties, row));
  const count = originsOf(context.store, statements, (some) => independent(context, some));
  before.set(asked, count);
  count.catch(() => before.delete(asked));
  return count;
}

/** Statements behind the holdings that hold on the day, or may, in the companies these rows are about. */
async function heldIn(
  context: Context,
  ties: CaseTies,
  rows: readonly number[],
): Promise<ReadonlySet<number>> {
  const companies = new Set(
    rows.filter((row) => isHolding(ties, row)).map((row) => ties.mentions.b[row] as number),
  );
  if (companies.size === 0) return new Set();
  const held = heldOn(
    await readInterests(context.store, context.known, companies),
    context.asOf,
    context.carry,
  );
  const because = new Set<number>();
  for (let row = 0; row < held.length; row++)
    if ((held.high[row] as number) > 0) for (const n of becauseOf(held, row)) because.add(n);
  return because;
}
