import { Register } from "./register.ts";

export const us: Register = Register.parse({
  id: "us",
  jurisdiction: "US",
  name: { en: "SEC EDGAR", zh: "美国证券交易委员会 EDGAR 系统" },
  exchanges: ["NYSE", "NASDAQ", "NYSEAMERICAN"],
  filers: ["cik"],
  source: "https://www.sec.gov/edgar/search/",
  asOf: "2026-11-25",
  note: "From general knowledge; not checked against the register on this day.",
  records: [
    {
      id: "us-13d-13g",
      name: { en: "Schedule 13D or 13G", zh: "附表 13D 或 13G" },
      discloses: {
        en: "beneficial owners of more than 5 % of a registered class of voting equity",
        zh: "持有任一注册类别有表决权股份超过 5% 的实益拥有人",
      },
      of: "listed",
      settles: ["holders"],
    },
    {
      id: "us-20-f",
      issuer: "foreign",
      name: { en: "annual report on Form 20-F, Item 7", zh: "20-F 表年度报告第 7 项" },
      discloses: {
        en: "major shareholders of a foreign private issuer, their votes, arrangements that may change control",
        zh: "外国私人发行人的主要股东、其表决权及可能导致控制权变更的安排",
      },
      of: "listed",
      settles: ["holders", "rights"],
    },
    {
      id: "us-def-14a",
      issuer: "home",
      name: { en: "proxy statement (DEF 14A)", zh: "股东委托书声明（DEF 14A）" },
      discloses: {
        en: "holders of more than 5 %, directors and officers of a domestic issuer, voting agreements",
        zh: "美国本土发行人中持股超过 5% 者、董事及高管的持股，以及表决权协议",
      },
      of: "listed",
      settles: ["holders", "rights"],
    },
  ],
  none: null,
});
