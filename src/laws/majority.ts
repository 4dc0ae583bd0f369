import { Law } from "./law.ts";

/** Majority rule: more than half of the votes, through whatever one controls. */
export const majority: Law = Law.parse({
  id: "majority",
  name: { en: "Majority rule", zh: "多数控制规则" },
  party: { en: "controller", zh: "控制人" },
  rules: [
    {
      id: "majority",
      article: "",
      mechanism: "majority-fixpoint",
      moreThan: "50",
      basis: {
        en: "majority of votes, or a right that is control by itself",
        zh: "过半数表决权，或本身即构成控制的权利",
      },
    },
  ],
  kinds: [],
  stops: null,
  subjects: null,
  list: false,
  basis: "majority of votes, or a right that is control by itself",
  statute: "No statute: the least fixpoint of majority voting control (Ceri, Gottlob & Tanca 1990, ch. 1)",
  source: "https://doi.org/10.1007/978-3-642-83952-8",
  from: "",
  to: "",
  version: "1",
  note: "A rule, not a statute.",
});
