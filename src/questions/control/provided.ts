import { listOf } from "../../ask/say/name.ts";
import { RIGHTS, type RightCode } from "../../model/rights.ts";
import type { ControlFinding } from "./finding.ts";
import { holdingOf, shareWords } from "./share-words.ts";
import { called, isVoting, type Speech } from "./speech.ts";

type Step = ControlFinding["controllers"][number]["proof"][number];

/** Besides their size, what would have to be true of blocks of votes that make somebody a possible controller. */
export function votesProvided(
  speech: Speech,
  finding: ControlFinding,
  blocks: readonly Step[],
  enough: boolean,
): string {
  const { view, name, words } = speech;
  const more = shareWords(view.lang);
  const { held } = blocks[0] as Step;
  const dates = blocks.some((s) => {
    const holding = holdingOf(finding, s);
    return holding?.presence === "possible" && holding.carriedDays === null;
  });
  const classes = view.gaps.some((g) => g.code === "share-classes" && g.about[0] === held);
  const conflict = finding.conflicts.some(({ company }) => company === held);
  const rivals = outranking(finding, held, blocks).map((r) =>
    words.rightOf(name(r.party), called(speech, r)),
  );
  return [
    dates ? more.onThisDay : "",
    classes ? more.classCarries : "",
    conflict ? more.contradicts : "",
    enough && rivals.length > 0 ? more.notOutranked(listOf(rivals, view.lang)) : "",
  ].join("");
}

/** Rights of others over a company that would outrank votes if they counted in full, and may. */
const outranking = ({ rights }: ControlFinding, held: string, blocks: readonly Step[]) =>
  rights.filter(
    (r) =>
      r.company === held &&
      r.counts === "possible" &&
      !blocks.some((s) => s.holder === r.party) &&
      OUTRANKS.has(RIGHTS[r.right as RightCode]?.effect ?? ""),
  );

const OUTRANKS: ReadonlySet<string> = new Set([
  "contract",
  "conditional-contract",
  "dominant",
  "partnership",
]);

/** What would have to be true of a right by which somebody possibly controls; a space before it. */
export function rightProvided({ view }: Speech, finding: ControlFinding, s: Step): string {
  const more = shareWords(view.lang);
  if (isVoting(s)) return "";
  if (s.conditional || s.right === "conditionalRightsGrantedByContract") return more.conditionMet;
  if (holdingOf(finding, s)?.presence === "possible") return more.heldThatDay;
  const effect = RIGHTS[s.right as RightCode]?.effect;
  return effect === "board" || effect === "influence" ? more.amounts : "";
}
