import { csvRow, rangeCells } from "../../../ask/csv.ts";
import type { Context, Everything, EverythingOptions } from "../../../ask/question.ts";
import { Problem } from "../../../errors.ts";
import { LAWS, majority } from "../../../laws/index.ts";
import type { Law } from "../../../laws/law.ts";
import { type Day, formatDay } from "../../../model/date.ts";
import { type CaseNetwork, caseNetwork, kindAt, kindsOf } from "../../../networks/case-network.ts";
import { about, everAbove } from "../../../networks/closure.ts";
import { others } from "../../../networks/turn.ts";
import { analyse, votesIn, votesPercent } from "../analyse.ts";
import { COLUMNS } from "../csv.ts";
import { lawFacts } from "./facts.ts";
import { judge } from "./judge.ts";
import { isHypothetical, isPlain } from "./write.ts";

const STRIDE = 256;

/**
 * `--all` under any law, or all of them: every entity judged by itself on the network above it, as one answer does it.
 * Cost: that of as many answers, without their proofs and histories; majority rule alone has a faster way.
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

async function* rows(
  context: Context,
  laws: readonly Law[],
  list: readonly string[] | undefined,
): AsyncGenerator<string> {
  context.progress(0, 1, "reading the network");
  const entities = await entitiesOf(context);
  const network = await caseNetwork(context.store, context.known);
  const wanted = list === undefined ? null : new Set(list);
  let text = "";
  let done = 0;
  for (const n of entities.sorted) {
    await others();
    context.progress(done++, entities.sorted.length, "judging every entity");
    for (const row of judged(context, network, entities, n, laws, wanted)) text += csvRow(row);
    if (done % STRIDE !== 0) continue;
    yield text;
    text = "";
  }
  yield text;
}

/** The rows of one entity, in the order of the laws and, within one, of the ids of those who come under it. */
function judged(
  context: Context,
  network: CaseNetwork,
  { ids, jurisdictions }: Entities,
  ordinal: number,
  laws: readonly Law[],
  wanted: ReadonlySet<string> | null,
): string[][] {
  const { interests, ordinals } = about(network.index(), everAbove(network.index(), ordinal));
  const analysis = analyse(
    { interests, entities: ordinals.length, kinds: kindsOf(network, ordinals), carry: context.carry },
    context.asOf,
  );
  const idOf = (local: number) => ids[ordinals[local] as number] ?? "";
  const locals = [...ordinals.keys()];
  const facts = lawFacts(analysis, {
    kind: kindAt(network, ordinals),
    jurisdiction: (local) => jurisdictions[ordinals[local] as number] ?? "",
    listed: wanted && new Set(locals.filter((local) => wanted.has(idOf(local)))),
  });
  return laws.flatMap((law) => {
    const found = isPlain(law) ? analysis.controllers : judge(law, facts);
    const parties =
      "ultimate" in found
        ? found.ultimate
        : found.parties.map((p) => ({ ...p, votes: p.party === 0 ? null : votesIn(analysis, p.party) }));
    const start = [idOf(0), law.id, found.verdict];
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
}
