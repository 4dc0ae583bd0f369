import type { Span } from "../../ask/block.ts";
import type { View } from "../../ask/question.ts";
import { nameOf } from "../../ask/say/name.ts";
import type { ReachFinding } from "./finding.ts";
import type { ReachOverall } from "./overall.ts";
import type { ReachInput } from "./run.ts";

export type ReachView = View<ReachInput, ReachFinding, ReachOverall>;

/** An entity by name, as a link. */
export const entityIn = (view: Pick<ReachView, "entities" | "lang">, id: string): Span => ({
  text: nameOf(view.entities[id], view.lang, id),
  entity: id,
});
