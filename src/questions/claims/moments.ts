import type { Context } from "../../ask/question.ts";
import type { Day } from "../../model/date.ts";
import { readText } from "./read.ts";
import { namedBy } from "./recompute/recompute.ts";
import type { ClaimsInput } from "./run.ts";

/** Days from which something attached to a claim is true: before, it does not count. */
export async function momentsOfText({ store, known }: Context, input: ClaimsInput): Promise<readonly Day[]> {
  const text = await readText(store, known, input.text, namedBy);
  const attached = new Set([...text.links.values()].flat().map((link) => link.properties.statement));
  const days = [...text.stated.values()].flatMap(({ statement, from }) =>
    from !== null && attached.has(statement.id) ? [from] : [],
  );
  return [...new Set(days)].sort((a, b) => a - b);
}
