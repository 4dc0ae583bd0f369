import { csvRow, rangeCells } from "../../../ask/csv.ts";
import type { Context, Everything, EverythingOptions } from "../../../ask/question.ts";
import { Problem } from "../../../errors.ts";
import { LAWS, majority } from "../../../laws/index.ts";
import type { Law } from "../../../laws/law.ts";
import { type Day, formatDay } from "../../../model/date.ts";
import { type CaseNetwork, caseNetwork, kindAt, kindsOf } from "../../../networks/case-network.ts";
import { about, addAbove, type InterestIndex } from "../../../networks/closure.ts";
import { ControlView } from "../../../networks/controllers.ts";
import { heldOn } from "../../../networks/held.ts";
import { ownership } from "../../../networks/ownership.ts";
import { others } from "../../../networks/turn.ts";
import { votesIn, votesPercent } from "../analyse.ts";
import { COLUMNS } from "../csv.ts";
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

interface Entities {
  readonly ids: readonly string[];
  readonly jurisdictions: readonly string[];
  /** Ordinals in the order of ids. */
  readonly sorted: Int32Array;
}

async function entitiesOf(context: Context): Promise<Entities> {
  const { column, length } = await context.store.columns(
    "SELECT n, id, jurisdiction FROM entity_now ORDER BY id",
    { n: "int32", id: "text", jurisdiction: "text" },
  );
  const sorted = column.n as Int32Array;
  const ids = new Array<string>(length).fill("");
  const jurisdictions = new Array<string>(length).fill("");
  for (let i = 0; i < length; i++) {
    ids[sorted[i] as number] = (column.id as readonly string[])[i] as string;
    jurisdictions[sorted[i] as number] = (column.jurisdiction as readonly string[])[i] as string;
  }
  return { ids, jurisdictions, sorted };
}

/** Entities judged together, and those above them: the more, the fewer are worked out again and again. */
const [MOST_SUBJECTS, MOST_ABOVE] = [2048, 1 << 13];

async function* rows(
  context: Context,
  laws: readonly Law[],
  list: readonly string[] | undefined,
): AsyncGenerator<string> {
  context.progress(0, 1, "reading the network");
  const entities = await entitiesOf(context);
  const network = await caseNetwork(context.store, context.known);
  const { sorted } = entities;
  const wanted = list === undefined ? null : new Set(list);
  for (let done = 0; done < sorted.length; ) {
    const { subjects, above } = together(network.index(), sorted.subarray(done, done + MOST_SUBJECTS));
    const judge = judging(context, network, entities, above, laws, wanted);
    let text = "";
    for (const n of subjects) {
      await others();
      context.progress(done++, sorted.length, "judging every entity");
      for (const row of judge(n)) text += csvRow(row);
    }
    yield text;
  }
}

/** The first of some entities, so many that not too many are above any of them; and everyone who is, they among them. */
function together(index: InterestIndex, some: Int32Array): { subjects: Int32Array; above: Set<number> } {
  const above = new Set<number>();
  let count = 0;
  while (count < some.length && (count === 0 || above.size < MOST_ABOVE))
    addAbove(above, some[count++] as number, index);
  return { subjects: some.subarray(0, count), above };
}

/** Gives the rows of any of some entities judged together, in the order of the laws and, within one, of the ids of those who come under it. */
function judging(
  context: Context,
  network: CaseNetwork,
  { ids, jurisdictions }: Entities,
  above: ReadonlySet<number>,
  laws: readonly Law[],
  wanted: ReadonlySet<string> | null,
): (ordinal: number) => string[][] {
  const { interests, ordinals } = about(network.index(), above);
  const held = heldOn(interests, context.asOf, context.carry);
  const view = new ControlView(ownership(held, ordinals.length, kindsOf(network, ordinals)));
  const idOf = (local: number) => ids[ordinals[local] as number] ?? "";
  const locals = new Map(Array.from(ordinals, (n, local) => [n, local]));
  const known = lawNetwork(view, {
    kind: kindAt(network, ordinals),
    jurisdiction: (local) => jurisdictions[ordinals[local] as number] ?? "",
    listed: wanted && new Set([...locals.values()].filter((local) => wanted.has(idOf(local)))),
  });
  return (ordinal) => {
    const subject = locals.get(ordinal) as number;
    const analysis = { held, view, controllers: view.controllers(subject) };
    const facts = factsOn(known, subject, analysis);
    const votesOf = (party: number) => (party === subject ? null : votesIn(analysis, party, subject));
    return laws.flatMap((law) => {
      const found = isPlain(law) ? analysis.controllers : judge(law, facts);
      const parties =
        "ultimate" in found ? found.ultimate : found.parties.map((p) => ({ ...p, votes: votesOf(p.party) }));
      const start = [idOf(subject), law.id, found.verdict];
      if (parties.length === 0) return [[...start, "", "", "", "", ""]];
      return parties
        .map(({ party, certainty, votes }) => [
          ...start,
          idOf(party),
          certainty,
          ...rangeCells(votesPercent(votes)),
        ])
        .sort((a, b) => ((a[3] as string) < (b[3] as string) ? -1 : 1));
    });
  };
}
