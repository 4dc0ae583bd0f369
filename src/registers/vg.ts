import { Register } from "./register.ts";

export const vg: Register = Register.parse({
  id: "vg",
  jurisdiction: "VG",
  name: { en: "BVI Registry of Corporate Affairs", zh: "英属维尔京群岛公司事务注册处" },
  exchanges: [],
  source: "https://www.bvifsc.vg/",
  asOf: "2026-11-25",
  note: "From general knowledge; not checked against the register on this day.",
  records: [],
  none: {
    en: "no public register of members: ask for a filing elsewhere, or for the register of members from the company",
    zh: "没有公开的股东名册：可查其在别处的申报文件，或向公司索取股东名册",
  },
});
