import { CsvBytes } from "../../ask/csv-bytes.ts";
import type { Context, Everything, EverythingOptions } from "../../ask/question.ts";
import { Problem } from "../../errors.ts";
import { endSearch } from "../../graph/end-search.ts";
import { formatUnits } from "../../model/share.ts";
import type { VoteRange } from "../../networks/controllers.ts";
import { type Ids, listEntities } from "../../networks/register/listed.ts";
import { registerOf } from "../../networks/register/of-case.ts";
import type { Register } from "../../networks/register/register.ts";
import { tallied } from "../../networks/register/tallied.ts";
import { ultimatePairs } from "../../networks/register/ultimate.ts";
import { onlyController, verdictsOf } from "../../networks/register/verdicts.ts";
import { GroupVotes } from "../../networks/register/votes.ts";
import { everyLaw } from "./laws/everything.ts";

const ALL = ["entity", "law", "verdict", "controller", "certainty", "votes_low", "votes_high", "votes_open"];
const PAIRS = ["controller", "controlled", "certainty", "votes_low", "votes_high", "votes_open"];
/** Rows of pairs written without being told to: more is seldom meant. */
const MOST_PAIRS = 100_000_000;
/** Parties between two words of progress. */
const STRIDE = 1 << 14;

/** `--all`: the verdict on every entity; `--pairs`: everyone and everything each controls. Sorted by id. */
export function everyControl(context: Context, options: EverythingOptions): Everything {
  if (options.law !== "majority" || options.list !== undefined) return everyLaw(context, options);
  return options.pairs
    ? { columns: PAIRS, csv: pairs(context, options.atMost ?? MOST_PAIRS) }
    : { columns: ALL, csv: verdicts(context) };
}

async function* verdicts(context: Context): AsyncGenerator<string> {
  context.progress(0, 1, "reading and building the network");
  const listed = listEntities(context.store);
  listed.catch(() => undefined);
  const register = await registerOf(context.store, context);
  const found = await ultimatePairs(register, (done, total) =>
    context.progress(done, total, "working out control"),
  );
  const [verdictOf, onlyOne] = [verdictsOf(register, found), onlyController(register, found)];
  const { ids, sorted } = await listed;
  const votes = votesWriter();
  const out = new CsvBytes();
  let done = 0;
  for (const n of sorted) {
    if (++done % STRIDE === 0) context.progress(done, sorted.length, "writing");
    const only = onlyOne(n);
    if (only >= 0) {
      writeId(out, ids, n);
      out.text(found.certain(only) ? ",majority,controlled," : ",majority,not known,");
      writeId(out, ids, found.controller[only] as number);
      out.text(found.certain(only) ? ",certain," : ",possible,");
      if (found.anyVotes(only)) {
        const [low, high] = [found.low[only] as number, found.high[only] as number];
        votes(out, low, found.lowOpen(only), high, found.highOpen(only));
      } else out.text(NO_VOTES);
    } else {
      const { verdict, controllers } = verdictOf(n);
      if (controllers.length === 0) {
        writeId(out, ids, n);
        out.text(`,majority,${verdict},,,,,\n`);
      }
      for (const { party, certainty, votes: of } of controllers) {
        writeId(out, ids, n);
        out.text(`,majority,${verdict},`);
        writeId(out, ids, party);
        out.text(`,${certainty},`);
        writeVotes(out, of, votes);
      }
    }
    if (out.full) yield out.take();
  }
  yield out.take();
}

const writeId = (out: CsvBytes, { bytes, start }: Ids, n: number) =>
  out.cell(bytes, start[n] as number, (start[n + 1] as number) - 1);

async function* pairs(context: Context, atMost: number): AsyncGenerator<string> {
  context.progress(0, 1, "reading and building the network");
  const register = await registerOf(context.store, context);
  context.progress(0, 1, "reading who there is");
  const { ids, sorted } = await listEntities(context.store);
  const lower = endSearch(register.lower, true);
  const upper = endSearch(register.upper, false);
  await checkCount(context, register, atMost);
  const votesOf = new GroupVotes(register, lower, upper);
  const votes = votesWriter();
  const rank = new Int32Array(sorted.length);
  sorted.forEach((n, at) => {
    rank[n] = at;
  });
  const out = new CsvBytes();
  let done = 0;
  for (const x of sorted) {
    if (++done % STRIDE === 0) context.progress(done, sorted.length, "writing pairs");
    lower.search(x);
    const count = upper.search(x);
    if (count === 0) continue;
    const found = upper.found.slice(0, count).filter((y) => y < register.entities);
    for (const at of found.map((y) => rank[y] as number).sort()) {
      const y = sorted[at] as number;
      const sure = lower.reached(y) ? "certain" : "possible";
      writeId(out, ids, x);
      out.text(",");
      writeId(out, ids, y);
      out.text(`,${sure},`);
      writeVotes(out, votesOf.of(y), votes);
      if (out.full) yield out.take();
    }
  }
  yield out.take();
}

async function checkCount(context: Context, { upper, entities }: Register, atMost: number): Promise<void> {
  const counts = await tallied(upper, false, entities, (done, total) =>
    context.progress(done, total, "counting pairs"),
  );
  const count = counts.subarray(0, entities).reduce((sum, n) => sum + n, 0);
  if (count <= atMost) return;
  throw new Problem(
    "too-many",
    `there are ${count} pairs, more than ${atMost}`,
    "Say with --at-most how many rows may be written, or ask --all without --pairs.",
  );
}

/** The last cells of a row: votes_low, votes_high, votes_open, all empty where no votes are on record. */
const NO_VOTES = ",,\n";
const OPEN = [",\n", ",low\n", ",high\n", ",both\n"];
type VotesWriter = ReturnType<typeof votesWriter>;

function writeVotes(out: CsvBytes, votes: VoteRange | null, write: VotesWriter): void {
  if (votes === null) out.text(NO_VOTES);
  else write(out, votes.low.value, votes.low.open, votes.high.value, votes.high.open);
}

/** Writes them where there are any. Figures are remembered: registers repeat them. */
function votesWriter() {
  const known = new Map<number, string>();
  const figure = (units: number) => {
    let text = known.get(units);
    if (text === undefined) {
      text = formatUnits(units);
      if (known.size < STRIDE) known.set(units, text);
    }
    return text;
  };
  return (out: CsvBytes, least: number, lowOpen: boolean, high: number, highOpen: boolean): void => {
    const low = Math.min(least, high);
    out.text(figure(low));
    out.text(",");
    out.text(figure(high));
    out.text(OPEN[low < high ? (lowOpen ? 1 : 0) + (highOpen ? 2 : 0) : 0] as string);
  };
}
