import { Register } from "./register.ts";

export const cn: Register = Register.parse({
  id: "cn",
  jurisdiction: "CN",
  name: { en: "National Enterprise Credit Information Publicity System", zh: "国家企业信用信息公示系统" },
  exchanges: ["SSE", "SZSE", "BSE"],
  source: "https://www.gsxt.gov.cn/",
  asOf: "2026-11-25",
  note: "From general knowledge; not checked against the register on this day.",
  records: [
    {
      id: "cn-gsxt",
      name: {
        en: "entry in the National Enterprise Credit Information Publicity System",
        zh: "国家企业信用信息公示系统登记信息",
      },
      discloses: {
        en: "shareholders of a limited company with the capital each has subscribed; of a company limited by shares, its promoters",
        zh: "有限责任公司的股东及各自认缴的出资额；股份有限公司的发起人",
      },
      of: "unlisted",
      settles: ["holders"],
    },
    {
      id: "cn-annual-report",
      name: { en: "annual report on the exchange (CNINFO)", zh: "交易所披露的年度报告（巨潮资讯网）" },
      discloses: {
        en: "the ten largest shareholders, the actual controller, acting in concert",
        zh: "前十名股东、实际控制人及一致行动关系",
      },
      of: "listed",
      settles: ["holders", "rights", "owners"],
    },
    {
      id: "cn-partnership",
      name: {
        en: "partnership agreement and registration of the partnership",
        zh: "合伙协议及合伙企业登记信息",
      },
      discloses: {
        en: "who is executive partner and what the partners have subscribed",
        zh: "执行事务合伙人及各合伙人的认缴出资",
      },
      of: "unlisted",
      settles: ["rights"],
    },
  ],
  none: null,
});
