import type { Context, Everything } from "../../ask/question.ts";
import { Problem } from "../../errors.ts";
import { formatUnits } from "../../model/share.ts";
import { caseNetwork, kindsOf } from "../../networks/case-network.ts";
import { ControlView, type VoteRange } from "../../networks/controllers.ts";
import { heldOn } from "../../networks/held.ts";
import { ownership } from "../../networks/ownership.ts";
import { ultimatePairs, verdictsOf } from "../../networks/ultimate.ts";

const ALL = ["entity", "law", "verdict", "controller", "certainty", "votes_low", "votes_high", "votes_open"];
const PAIRS = ["controller", "controlled", "certainty", "votes_low", "votes_high", "votes_open"];

/** `--all`: the verdict on every entity; `--pairs`: everyone and everything each controls. Sorted by id. */
export function everyControl(context: Context, options: { pairs: boolean; law: string }): Everything {
  if (options.law !== "majority") {
    throw new Problem(
      "not-in-this-version",
      `every entity under law "${options.law}" is not in this version`,
      "--all answers under majority; ask one entity for other laws.",
    );
  }
  return options.pairs ? { columns: PAIRS, rows: pairs(context) } : { columns: ALL, rows: verdicts(context) };
}

interface Whole {
  readonly view: ControlView;
  readonly ids: readonly string[];
  /** Ordinals of entities in the order of their ids. */
  readonly sorted: Int32Array;
}

async function whole(context: Context): Promise<Whole> {
  context.progress(0, 3, "reading the network");
  const network = await caseNetwork(context.store, context.known);
  const { column, length } = await context.store.columns("SELECT n, id FROM entity_now", {
    n: "int32",
    id: "text",
  });
  const ids: string[] = new Array(network.entities).fill("");
  const listed = column.n as Int32Array;
  for (let i = 0; i < length; i++) ids[listed[i] as number] = (column.id as readonly string[])[i] as string;
  context.progress(1, 3, "building the network");
  const held = heldOn(network.interests, context.asOf, context.carry);
  const view = new ControlView(ownership(held, network.entities, kindsOf(network)));
  const sorted = listed.slice().sort((a, b) => ((ids[a] as string) < (ids[b] as string) ? -1 : 1));
  return { view, ids, sorted };
}

async function* verdicts(context: Context): AsyncGenerator<readonly string[]> {
  const { view, ids, sorted } = await whole(context);
  context.progress(2, 3, "working out control");
  const pairsFound = ultimatePairs(view, (done, total) =>
    context.progress(done, total, "working out control"),
  );
  const verdictOf = verdictsOf(view, pairsFound);
  for (const n of sorted) {
    const { verdict, controllers } = verdictOf(n);
    const row = [ids[n] as string, "majority", verdict];
    if (controllers.length === 0) yield [...row, "", "", "", "", ""];
    for (const c of controllers) yield [...row, ids[c.party] as string, c.certainty, ...votesCells(c.votes)];
  }
}

async function* pairs(context: Context): AsyncGenerator<readonly string[]> {
  const { view, ids, sorted } = await whole(context);
  let done = 0;
  for (const x of sorted) {
    if (++done % 10_000 === 0) context.progress(done, sorted.length, "writing pairs");
    const certain = new Set(view.lower.certain(x));
    const reached = [...view.upper.possible(x)].filter((y) => y < view.own.entities && y !== x);
    reached.sort((a, b) => ((ids[a] as string) < (ids[b] as string) ? -1 : 1));
    for (const y of reached) {
      const sure = certain.has(y) ? "certain" : "possible";
      yield [ids[x] as string, ids[y] as string, sure, ...votesCells(view.votesNow(y))];
    }
  }
}

/** votes_low, votes_high, votes_open of a row; all empty where no votes are on record. */
export function votesCells(votes: VoteRange | null): [string, string, string] {
  if (votes === null) return ["", "", ""];
  const low = Math.min(votes.low.value, votes.high.value);
  const apart = low < votes.high.value;
  const open = [apart && votes.low.open, apart && votes.high.open];
  return [
    formatUnits(low),
    formatUnits(votes.high.value),
    open[0] && open[1] ? "both" : open[0] ? "low" : open[1] ? "high" : "",
  ];
}
