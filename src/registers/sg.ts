import { Register } from "./register.ts";

export const sg: Register = Register.parse({
  id: "sg",
  jurisdiction: "SG",
  name: { en: "ACRA", zh: "新加坡会计与企业管制局（ACRA）" },
  exchanges: ["SGX"],
  source: "https://www.acra.gov.sg/",
  asOf: "2026-11-25",
  note: "From general knowledge; not checked against the register on this day.",
  records: [
    {
      id: "sg-business-profile",
      name: { en: "business profile (Bizfile)", zh: "企业信息报告（Bizfile）" },
      discloses: { en: "shareholders of a private company and their shares", zh: "私人公司的股东及其股份" },
      of: "unlisted",
      settles: ["holders"],
    },
    {
      id: "sg-substantial",
      name: { en: "notification of a substantial shareholder", zh: "主要股东权益通知" },
      discloses: { en: "interests of 5 % or more in a listed company", zh: "上市公司中 5% 或以上的权益" },
      of: "listed",
      settles: ["holders"],
    },
  ],
  none: null,
});
