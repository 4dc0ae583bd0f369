import { Register } from "./register.ts";

export const fr: Register = Register.parse({
  id: "fr",
  jurisdiction: "FR",
  name: { en: "Registre national des entreprises", zh: "法国国家企业登记册" },
  exchanges: ["EPA", "EURONEXT PARIS", "PAR"],
  source: "https://data.inpi.fr/",
  asOf: "2026-11-25",
  note: "From general knowledge; not checked against the register on this day.",
  records: [
    {
      id: "fr-statuts",
      name: {
        en: "articles (statuts) filed with the registre du commerce et des sociétés",
        zh: "提交至工商登记的公司章程（statuts）",
      },
      discloses: {
        en: "the partners of an SARL and their parts; rights attached to shares",
        zh: "有限责任公司（SARL）的股东及其份额；股份所附权利",
      },
      of: "unlisted",
      settles: ["holders", "rights"],
    },
    {
      id: "fr-rbe",
      name: {
        en: "register of beneficial owners (RBE, on showing a legitimate interest)",
        zh: "受益所有人登记册（RBE，须证明正当利益）",
      },
      discloses: {
        en: "natural persons with more than 25 % of capital or votes, or control by other means",
        zh: "持有超过 25% 资本或表决权、或以其他方式控制的自然人",
      },
      of: "any",
      settles: ["owners"],
    },
    {
      id: "fr-seuils",
      name: { en: "declaration of crossed thresholds (AMF)", zh: "持股跨越界限申报（AMF）" },
      discloses: {
        en: "holdings from 5 % of capital or votes in a listed company",
        zh: "上市公司中达到 5% 的资本或表决权",
      },
      of: "listed",
      settles: ["holders"],
    },
  ],
  none: null,
});
