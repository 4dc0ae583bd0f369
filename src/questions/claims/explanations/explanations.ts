import type { Context } from "../../../ask/question.ts";
import { Problem } from "../../../errors.ts";
import type { Statement } from "../../../model/statement.ts";
import { type Relays, relaysOf } from "../../../networks/relays.ts";
import { sourcesOf } from "../attached.ts";
import { rowsOf, statedIn, type TextRead } from "../read.ts";
import type { ClaimsInput } from "../run.ts";
import { matrixOf, raterOf } from "./matrix.ts";
import type { ExplanationSet } from "./overall.ts";

/**
 * The sets of explanations that bear on a text: the one asked for, or those that share an item of evidence with a claim
 * of the text.
 */
export async function explanationsOf(
  { store, known }: Context,
  input: ClaimsInput,
  text: TextRead,
  relays: Relays,
): Promise<ExplanationSet[]> {
  const names = await setsIn(store, known);
  if (input.set !== undefined && !names.includes(input.set)) {
    const hint = names.length === 0 ? "The case holds none." : "Leave it out for all that bear on the text.";
    throw new Problem("bad-input", `there is no set of explanations "${input.set}"`, hint, names, [
      `没有名为“${input.set}”的一组解释。`,
      names.length === 0 ? "本案卷中一组也没有。" : "不填则显示与该文本有关的各组。",
    ]);
  }
  const attached = new Set([...text.links.values()].flat().map((link) => link.properties.statement ?? ""));
  const found: ExplanationSet[] = [];
  for (const set of input.set === undefined ? names : [input.set]) {
    const items = await rowsOf(store, known, "evidence", "claim", [set]);
    const touches = items.some((item) => attached.has(item.properties.statement ?? ""));
    if (input.set === undefined && !touches) continue;
    const hypotheses = await rowsOf(store, known, "hypothesis", "set", [set]);
    const ratings = await rowsOf(
      store,
      known,
      "rating",
      "evidence",
      items.map((item) => item.id),
    );
    const of = ratingsOf(ratings, input.rater);
    const stated = await statedIn(
      store,
      known,
      items.map((item) => item.properties.statement ?? ""),
    );
    const statements = [...stated.values()].map((one) => one.statement);
    const more = await relaysOf(store, statements.flatMap(sourcesOf));
    const rootOf = (id: string) => (relays.read.has(id) ? relays.rootOf(id) : more.rootOf(id));
    const there = items.filter((item) => stated.has(item.properties.statement ?? ""));
    found.push(matrixOf({ set, hypotheses, items: there, ratings: of, stated, rootOf }));
  }
  return found;
}

async function setsIn(store: Context["store"], known: Context["known"]): Promise<string[]> {
  const rows = await rowsOf(store, known, "hypothesis", "set", await distinct(store));
  return [...new Set(rows.map((row) => row.properties.set ?? ""))].sort();
}

async function distinct(store: Context["store"]): Promise<string[]> {
  const rows = await store.rows<{ name: string }>(
    "SELECT DISTINCT json_extract_string(props, '$.set') AS name FROM statement_all WHERE kind = 'hypothesis' ORDER BY name",
  );
  return rows.map((row) => row.name);
}

function ratingsOf(all: readonly Statement[], rater: string | undefined): readonly Statement[] {
  if (rater === undefined) return all;
  const found = all.filter((one) => raterOf(one) === rater);
  if (found.length > 0) return found;
  const names = [...new Set(all.map(raterOf))].sort();
  throw new Problem(
    "bad-input",
    `nobody called "${rater}" rated here`,
    "Leave it out for all raters.",
    names,
    [`没有名为“${rater}”的人在此作过评定。`, "不填则显示所有人的评定。"],
  );
}
