import { listOf } from "../../ask/say/name.ts";
import { RIGHTS, type RightCode } from "../../model/rights.ts";
import type { ControlFinding } from "./finding.ts";
import { holdingOf, shareWords } from "./share-words.ts";
import { called, isVoting, type Speech } from "./speech.ts";

type Step = ControlFinding["controllers"][number]["proof"][number];

/**
 * Besides their size, what would have to be true of blocks of votes that make somebody a possible controller; `rivals`
 * are the rights of others that may outrank them, by place.
 */
export function votesProvided(
  speech: Speech,
  finding: ControlFinding,
  blocks: readonly Step[],
  rivals: readonly number[],
): string {
  const { view, name, words } = speech;
  const more = shareWords(view.lang);
  const { held } = blocks[0] as Step;
  const stakes = blocks.map((s) => holdingOf(finding, s));
  const dates = stakes.some((h) => h?.presence === "possible" && !h.aged);
  const classes = view.gaps.some((g) => g.code === "share-classes" && g.about[0] === held);
  const conflict = finding.conflicts.some(({ company }) => company === held);
  const above = rivals
    .flatMap((at) => finding.rights[at] ?? [])
    .filter((r) => r.company === held)
    .map((r) => words.rightOf(name(r.party), called(speech, r)));
  return [
    dates ? more.onThisDay : "",
    agreed(finding, held, stakes) ? more.byAgreement : "",
    classes ? more.classCarries : "",
    conflict ? more.contradicts : "",
    above.length > 0 ? more.notOutranked(listOf(above, view.lang)) : "",
  ].join("");
}

/** Whether who casts a stake hangs on an agreement that may not hold on the day. */
const agreed = (finding: ControlFinding, held: string, stakes: readonly (Holding | undefined)[]): boolean =>
  finding.holdings.some(
    (h) =>
      h.held === held &&
      h.presence === "possible" &&
      AGREEMENTS.has(effectOf(h.right)) &&
      stakes.some(
        (one) => one !== undefined && (one.party === h.party || membersOf(finding, h).includes(one.party)),
      ),
  );

type Holding = ControlFinding["holdings"][number];

const AGREEMENTS: ReadonlySet<string> = new Set(["nominal", "concert"]);
const effectOf = (right: string): string => RIGHTS[right as RightCode]?.effect ?? "";
const membersOf = ({ rights }: ControlFinding, h: Holding): readonly (string | null)[] =>
  rights.find((r) => r.company === h.held && r.right === h.right && r.because.join() === h.because.join())
    ?.members ?? [];

/** What would have to be true of a right by which somebody possibly controls; a space before it. */
export function rightProvided({ view }: Speech, finding: ControlFinding, s: Step): string {
  const more = shareWords(view.lang);
  const holding = holdingOf(finding, s);
  if (isVoting(s) || holding?.counts === "certain") return "";
  const effect = effectOf(s.right);
  const condition = holding?.conditional || effect === "conditional-contract";
  const short = effect === "board" || effect === "influence";
  return [
    condition ? more.conditionMet : "",
    holding?.presence === "possible" ? more.heldThatDay : "",
    short && !condition ? (holding?.disputed ? more.amountsDisputed : more.amounts) : "",
  ].join("");
}
