import type { Lang } from "../answer.ts";

/** What a rating says of an item of evidence, if the explanation were true. */
export const RATING_WORDS: Readonly<
  Record<Lang, Readonly<Record<"CC" | "C" | "N" | "I" | "II" | "NA", string>>>
> = {
  en: {
    CC: "very much what one would expect",
    C: "what one would expect",
    N: "either way",
    I: "not what one would expect",
    II: "not at all what one would expect",
    NA: "does not bear on it",
  },
  zh: {
    CC: "完全应当如此",
    C: "应当如此",
    N: "两可",
    I: "不应如此",
    II: "绝不应如此",
    NA: "与之无关",
  },
};
