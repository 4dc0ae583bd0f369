import type { Entity } from "../../model/entity.ts";
import type { Statement } from "../../model/statement.ts";
import { ANONYMOUS, attachedAs, barred, type Ground } from "./attached.ts";
import { type Attached, CLAIM_KINDS, type ClaimFinding, type ClaimKind } from "./finding.ts";
import type { TextRead } from "./read.ts";
import { recomputed } from "./recompute/recompute.ts";
import { type Side, standingOf } from "./standing.ts";

/** Everything needed to weigh one claim after another. */
export interface Weighing {
  readonly text: TextRead;
  readonly ground: Omit<Ground, "parties" | "prediction">;
  readonly entities: ReadonlyMap<string, Entity>;
  /** How many of some roots are independent. */
  readonly count: (roots: readonly string[]) => number;
}

/** Weighs one claim: what is attached to it, what of that counts, and how it stands. */
export function findingOf(claim: Statement, weighing: Weighing): ClaimFinding {
  const { text, count } = weighing;
  const kind = CLAIM_KINDS.find((one) => one === claim.properties.kind) ?? "fact";
  const about = barred(claim.properties.about);
  const sides = attachedTo(claim, kind, about, weighing);
  const denials = [claim.id, ...sides.for.map((one) => one.statement)].flatMap((of) =>
    (text.denials.get(of) ?? []).map((denial) => ({
      of,
      by: denial.object ?? "",
      text: denial.properties.text ?? "",
      because: [denial.id],
    })),
  );
  const checked = [claim, ...statementsIn(sides, text)].flatMap((one) => recomputed(one, text.stated));
  const counting = (side: readonly Attached[]) => side.filter((one) => one.not === "");
  const guarded = isGuarded(claim, about, weighing.entities);
  const [pro, con] = [counting(sides.for), counting(sides.against)];
  const decided = standingOf({
    kind,
    guarded,
    for: sideOf(pro, count),
    against: sideOf(con, count),
    indirect: sides.for.some((one) => one.not === "indirect"),
    denied: sides.against.length > 0 || denials.some((one) => one.of === claim.id),
    attached: sides.for.length + sides.against.length > 0,
    differs: checked.some((one) => one.of === claim.id && one.stands === false),
  });
  return {
    claim: claim.id,
    place: claim.properties.passage ?? "",
    text: claim.properties.statement ?? "",
    kind,
    about,
    ...decided,
    guarded,
    origins: { for: count(rootsOf(pro)), against: count(rootsOf(con)) },
    onlyInterested:
      pro.length > 0 && pro.every((one) => one.interested !== "" || about.includes(one.speaker)),
    onlyAnonymous: pro.length > 0 && pro.every((one) => one.speaker === ANONYMOUS),
    ...sides,
    denials,
    recomputed: checked,
    note: claim.note,
    because: [
      ...new Set([
        claim.id,
        ...[...sides.for, ...sides.against, ...sides.context, ...denials, ...checked].flatMap(
          (one) => one.because,
        ),
      ]),
    ].sort(),
  };
}

type Sides = Pick<ClaimFinding, "for" | "against" | "context">;

function attachedTo(
  claim: Statement,
  kind: ClaimKind,
  about: readonly string[],
  { text, ground }: Weighing,
): Sides {
  const deniers = (text.denials.get(claim.id) ?? []).map((denial) => denial.object ?? "");
  const parties = new Set([...about, ...deniers].filter((party) => party !== ""));
  const sides = { for: [] as Attached[], against: [] as Attached[], context: [] as Attached[] };
  for (const link of text.links.get(claim.id) ?? []) {
    const dated = text.stated.get(link.properties.statement ?? "");
    if (!dated) continue;
    const one = attachedAs(link, dated, { ...ground, parties, prediction: kind === "prediction" });
    const side = link.properties.for;
    (side === "yes" ? sides.for : side === "no" ? sides.against : sides.context).push(one);
  }
  return sides;
}

const statementsIn = (sides: Sides, text: TextRead): Statement[] =>
  [...new Set([...sides.for, ...sides.against, ...sides.context].map((one) => one.statement))].flatMap(
    (id) => {
      const statement = text.stated.get(id)?.statement;
      return statement?.kind === "claim" ? [statement] : [];
    },
  );

const rootsOf = (some: readonly Attached[]) => [...new Set(some.flatMap((one) => one.origins))].sort();

function sideOf(counting: readonly Attached[], count: Weighing["count"]): Side {
  const [whole, part] = ["whole", "part"].map((bearing) => counting.filter((one) => one.bearing === bearing));
  const named = (whole ?? []).filter((one) => one.speaker !== ANONYMOUS);
  return {
    whole: count(rootsOf(whole ?? [])),
    part: count(rootsOf(part ?? [])),
    named: count(rootsOf(named)),
  };
}

/** A claim of wrongdoing about a person, or about nobody in particular: the person may be alive. */
function isGuarded(claim: Statement, about: readonly string[], entities: Weighing["entities"]): boolean {
  if (claim.properties.wrongdoing !== "yes") return false;
  return about.length === 0 || about.some((id) => entities.get(id)?.kind === "person");
}
