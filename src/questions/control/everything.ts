import type { Context, Everything, EverythingOptions } from "../../ask/question.ts";
import { Problem } from "../../errors.ts";
import { majority } from "../../laws/index.ts";
import { begun } from "../../networks/begun.ts";
import { linesOf } from "../../networks/register/lines.ts";
import { listEntities } from "../../networks/register/listed.ts";
import { registerOf } from "../../networks/register/of-case.ts";
import { pairsOf } from "../../networks/register/pairs-of.ts";
import { controllerOf, isCertain, nodeOf, type Pairs } from "../../networks/register/recorded.ts";
import { LISTED } from "../../networks/register/two-ends.ts";
import { ultimatePairs } from "../../networks/register/ultimate.ts";
import { COLUMNS } from "./csv.ts";
import { Rows } from "./everything-rows.ts";
import { everyLaw } from "./laws/everything.ts";
import { VerdictRows } from "./verdict-rows.ts";

const PAIRS = ["controller", "controlled", "certainty", "votes_low", "votes_high", "votes_open"];
/** Rows of pairs written without being told to: more is seldom meant. */
const MOST_PAIRS = 100_000_000;
/** Parties between two words of progress. */
const STRIDE = 1 << 14;

/** `--all`: the verdict on every entity; `--pairs`: everyone and everything each controls. Sorted by id. */
export function everyControl(context: Context, options: EverythingOptions): Everything {
  if (options.law !== majority.id || options.list !== undefined) return everyLaw(context, options);
  return options.pairs
    ? { columns: PAIRS, csv: pairs(context, options.atMost ?? MOST_PAIRS) }
    : { columns: COLUMNS, csv: verdicts(context) };
}

async function* verdicts(context: Context): AsyncGenerator<Uint8Array<ArrayBuffer>> {
  context.progress(0, 1, "reading and building the network");
  const reading = begun(listEntities(context.store));
  const register = await registerOf(context.store, context);
  const found = await ultimatePairs(register, (done, total) =>
    context.progress(done, total, "working out control"),
  );
  const listed = await reading;
  const rows = new VerdictRows(register, found, listed);
  const total = listed.sorted.length;
  let done = 0;
  const told = (more: number) => {
    done += more;
    context.progress(done, total, "writing");
  };
  told(0);
  if (found.within !== undefined)
    for await (const { first, end, pieces } of linesOf(found, rows.everyone())) {
      yield* pieces ?? oneByOne(rows, listed.sorted.subarray(first, end));
      told(end - first);
    }
  for (let from = done; from < total; from += STRIDE) {
    const some = listed.sorted.subarray(from, from + STRIDE);
    yield* oneByOne(rows, some);
    told(some.length);
  }
}

/** The rows of some entities, one after the other. */
function* oneByOne(rows: VerdictRows, some: Int32Array): Generator<Uint8Array<ArrayBuffer>> {
  for (const n of some) {
    rows.add(n);
    if (rows.out.full) yield rows.out.take();
  }
  yield rows.out.take();
}

async function* pairs(context: Context, atMost: number): AsyncGenerator<Uint8Array<ArrayBuffer>> {
  context.progress(0, 1, "reading and building the network");
  const register = await registerOf(context.store, context);
  context.progress(0, 1, "reading who there is");
  const { ids, sorted } = await listEntities(context.store);
  const rank = new Int32Array(sorted.length);
  sorted.forEach((n, at) => {
    rank[n] = at;
  });
  const out = new Rows(ids);
  let done = 0;
  const counting = {
    check: (count: number) => checkCount(count, atMost),
    told: (counted: number, total: number) => context.progress(counted, total, "counting pairs"),
  };
  for await (const found of pairsOf(register, sorted, counting)) {
    context.progress(done, sorted.length, "writing pairs");
    done = Math.min(sorted.length, done + LISTED);
    for (const [from, to] of groups(found)) {
      for (const at of inOrder(found, from, to, rank)) {
        const y = nodeOf(found, at);
        if (y >= register.entities) continue;
        out.id(controllerOf(found, at));
        out.text(",");
        out.id(y);
        out.text(isCertain(found, at) ? ",certain," : ",possible,");
        out.votesAt(found, at);
        if (out.full) yield out.take();
      }
    }
  }
  yield out.take();
}

/** Where the pairs of each controller stand: from, and to before. */
function* groups(found: Pairs): Generator<readonly [number, number]> {
  for (let from = 0, to = 0; from < found.length; from = to) {
    const controller = controllerOf(found, from);
    while (to < found.length && controllerOf(found, to) === controller) to++;
    yield [from, to];
  }
}

/** Places `from` to `to`, those of the node first in rank first; of nodes that are no entities, anywhere. */
function inOrder(found: Pairs, from: number, to: number, rank: Int32Array): Int32Array {
  const places = Int32Array.from({ length: to - from }, (_, i) => from + i);
  const at = (place: number) => rank[nodeOf(found, place)] ?? 0;
  return places.length < 2 ? places : places.sort((a, b) => at(a) - at(b));
}

function checkCount(count: number, atMost: number): void {
  if (count <= atMost) return;
  throw new Problem(
    "too-many",
    `there are ${count} pairs, more than ${atMost}`,
    "Say with --at-most how many rows may be written, or ask --all without --pairs.",
    [],
    [`共有 ${count} 对，超过 ${atMost}。`, "请用 --at-most 说明最多写多少行，或用 --all 而不用 --pairs。"],
  );
}
