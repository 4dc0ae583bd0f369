import { Register } from "./register.ts";

export const hk: Register = Register.parse({
  id: "hk",
  jurisdiction: "HK",
  name: { en: "Hong Kong Companies Registry and HKEXnews", zh: "香港公司注册处与披露易（HKEXnews）" },
  exchanges: ["HKEX", "SEHK"],
  source: "https://www.hkexnews.hk/",
  asOf: "2026-11-25",
  note: "From general knowledge; not checked against the register on this day.",
  records: [
    {
      id: "hk-part-xv",
      name: {
        en: "disclosure of interests under Part XV of the Securities and Futures Ordinance",
        zh: "《证券及期货条例》第 XV 部权益披露",
      },
      discloses: {
        en: "interests of 5 % or more of the voting shares of a listed company, and of its directors",
        zh: "上市公司有表决权股份 5% 或以上的权益，以及董事的权益",
      },
      of: "listed",
      settles: ["holders"],
    },
    {
      id: "hk-nar1",
      name: { en: "annual return (NAR1)", zh: "周年申报表（NAR1）" },
      discloses: {
        en: "members of a company with share capital and the shares each holds",
        zh: "有股本公司的成员及各自所持股份",
      },
      of: "unlisted",
      settles: ["holders"],
    },
    {
      id: "hk-articles",
      name: { en: "articles of association", zh: "组织章程细则" },
      discloses: {
        en: "rights attached to shares, rights to appoint directors",
        zh: "股份所附权利、董事委任权",
      },
      of: "any",
      settles: ["rights"],
    },
  ],
  none: null,
});
