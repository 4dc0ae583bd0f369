import type { EntityKind } from "../../model/entity.ts";
import type { Lang } from "../answer.ts";

/** What the kinds of entity are called, on every face. */
export const entityKinds: Readonly<Record<Lang, Readonly<Record<EntityKind, string>>>> = {
  en: {
    person: "person",
    company: "company",
    partnership: "partnership",
    fund: "fund",
    trust: "trust",
    state: "state",
    "state-body": "state body",
    outlet: "outlet",
    product: "product",
    arrangement: "arrangement",
    group: "group",
    unknown: "kind not known",
  },
  zh: {
    person: "个人",
    company: "公司",
    partnership: "合伙企业",
    fund: "基金",
    trust: "信托",
    state: "国家",
    "state-body": "国家机关",
    outlet: "媒体",
    product: "产品",
    arrangement: "安排",
    group: "集团",
    unknown: "类别不详",
  },
};

/** A kind of entity for a reader. */
export const kindCalled = (kind: string, lang: Lang): string => entityKinds[lang][kind as EntityKind] ?? kind;
