import { listOf, nameOf } from "../../ask/say/name.ts";
import { reachChangeWords } from "./change-words.ts";
import type { Jointly } from "./finding.ts";
import type { Standing } from "./overall.ts";
import { overallWords } from "./overall-words.ts";
import type { ReachView } from "./speech.ts";

/** How a party stands, or stood, to an entity, and with whom where it does with others only. */
export function stood(view: ReachView, standing: Standing, jointly: Jointly | null): string {
  const words = reachChangeWords(view.lang);
  const alone = overallWords(view.lang).standing[standing];
  if (jointly === null) return alone;
  const others = namesOf(view, jointly.with);
  return standing === "jointly" ? words.jointly[jointly.certainty](others) : words.besides(alone, others);
}

/** Some entities by name, as a list. */
export const namesOf = (view: ReachView, ids: readonly string[]): string =>
  listOf(
    ids.map((id) => nameOf(view.entities[id], view.lang, id)),
    view.lang,
  );
