import type { Lang } from "../ask/answer.ts";
import type { Kind } from "../model/statement.ts";

/** What a statement of a kind is called, and the verb phrase between its two parties. */
interface KindWords {
  readonly name: string;
  readonly between: string;
}

const EN: Readonly<Record<Kind, KindWords>> = {
  interest: { name: "ownership and control", between: "holds in" },
  office: { name: "office", between: "office at" },
  membership: { name: "membership", between: "member of" },
  family: { name: "family", between: "family of" },
  association: { name: "association", between: "associated with" },
  publishes: { name: "publishes", between: "publishes" },
  supplies: { name: "supplies", between: "supplies" },
  share: { name: "market share", between: "in the market" },
  action: { name: "action of an authority", between: "action by" },
  claim: { name: "claim", between: "in" },
  evidence: { name: "evidence", between: "about" },
  hypothesis: { name: "explanation", between: "of" },
  rating: { name: "rating", between: "of" },
  denial: { name: "denial", between: "denies" },
  removal: { name: "removal", between: "from" },
  "data-holding": { name: "data holding", between: "holds data of" },
};

const ZH: Readonly<Record<Kind, KindWords>> = {
  interest: { name: "所有权与控制权", between: "持有" },
  office: { name: "职务", between: "任职于" },
  membership: { name: "成员身份", between: "属于" },
  family: { name: "家庭关系", between: "的家属" },
  association: { name: "关联", between: "与之有关联" },
  publishes: { name: "出版", between: "出版" },
  supplies: { name: "供应", between: "供应" },
  share: { name: "市场份额", between: "在市场" },
  action: { name: "执法行动", between: "由" },
  claim: { name: "主张", between: "见于" },
  evidence: { name: "证据", between: "关于" },
  hypothesis: { name: "解释", between: "属于" },
  rating: { name: "评级", between: "对" },
  denial: { name: "否认", between: "否认" },
  removal: { name: "移除", between: "从" },
  "data-holding": { name: "数据持有", between: "持有数据" },
};

export const kindWords = (kind: Kind, lang: Lang): KindWords => (lang === "zh" ? ZH : EN)[kind];
