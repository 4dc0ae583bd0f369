import { Law } from "./law.ts";

/** OFAC's 50 percent rule: entities owned half or more, in the aggregate, by persons on a list of blocked persons. */
export const usOfac50: Law = Law.parse({
  id: "us-ofac-50",
  name: { en: "US: OFAC 50 percent rule", zh: "美国：OFAC 百分之五十规则" },
  party: { en: "owner on the list", zh: "名单上的所有人" },
  rules: [
    {
      id: "aggregate",
      article: "FAQ 401",
      mechanism: "aggregate-cascade",
      of: "shares",
      threshold: { atLeast: "50" },
      basis: {
        en: "FAQ 401: listed persons own 50 percent or more in the aggregate",
        zh: "FAQ 401：名单人员合计拥有百分之五十或以上",
      },
    },
  ],
  kinds: [],
  stops: null,
  subjects: null,
  list: true,
  basis: "owned 50 percent or more, in the aggregate, by persons on the list given",
  statute:
    "US Treasury, Office of Foreign Assets Control: Revised Guidance on Entities Owned by Persons Whose Property and Interests in Property Are Blocked, 13 August 2014; FAQ 398–402",
  source: "https://ofac.treasury.gov/faqs/401",
  from: "2014-08-13",
  to: "",
  version: "FAQ 398 and 401 as released 13 August 2014",
  note: "Read: FAQ 398, and FAQ 401 with its first two examples. From memory: the guidance itself and FAQ 399, 400 and 402.",
});
