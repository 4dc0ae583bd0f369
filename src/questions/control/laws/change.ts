import type { Context } from "../../../ask/question.ts";
import type { Law } from "../../../laws/law.ts";
import { kindAt, kindsOf } from "../../../networks/case-network.ts";
import { entityIds } from "../../../networks/cited.ts";
import { jurisdictionsOf } from "../../../networks/jurisdiction.ts";
import { type Compared, changeUnder } from "../change.ts";
import type { ControlFinding } from "../finding.ts";
import { byMajority, type Rule } from "../ruling.ts";
import type { ControlInput } from "../run.ts";
import { numbersOf } from "./answer.ts";
import { byLaw } from "./ruling.ts";
import { isPlain } from "./write.ts";

/** The findings with what changed under the law of each. */
export async function withChanges(
  context: Context,
  compared: Compared,
  laws: readonly Law[],
  input: Pick<ControlInput, "list">,
  findings: readonly ControlFinding[],
): Promise<ControlFinding[]> {
  const rules = await rulesOf(context, compared, laws, input);
  const changed: ControlFinding[] = [];
  for (const finding of findings) {
    const rule = rules.get(finding.law);
    const change = rule ? await changeUnder(context, compared, rule) : null;
    changed.push({ ...finding, change });
  }
  return changed;
}

/** Each law as a rule put to both states: what entities are, and where, is that of the case as it is. */
async function rulesOf(
  context: Context,
  { states: { network, ordinals } }: Compared,
  laws: readonly Law[],
  { list }: Pick<ControlInput, "list">,
): Promise<Map<string, Rule>> {
  const small = { entities: ordinals.length, kinds: kindsOf(network, ordinals) };
  const names = await entityIds(context.store, ordinals);
  const about = {
    kind: kindAt(network, ordinals),
    jurisdiction: await jurisdictionsOf(context.store, ordinals),
    listed: list === undefined ? null : numbersOf({ ordinals, names }, list),
  };
  return new Map(laws.map((law) => [law.id, isPlain(law) ? byMajority(small) : byLaw(law, small, about)]));
}
