import { csvRow, rangeCells } from "../../../ask/csv.ts";
import type { Context, Everything, EverythingOptions } from "../../../ask/question.ts";
import { Problem } from "../../../errors.ts";
import { LAWS, majority } from "../../../laws/index.ts";
import type { Law } from "../../../laws/law.ts";
import { type Day, formatDay } from "../../../model/date.ts";
import { type CaseNetwork, caseNetwork, kindAt, kindsOf } from "../../../networks/case-network.ts";
import { about, addAbove, type InterestIndex } from "../../../networks/closure.ts";
import { type Controllers, ControlView } from "../../../networks/controllers.ts";
import { type HeldTable, heldOn } from "../../../networks/held.ts";
import { everyJurisdiction } from "../../../networks/jurisdiction.ts";
import { ownership } from "../../../networks/ownership.ts";
import { listEntities, textsOf } from "../../../networks/register/listed.ts";
import { others } from "../../../networks/turn.ts";
import { type Analysis, votesIn, votesPercent } from "../analyse.ts";
import { COLUMNS } from "../csv.ts";
import { anyJointly } from "./controlled.ts";
import { factsOn, lawNetwork } from "./facts.ts";
import { judge } from "./judge.ts";
import { isHypothetical, isPlain } from "./write.ts";

/**
 * `--all` under any law, or all of them: every entity judged as one answer does it, many at a time on the network above
 * all of them. Majority rule alone has a faster way.
 */
export function everyLaw(context: Context, { law, list, pairs }: EverythingOptions): Everything {
  const laws = law === "all" ? LAWS : LAWS.filter((one) => one.id === law);
  if (laws.length === 0 || pairs) {
    throw new Problem(
      "not-in-this-version",
      pairs ? `every pair under law "${law}" is not in this version` : `law "${law}" is not in this version`,
      pairs
        ? `--pairs answers under ${majority.id}.`
        : `Laws here: ${LAWS.map((l) => l.id).join(", ")}, or all.`,
    );
  }
  if (list !== undefined && !laws.some((one) => one.list)) {
    throw new Problem(
      "bad-input",
      `a list is given, and law "${law}" is about no list`,
      "Ask under a law that is, or leave the list out.",
    );
  }
  return { columns: COLUMNS, notes: notesOn(laws, context.asOf), csv: rows(context, laws, list) };
}

/** Laws that do not apply on the day, which no column tells. */
const notesOn = (laws: readonly Law[], day: Day): string[] =>
  laws
    .filter((law) => isHypothetical(law, day))
    .map((law) => {
      const when = [law.from && `from ${law.from}`, law.to && `to ${law.to}`].filter(Boolean).join(" ");
      return `${law.id} applies ${when}; for ${formatDay(day)} its rows are hypothetical.`;
    });

/** What is known of everyone, by ordinal. */
interface Everyone {
  readonly network: CaseNetwork;
  readonly idOf: (n: number) => string;
  readonly jurisdiction: (n: number) => string;
  /** Those on the list given with the question; null where none was given. */
  readonly listed: ReadonlySet<number> | null;
}

/** Entities judged together, and those above them beside whoever is above the first: the more, the fewer are worked out again and again. */
const [MOST_SUBJECTS, MOST_MORE] = [2048, 1 << 13];
/** Lines of entities that are written at a time at most; and, of those that need no work, between two turns of others. */
const [MOST, EACH] = [1 << 15, 1 << 8];

async function* rows(
  context: Context,
  laws: readonly Law[],
  list: readonly string[] | undefined,
): AsyncGenerator<string> {
  context.progress(0, 1, "reading the network");
  const network = await caseNetwork(context.store, context.known);
  const { ids, sorted } = await listEntities(context.store);
  const everyone: Everyone = {
    network,
    idOf: textsOf(ids),
    jurisdiction: await everyJurisdiction(context.store, sorted.length),
    listed:
      list === undefined ? null : new Set(await Promise.all(list.map((id) => context.store.ordinal(id)))),
  };
  const alike = new Alike(everyone);
  for (let done = 0; done < sorted.length; ) {
    const { subjects, above } = together(network.index(), sorted.subarray(done, done + MOST), alike);
    const judge = judging(context, everyone, above, laws);
    let text = "";
    for (const n of subjects) {
      if (done % EACH === 0 || !alike.knows(n)) await others();
      context.progress(done++, sorted.length, "judging every entity");
      for (const row of alike.of(n) ?? alike.learn(n, judge(n))) text += csvRow(row);
    }
    yield text;
  }
}

/**
 * Entities nothing was ever said of: nobody is above them, so that those of one kind fare alike under every law, but for
 * those on a list. One of each kind is judged.
 */
class Alike {
  readonly #everyone: Everyone;
  readonly #rows = new Map<number, readonly (readonly string[])[]>();

  constructor(everyone: Everyone) {
    this.#everyone = everyone;
  }

  knows(n: number): boolean {
    return this.#bare(n) && this.#rows.has(this.#kind(n));
  }

  /** The rows of one, if they are known. */
  of(n: number): readonly (readonly string[])[] | null {
    const rows = this.#bare(n) ? this.#rows.get(this.#kind(n)) : undefined;
    if (rows === undefined) return null;
    const id = this.#everyone.idOf(n);
    return rows.map(([, ...rest]) => [id, ...rest]);
  }

  /** Keeps the rows of one for others alike. */
  learn(n: number, rows: readonly (readonly string[])[]): readonly (readonly string[])[] {
    if (this.#bare(n)) this.#rows.set(this.#kind(n), rows);
    return rows;
  }

  #kind(n: number): number {
    return this.#everyone.network.kind[n] as number;
  }

  #bare(n: number): boolean {
    const { start } = this.#everyone.network.index().bySubject;
    return start[n] === start[n + 1] && !this.#everyone.listed?.has(n);
  }
}

/** The first of some entities, so many that not too many are above any of them; and everyone who is, they among them, but for those known already. */
function together(
  index: InterestIndex,
  some: Int32Array,
  alike: Alike,
): { subjects: Int32Array; above: Set<number> } {
  const above = new Set<number>();
  let [count, asked, most] = [0, 0, Number.POSITIVE_INFINITY];
  for (; count < some.length && asked < MOST_SUBJECTS && above.size < most; count++) {
    const n = some[count] as number;
    if (alike.knows(n)) continue;
    addAbove(above, n, index);
    if (asked++ === 0) most = above.size + MOST_MORE;
  }
  return { subjects: some.subarray(0, count), above };
}

/** Who controls the subject, worked out once it is asked for: not every law does. */
function analysisOf(held: HeldTable, view: ControlView, subject: number): Analysis {
  let controllers: Controllers | null = null;
  return {
    held,
    view,
    get controllers() {
      controllers ??= view.controllers(subject);
      return controllers;
    },
  };
}

/** Gives the rows of any of some entities judged together, in the order of the laws and, within one, of the ids of those who come under it. */
function judging(
  context: Context,
  { network, idOf, jurisdiction, listed }: Everyone,
  above: ReadonlySet<number>,
  laws: readonly Law[],
): (ordinal: number) => string[][] {
  const { interests, ordinals } = about(network.index(), above);
  const held = heldOn(interests, context.asOf, context.carry);
  const view = new ControlView(ownership(held, ordinals.length, kindsOf(network, ordinals)));
  const id = (local: number) => idOf(ordinals[local] as number);
  const locals = new Map(Array.from(ordinals, (n, local) => [n, local]));
  const known = lawNetwork(view, {
    kind: kindAt(network, ordinals),
    jurisdiction: (local) => jurisdiction(ordinals[local] as number),
    listed: listed && new Set([...locals].flatMap(([n, local]) => (listed.has(n) ? [local] : []))),
  });
  return (ordinal) => {
    const subject = locals.get(ordinal) as number;
    const analysis = analysisOf(held, view, subject);
    const facts = factsOn(known, subject, analysis);
    const votesOf = (party: number) => {
      if (party === subject) return null;
      return anyJointly(known) ? votesIn(analysis, party, subject) : view.votes(party, subject);
    };
    return laws.flatMap((law) => {
      const found = isPlain(law) ? analysis.controllers : judge(law, facts);
      const parties =
        "ultimate" in found ? found.ultimate : found.parties.map((p) => ({ ...p, votes: votesOf(p.party) }));
      const start = [id(subject), law.id, found.verdict];
      if (parties.length === 0) return [[...start, "", "", "", "", ""]];
      return parties
        .map(({ party, certainty, votes }) => [
          ...start,
          id(party),
          certainty,
          ...rangeCells(votesPercent(votes)),
        ])
        .sort((a, b) => ((a[3] as string) < (b[3] as string) ? -1 : 1));
    });
  };
}
