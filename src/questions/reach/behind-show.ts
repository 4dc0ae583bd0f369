import { listOf, nameOf } from "../../ask/say/name.ts";
import type { ReachFinding } from "./finding.ts";
import type { ReachView } from "./speech.ts";
import { reachWords } from "./words.ts";

type Behind = NonNullable<ReachFinding["jointly"]>["behind"][number];

/** Who controls those that something is controlled with, in turn: a sentence for each of them, once. */
export function behindSaid(
  view: Pick<ReachView, "entities" | "lang">,
  findings: readonly Pick<ReachFinding, "jointly">[],
): { text: string; because: readonly string[] }[] {
  const words = reachWords(view.lang);
  const name = (id: string) => nameOf(view.entities[id], view.lang, id);
  const all = findings.flatMap(({ jointly }) => jointly?.behind ?? []);
  const partners = [...new Set(all.map(({ through }) => through))].sort();
  return partners.flatMap((partner) => {
    const over = new Map(all.filter(({ through }) => through === partner).map((b) => [b.party, b]));
    const said = (some: readonly Behind[], say: (who: string, other: string, count: number) => string) =>
      some.length === 0
        ? []
        : [
            {
              text: say(
                listOf(
                  some.map(({ party }) => name(party)),
                  view.lang,
                ),
                name(partner),
                some.length,
              ),
              because: [...new Set(some.flatMap(({ because }) => because))].sort(),
            },
          ];
    const [alone, together] = [(b: Behind) => b.joint.length === 0, (b: Behind) => b.joint.length > 0];
    return [
      ...said([...over.values()].filter(alone), words.controlsOther),
      ...said([...over.values()].filter(together), words.togetherControlOther),
    ];
  });
}
