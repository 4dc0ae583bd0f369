import { parseDay } from "../src/model/date.ts";
import type { TiesFinding } from "../src/questions/ties/finding.ts";
import { ties } from "../src/questions/ties/index.ts";
import { openCase } from "../src/store/duckdb.ts";

const COMPANIES = 20;

type Name =
  | "cold"
  | "newDay"
  | "near"
  | "slowestNear"
  | "between"
  | "slowestBetween"
  | "core"
  | "slowestCore";
type TiesMeasure = Readonly<Record<Name | "paths", number>>;

/**
 * Ties in a process that has just opened the case, then warm: from companies to those near them by at most six links,
 * the 20 strongest paths between each and the last it reaches, and between companies of the dense core; the first answer
 * for another day. Seconds.
 */
export async function tying(_from: string, file: string): Promise<TiesMeasure> {
  const store = await openCase(file, { readOnly: true });
  const clocks = { asOf: parseDay("2023-01-01"), known: null, carry: 400 };
  const one = async (input: Readonly<Record<string, unknown>>, asOf = clocks.asOf) => {
    const start = performance.now();
    const context = { ...clocks, asOf, store, progress: () => undefined };
    const { findings } = await ties.run(context, ties.input.parse(input));
    return { seconds: Math.round(performance.now() - start) / 1000, findings };
  };
  const cold = await one({ entity: "c1000" });
  const near: number[] = [];
  const between: number[] = [];
  let paths = 0;
  for (let n = 0; n < COMPANIES; n++) {
    const entity = `c${1000 + 97 * n}`;
    const reached = await one({ entity, longest: 6, paths: 20 });
    near.push(reached.seconds);
    const last: TiesFinding | undefined = reached.findings.at(-1);
    if (last === undefined) continue;
    const found = await one({ entity, to: last.to, paths: 20 });
    between.push(found.seconds);
    paths += found.findings.length;
  }
  const core: number[] = [];
  for (let n = 0; n < COMPANIES / 2; n++) {
    const found = await one({ entity: `c${n}`, to: `c${100 + n}`, paths: 20 });
    core.push(found.seconds);
    paths += found.findings.length;
  }
  const newDay = await one({ entity: "c1000" }, parseDay("2022-01-01"));
  await store.close();
  return {
    cold: cold.seconds,
    newDay: newDay.seconds,
    near: median(near),
    slowestNear: Math.max(...near),
    between: median(between),
    slowestBetween: Math.max(...between),
    core: median(core),
    slowestCore: Math.max(...core),
    paths,
  };
}

const median = (times: readonly number[]) => [...times].sort((a, b) => a - b)[times.length >> 1] ?? 0;
