import { Register } from "./register.ts";

export const de: Register = Register.parse({
  id: "de",
  jurisdiction: "DE",
  name: { en: "Handelsregister", zh: "德国商业登记册（Handelsregister）" },
  exchanges: ["XETRA", "FWB", "FRA"],
  source: "https://www.handelsregister.de/",
  asOf: "2026-11-25",
  note: "From general knowledge; not checked against the register on this day.",
  records: [
    {
      id: "de-gesellschafterliste",
      name: {
        en: "list of shareholders of a GmbH (Gesellschafterliste)",
        zh: "有限责任公司股东名单（Gesellschafterliste）",
      },
      discloses: {
        en: "every holder of a GmbH with its shares and their percentage",
        zh: "有限责任公司（GmbH）全部股东及其出资与比例",
      },
      of: "unlisted",
      settles: ["holders"],
    },
    {
      id: "de-transparenzregister",
      name: {
        en: "transparency register (on showing a legitimate interest)",
        zh: "透明度登记册（须证明正当利益）",
      },
      discloses: { en: "beneficial owners with more than 25 %", zh: "持有超过 25% 的受益所有人" },
      of: "any",
      settles: ["owners"],
    },
    {
      id: "de-stimmrechte",
      name: { en: "voting rights notification", zh: "表决权变动通知" },
      discloses: { en: "votes from 3 % in a listed company", zh: "上市公司中达到 3% 的表决权" },
      of: "listed",
      settles: ["holders"],
    },
  ],
  none: null,
});
