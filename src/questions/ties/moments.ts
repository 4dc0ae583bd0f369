import type { Context } from "../../ask/question.ts";
import type { Day } from "../../model/date.ts";
import { NO_DAY } from "../../networks/interests.ts";
import { type CaseTies, caseTies } from "../../networks/ties/case-ties.ts";
import { linksOn } from "../../networks/ties/find.ts";
import { rowsOf, strengthsOn } from "../../networks/ties/strength.ts";
import { countingOf, type TiesInput } from "./input.ts";
import { searchOf } from "./run.ts";

/** Long after everything, and the year 1000: earlier bounds stand for "no bound". */
const AT_LAST = 1_000_000;
const LONG_AGO = -354_000;
const MOST = 50;

/** Days on which the ties on the strongest paths there ever were began, ended, were observed or grew too old to carry. */
export async function momentsOfTies(context: Context, input: TiesInput): Promise<readonly Day[]> {
  const ties = await caseTies(context.store, context.known);
  const counting = countingOf({ ...context, asOf: AT_LAST }, { ...input, when: "ever" });
  const { search } = await searchOf(context, ties, { ...input, paths: MOST });
  const { paths } = search({ ...ties.graph, strength: strengthsOn(ties, counting) });
  const links = new Set(paths.flatMap((path) => linksOn(ties, path.nodes)));
  const rows = [...links].flatMap((link) => rowsOf(ties, link, counting));
  const days = new Set(rows.flatMap((row) => daysOf(ties, row, context.carry)));
  return [...days].filter((day) => day > LONG_AGO && day < AT_LAST).sort((a, b) => a - b);
}

function daysOf({ mentions }: CaseTies, row: number, carry: number): Day[] {
  const [fromLo, fromHi] = [mentions.from_lo[row] as number, mentions.from_hi[row] as number];
  const start = fromLo === NO_DAY && fromHi === NO_DAY ? [mentions.stated[row] as number] : [fromLo, fromHi];
  const runsOut = mentions.observed[row] === 1 ? [(start[0] as number) + carry + 1] : [];
  return [...start, ...runsOut, mentions.to_lo[row] as number, mentions.to_hi[row] as number];
}
