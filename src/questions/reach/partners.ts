import type { Gap } from "../../ask/answer.ts";
import type { Context } from "../../ask/question.ts";
import { networkAround } from "../../networks/around.ts";
import { kindsOf } from "../../networks/case-network.ts";
import { certainProof } from "../../networks/certain-proof.ts";
import { entityIds, ordinalOf, said } from "../../networks/cited.ts";
import { about, everAbove } from "../../networks/closure.ts";
import { ControlView } from "../../networks/controllers.ts";
import { heldOn } from "../../networks/held.ts";
import { ownership } from "../../networks/ownership.ts";
import type { ReachFinding } from "./finding.ts";

/** Partners, and entities above them, beyond which nobody is looked for behind them. */
const MOST_PARTNERS = 100;
const MOST_ABOVE = 2_000;

type Behind = NonNullable<ReachFinding["jointly"]>["behind"][number];

/** The findings with whoever certainly controls those it controls something with, and all statements that bear on that. */
export interface Followed {
  readonly findings: readonly ReachFinding[];
  readonly gaps: readonly Gap[];
  readonly because: readonly string[];
}

/**
 * Says of the partners in joint control who ultimately controls them, by the same rule as `control` does: what stands above
 * a partner is no part of what is below the party asked about, so it is read for itself.
 */
export async function withBehind(context: Context, findings: readonly ReachFinding[]): Promise<Followed> {
  const partners = [...new Set(findings.flatMap((f) => f.jointly?.with ?? []))].sort();
  if (partners.length === 0) return { findings, gaps: [], because: [] };
  const above = partners.length > MOST_PARTNERS ? null : await aboveThem(context, partners);
  if (above === null) return { findings, gaps: [tooMany(partners)], because: [] };
  return {
    findings: findings.map((f) =>
      f.jointly === null
        ? f
        : { ...f, jointly: { ...f.jointly, behind: f.jointly.with.flatMap((id) => above.over(id)) } },
    ),
    gaps: [],
    because: above.because,
  };
}

/** Who certainly controls each, as it holds on the day; null where too many stand above them. */
async function aboveThem(context: Context, partners: readonly string[]) {
  const { store, known, asOf, carry } = context;
  const numbers = await Promise.all(partners.map((id) => ordinalOf(store, id)));
  const network = await networkAround(store, known, numbers, "above");
  const index = network.index();
  const subjects = new Set(numbers.flatMap((n) => [...everAbove(index, n)]));
  if (subjects.size > MOST_ABOVE) return null;
  const { interests, ordinals } = about(index, subjects);
  const view = new ControlView(
    ownership(heldOn(interests, asOf, carry), ordinals.length, kindsOf(network, ordinals)),
  );
  const names = await entityIds(store, ordinals);
  const id = (local: number) => names.get(ordinals[local] ?? -1) ?? "";
  const local = new Map([...ordinals.keys()].map((n) => [id(n), n]));
  const over = (partner: string): Behind[] => {
    const n = local.get(partner) ?? -1;
    return view
      .controllers(n)
      .ultimate.filter((c) => c.certainty === "certain")
      .map((c) => ({
        party: id(c.party),
        through: partner,
        joint: c.joint.map(id).sort(),
        because: said(certainProof(view, c.through, n).steps.flatMap((s) => s.statements)),
      }));
  };
  const found = new Map(partners.map((partner) => [partner, over(partner)]));
  return {
    over: (partner: string) => found.get(partner) ?? [],
    because: said(interests.n),
  };
}

function tooMany(about: string[]): Gap {
  const what = "who controls those it controls something with";
  return { code: "cut-partners", what, why: "too many stand there, or above them", about, because: [] };
}
