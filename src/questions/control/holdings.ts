import { type Percent, toPercent, WHOLE } from "../../model/share.ts";
import { HELD_HIGH_OPEN, HELD_LOW_OPEN, type Interests } from "../../networks/interests.ts";
import {
  type Above,
  type Analysis,
  becauseOf,
  codeOf,
  companiesShown,
  countsOf,
  extraOf,
  isDeclaration,
  isDisputed,
  isReading,
  once,
  presenceOf,
  rangeOf,
  rowsOf,
} from "./analyse.ts";
import type { ControlFinding } from "./finding.ts";

type Holding = ControlFinding["holdings"][number];

interface Write {
  readonly id: (local: number) => string;
  readonly said: (statements: readonly number[]) => string[];
}

/** Every holding in the companies shown, as it counts on the day: the largest first. */
export function holdingsShown(
  { interests, carry }: Above,
  analysis: Analysis,
  { id, said }: Write,
): Holding[] {
  const { held } = analysis;
  const party = (row: number) => ((held.party[row] as number) >= 0 ? id(held.party[row] as number) : null);
  const says = saysIn(interests);
  return companiesShown(analysis)
    .flatMap((company) => rowsOf(analysis, company))
    .filter((row) => !isDeclaration(held, row))
    .sort(
      (a, b) =>
        (held.low[b] as number) - (held.low[a] as number) ||
        (held.high[b] as number) - (held.high[a] as number),
    )
    .map((row) => ({
      party: party(row),
      countsFor: countsFor(analysis, row).map(id),
      held: id(held.subject[row] as number),
      right: codeOf(held, row),
      class: extraOf(held, row).class,
      joint: jointWith(analysis, row).map(id).sort(),
      range: rangeOf(held, row),
      presence: presenceOf(held, row),
      conditional: held.conditional[row] === 1,
      counts: countsOf(analysis, row),
      disputed: isDisputed(held, row),
      says: isDisputed(held, row)
        ? says(becauseOf(held, row)).map((each) => ({ range: each.range, because: said(each.statements) }))
        : [],
      reading: isReading(held, row),
      carriedDays: held.carried.get(row) ?? null,
      aged: (held.carried.get(row) ?? 0) > carry,
      because: said(becauseOf(held, row)),
    }));
}

/** Holders of the companies shown that are not shown themselves, and have holders on record. */
export function notFollowed(analysis: Analysis): number[] {
  const { held } = analysis;
  const shown = new Set(companiesShown(analysis));
  const statedOf = (company: number) => rowsOf(analysis, company).filter((row) => !isDeclaration(held, row));
  const holders = new Set([...shown].flatMap(statedOf).map((row) => held.party[row] as number));
  return [...holders].filter((n) => n >= 0 && !shown.has(n) && statedOf(n).length > 0);
}

/** Who is behind a holder that has no will of its own. */
function countsFor({ held, view }: Analysis, row: number): number[] {
  const holder = held.party[row] as number;
  if (holder < 0 || !view.own.kinds.arrangement(holder)) return [];
  return view
    .controllers(holder)
    .ultimate.filter((c) => c.certainty === "certain")
    .map((c) => c.party);
}

/** Named joint holders of the companies shown, by company and token. */
const jointIn = once((analysis: Analysis): ReadonlyMap<string, readonly number[]> => {
  const { held } = analysis;
  const found = new Map<string, Set<number>>();
  for (const company of companiesShown(analysis))
    for (const row of rowsOf(analysis, company)) {
      const { joint } = extraOf(held, row);
      const party = held.party[row] as number;
      if (joint === "" || party < 0) continue;
      const key = `${company} ${joint}`;
      found.set(key, (found.get(key) ?? new Set()).add(party));
    }
  return new Map([...found].map(([key, parties]) => [key, [...parties]]));
});

/** How many hold each joint block of the companies shown. */
export const jointBlocks = (analysis: Analysis) =>
  [...jointIn(analysis)].map(([key, parties]) => ({
    company: Number.parseInt(key, 10),
    count: parties.length,
  }));

/** With whom a holding is held, each of whom reports the whole of it. */
export function jointWith(analysis: Analysis, row: number): number[] {
  const { held } = analysis;
  const { joint } = extraOf(held, row);
  if (joint === "") return [];
  const others = jointIn(analysis).get(`${held.subject[row]} ${joint}`) ?? [];
  return others.filter((one) => one !== held.party[row]);
}

/** What statements themselves say, those of one figure together; one that names no figure says nothing. */
function saysIn({ n, low, high, bits, length }: Interests) {
  let places: Map<number, number> | undefined;
  return (statements: readonly number[]): { range: Percent; statements: number[] }[] => {
    places ??= new Map(Array.from({ length }, (_, i) => [n[i] as number, i]));
    const found = new Map<string, { range: Percent; statements: number[] }>();
    for (const statement of statements) {
      const i = places.get(statement) as number;
      const ends = {
        low: low[i] as number,
        high: high[i] as number,
        lowOpen: ((bits[i] as number) & HELD_LOW_OPEN) !== 0,
        highOpen: ((bits[i] as number) & HELD_HIGH_OPEN) !== 0,
      };
      if (ends.low === 0 && ends.high === WHOLE && !ends.lowOpen && !ends.highOpen) continue;
      const range = toPercent(ends);
      const key = JSON.stringify(range);
      const same = found.get(key) ?? { range, statements: [] };
      same.statements.push(statement);
      found.set(key, same);
    }
    return [...found.values()];
  };
}
