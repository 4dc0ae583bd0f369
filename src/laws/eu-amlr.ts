import { Law } from "./law.ts";

const of = ["shares", "votes", "profit"];

/** Beneficial owners under the EU anti-money-laundering regulation: by ownership, by control, and by both in one chain. */
export const euAmlr: Law = Law.parse({
  id: "eu-amlr",
  name: { en: "EU: anti-money-laundering regulation", zh: "欧盟：反洗钱条例" },
  party: { en: "beneficial owner", zh: "受益所有人" },
  rules: [
    {
      id: "art-52",
      article: "art. 52(1)",
      mechanism: "multiply-and-add",
      of,
      threshold: { atLeast: "25" },
      in: "subject",
      basis: {
        en: "art. 52(1): an ownership interest of 25 % or more",
        zh: "第 52 条第 1 款：所有权权益达到或超过 25%",
      },
    },
    {
      id: "art-53",
      article: "art. 53",
      mechanism: "majority-fixpoint",
      moreThan: "50",
      basis: { en: "art. 53: control", zh: "第 53 条：控制" },
    },
    {
      id: "art-54-a",
      article: "art. 54(a)",
      mechanism: "controlled-holders",
      of,
      threshold: { atLeast: "25" },
      basis: {
        en: "art. 54(a): controls entities with a direct ownership interest",
        zh: "第 54 条 (a) 项：控制持有直接所有权权益的实体",
      },
    },
    {
      id: "art-54-b",
      article: "art. 54(b)",
      mechanism: "multiply-and-add",
      of,
      threshold: { atLeast: "25" },
      in: "controllers",
      basis: {
        en: "art. 54(b): an ownership interest in an entity that controls it",
        zh: "第 54 条 (b) 项：在控制它的实体中持有所有权权益",
      },
    },
  ],
  kinds: ["person"],
  stops: null,
  subjects: {
    jurisdictions: [
      ...["AT", "BE", "BG", "CY", "CZ", "DE", "DK", "EE", "ES", "FI", "FR", "GR", "HR", "HU"],
      ...["IE", "IT", "LT", "LU", "LV", "MT", "NL", "PL", "PT", "RO", "SE", "SI", "SK"],
    ],
    are: {
      en: "entities created in the European Union, and others that have business there",
      zh: "在欧盟设立的实体，以及在欧盟有业务往来的其他实体",
    },
  },
  list: false,
  basis: "beneficial owner",
  statute: "Regulation (EU) 2024/1624 of 31 May 2024, arts 51–54 (OJ L, 2024/1624, 19.6.2024)",
  source: "https://eur-lex.europa.eu/eli/reg/2024/1624/oj",
  from: "2027-07-10",
  to: "",
  version: "OJ L, 2024/1624, 19.6.2024",
  note: "Read, in reprints of the Official Journal text: art. 52(1), art. 53(1)–(3) and the opening of (4), art. 54(a) and the opening of (b). From memory: art. 51, the rest of art. 53(4), and art. 90 on the day of application.",
});
