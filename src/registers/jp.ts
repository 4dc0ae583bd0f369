import { Register } from "./register.ts";

export const jp: Register = Register.parse({
  id: "jp",
  jurisdiction: "JP",
  name: { en: "EDINET", zh: "日本电子披露系统 EDINET" },
  exchanges: ["TSE", "TYO"],
  source: "https://disclosure2.edinet-fsa.go.jp/",
  asOf: "2026-11-25",
  note: "From general knowledge; not checked against the register on this day.",
  records: [
    {
      id: "jp-large-holding",
      name: { en: "large shareholding report", zh: "大量持有报告书" },
      discloses: { en: "holders of more than 5 % of a listed company", zh: "持有上市公司超过 5% 股份者" },
      of: "listed",
      settles: ["holders"],
    },
    {
      id: "jp-securities-report",
      name: { en: "annual securities report", zh: "有价证券报告书" },
      discloses: { en: "the ten largest shareholders", zh: "前十名股东" },
      of: "listed",
      settles: ["holders"],
    },
  ],
  none: null,
});
