import { Law } from "./law.ts";

const chain = {
  mechanism: "majority-stake-chain",
  link: { moreThan: "50" },
  bands: [],
  trustees: [],
};
const bands = [">25-50", ">50-<75", "75-100"];

/** People with significant control: five conditions, held directly or through majority stakes at every link. */
export const ukPsc: Law = Law.parse({
  id: "uk-psc",
  name: { en: "UK: people with significant control", zh: "英国：重大控制人" },
  party: { en: "person with significant control", zh: "重大控制人" },
  rules: [
    {
      ...chain,
      id: "shares",
      article: "Sch. 1A para. 2",
      of: "shares",
      threshold: { moreThan: "25" },
      bands,
      basis: {
        en: "first condition: more than 25 % of the shares, Sch. 1A para. 2",
        zh: "第一项条件：持有超过 25% 的股份，附表 1A 第 2 段",
      },
    },
    {
      ...chain,
      id: "votes",
      article: "Sch. 1A para. 3",
      of: "votes",
      threshold: { moreThan: "25" },
      bands,
      basis: {
        en: "second condition: more than 25 % of the votes, Sch. 1A para. 3",
        zh: "第二项条件：持有超过 25% 的表决权，附表 1A 第 3 段",
      },
    },
    {
      ...chain,
      id: "board",
      article: "Sch. 1A para. 4",
      of: "board",
      basis: {
        en: "third condition: appoints or removes a majority of the board, Sch. 1A para. 4",
        zh: "第三项条件：有权任免董事会多数成员，附表 1A 第 4 段",
      },
    },
    {
      ...chain,
      id: "influence",
      article: "Sch. 1A para. 5",
      of: "influence",
      basis: {
        en: "fourth condition: significant influence or control, Sch. 1A para. 5",
        zh: "第四项条件：重大影响或控制，附表 1A 第 5 段",
      },
    },
    {
      ...chain,
      id: "trust-shares",
      article: "Sch. 1A para. 6",
      of: "shares",
      threshold: { moreThan: "25" },
      bands,
      trustees: ["trustee"],
      basis: {
        en: "fifth condition: over a trust that holds more than 25 % of the shares, Sch. 1A para. 6",
        zh: "第五项条件：控制持有超过 25% 股份的信托，附表 1A 第 6 段",
      },
    },
    {
      ...chain,
      id: "trust-votes",
      article: "Sch. 1A para. 6",
      of: "votes",
      threshold: { moreThan: "25" },
      bands,
      trustees: ["trustee"],
      basis: {
        en: "fifth condition: over a trust that holds more than 25 % of the votes, Sch. 1A para. 6",
        zh: "第五项条件：控制持有超过 25% 表决权的信托，附表 1A 第 6 段",
      },
    },
    {
      ...chain,
      id: "trust-board",
      article: "Sch. 1A para. 6",
      of: "board",
      trustees: ["trustee"],
      basis: {
        en: "fifth condition: over a trust that appoints a majority of the board, Sch. 1A para. 6",
        zh: "第五项条件：控制有权任免董事会多数成员的信托，附表 1A 第 6 段",
      },
    },
  ],
  kinds: ["person", "state", "state-body"],
  stops: {
    jurisdictions: ["GB"],
    kinds: ["company", "partnership"],
    party: { en: "relevant legal entity", zh: "相关法律实体" },
  },
  subjects: {
    jurisdictions: ["GB"],
    are: { en: "companies registered in the United Kingdom", zh: "在英国注册的公司" },
  },
  list: false,
  basis: "person with significant control, or relevant legal entity",
  statute:
    "Companies Act 2006 (UK), Part 21A and Schedule 1A, inserted by the Small Business, Enterprise and Employment Act 2015 (c. 26), s. 81 and Sch. 3; bands: S.I. 2016/339, Sch. 2",
  source: "https://www.legislation.gov.uk/ukpga/2006/46/schedule/1A",
  from: "2016-04-06",
  to: "",
  version: "Schedule 1A as at 31 December 2020",
  note: "Read: s. 790C(2)–(5), Sch. 1A paras 1–8 and 18(1)–(2). From memory: the definition of a majority stake in para. 18(3) (compared with the same words in the ADGM rules), paras 11–22, s. 790C(6)–(12) and the bands of S.I. 2016/339.",
});
