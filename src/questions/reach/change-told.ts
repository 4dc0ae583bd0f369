import type { ReachChange } from "./overall.ts";

export type Changed = ReachChange["changed"][number];

/** The sentence a change in one entity belongs to. */
export type ToldAs =
  | "gained"
  | "lost"
  | "surer"
  | "lessSure"
  | "gainedWith"
  | "lostWith"
  | "surerWith"
  | "lessSureWith"
  | "gainedMaybeWith"
  | "lostMaybeWith"
  | "aloneBefore"
  | "aloneNow"
  | "withOthers"
  | "others";

type Control = "alone" | "with" | "maybe" | "maybeWith" | "none";

/** What it had of control over an entity, the surest way it had it. */
function controlIn(standing: Changed["before"], jointly: Changed["jointlyBefore"]): Control {
  if (standing === "certain") return "alone";
  if (jointly?.certainty === "certain") return "with";
  if (standing === "possible") return "maybe";
  return jointly === null ? "none" : "maybeWith";
}

const TOLD: Readonly<Record<Control, Readonly<Record<Control, ToldAs>>>> = {
  alone: {
    ...{ alone: "others", with: "aloneBefore", maybe: "lessSure", maybeWith: "lost", none: "lost" },
  },
  with: {
    ...{ alone: "aloneNow", with: "withOthers", maybe: "lessSureWith", maybeWith: "lessSureWith" },
    none: "lostWith",
  },
  maybe: {
    ...{ alone: "surer", with: "surerWith", maybe: "others", maybeWith: "others", none: "others" },
  },
  maybeWith: {
    ...{ alone: "gained", with: "surerWith", maybe: "others", maybeWith: "others" },
    none: "lostMaybeWith",
  },
  none: {
    ...{ alone: "gained", with: "gainedWith", maybe: "others", maybeWith: "gainedMaybeWith" },
    none: "others",
  },
};

/** By which sentence a change is told: what control was before, and what it is now. */
export function toldAs(each: Changed): ToldAs {
  const [was, is] = [controlIn(each.before, each.jointlyBefore), controlIn(each.after, each.jointlyAfter)];
  const same = each.jointlyBefore?.with.join("|") === each.jointlyAfter?.with.join("|");
  return was === "with" && is === "with" && same ? "others" : TOLD[was][is];
}
