import { Register } from "./register.ts";

export const ky: Register = Register.parse({
  id: "ky",
  jurisdiction: "KY",
  name: { en: "Cayman Islands General Registry", zh: "开曼群岛注册总署" },
  exchanges: [],
  source: "https://www.ciregistry.ky/",
  asOf: "2026-11-25",
  note: "From general knowledge; not checked against the register on this day.",
  records: [],
  none: {
    en: "no public register of members: ask for a filing where it is listed or borrows, or for the register of members from the company",
    zh: "没有公开的股东名册：可查其上市地或发债地的申报文件，或向公司索取股东名册",
  },
});
