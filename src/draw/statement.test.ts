import { expect, test } from "vitest";
import type { Source } from "../model/source.ts";
import type { Statement } from "../model/statement.ts";
import { plain } from "./sentence.ts";
import { citation, safeUrl, statementDates, statementSays } from "./statement.ts";

const entity = (id: string, name: string, zh: string) => ({
  id,
  name,
  kind: "company" as const,
  jurisdiction: "",
  sector: "",
  names: [{ lang: "zh", text: zh }],
  identifiers: [],
  note: "",
  placeholder: false,
});
const entities = {
  sb: entity("sb", "SoftBank", "软银"),
  ali: entity("ali", "Alibaba Group", "阿里巴巴集团"),
};
const statement: Statement = {
  id: "1",
  kind: "interest",
  subject: "ali",
  object: "sb",
  from: "2018-06",
  to: "",
  basis: "observation",
  statedOn: "2018-07-27",
  source: "f",
  locator: "p. 12",
  quote: "",
  dispute: "",
  note: "",
  status: "active",
  properties: { right: "shareholding", share: "28.8", direct: "direct" },
};

test("an interest reads as a sentence, in either language", () => {
  expect(plain(statementSays(statement, entities, "en"))).toBe(
    "SoftBank holds in Alibaba Group: shares, 28.8\u00a0%",
  );
  expect(plain(statementSays(statement, entities, "zh"))).toBe("软银 持有 阿里巴巴集团：股份，28.8\u00a0%");
  const about = { ...statement, properties: { right: "shareholding", share: "about 20" } };
  expect(plain(statementSays(about, entities, "en"))).toMatch(/about 20\u00a0%$/);
  expect(plain(statementSays(about, entities, "zh"))).toMatch(/约\u00a020\u00a0%$/);
});

test("a party nobody names is said to be unnamed", () => {
  expect(plain(statementSays({ ...statement, object: null }, entities, "en"))).toMatch(/^An unnamed party/);
});

test("a right of which there is no more or less has no size to state, and one to nominate is called that", () => {
  const say = (properties: Record<string, string>) =>
    plain(statementSays({ ...statement, properties }, entities, "en"));
  expect(say({ right: "rightsGrantedByContract", share: "" })).toBe(
    "SoftBank holds in Alibaba Group: control by contract",
  );
  expect(say({ right: "shareholding", share: "" })).toMatch(/size not stated$/);
  expect(say({ right: "appointmentOfBoard", share: ">50", conditional: "yes" })).toBe(
    "SoftBank holds in Alibaba Group: right to nominate board members (others elect), >50\u00a0%",
  );
});

test("an observation is of its day, a period runs", () => {
  expect(statementDates(statement, "en")).toBe("as of June 2018; stated 27 July 2018");
  expect(statementDates({ ...statement, basis: "period", to: "2020" }, "en")).toBe(
    "from June 2018 until 2020; stated 27 July 2018",
  );
});

test("a citation names publisher, title, date, place and address", () => {
  const source = {
    publisher: "SEC",
    title: "Form 20-F",
    published: "2018-07-27",
    url: "https://sec.gov/x",
    retrieved: "",
  } as Source;
  expect(citation(source, "p. 12", "en")).toBe("SEC, “Form 20-F”, 27 July 2018, p. 12, https://sec.gov/x.");
});

test("only web addresses become links", () => {
  expect(safeUrl("https://example.org/a")).toBe("https://example.org/a");
  expect(safeUrl("javascript:alert(1)")).toBeUndefined();
  expect(safeUrl("data:text/html,x")).toBeUndefined();
});

test("every kind of statement reads without its column names", () => {
  const say = (kind: Statement["kind"], properties: Record<string, string>, lang: "en" | "zh" = "en") =>
    plain(statementSays({ ...statement, kind, properties }, entities, lang));
  expect(say("office", { role: "chairman" })).toBe("Alibaba Group: chairman, SoftBank");
  expect(say("denial", { of: "F1", text: "It has no media empire." })).toBe(
    "Denied: F1. SoftBank: It has no media empire.",
  );
  const claim = {
    ...statement,
    id: "F1",
    kind: "claim" as const,
    properties: { text: "oped", statement: "It has a media empire." },
  };
  const denial = {
    ...statement,
    kind: "denial" as const,
    properties: { of: "F1", text: "Its spokesman said it has none." },
  };
  expect(plain(statementSays(denial, entities, "en", { F1: claim }))).toBe(
    "Denied: “It has a media empire”. SoftBank: Its spokesman said it has none.",
  );
  expect(plain(statementSays(denial, entities, "zh", { F1: claim }))).toBe(
    "被否认的说法：“It has a media empire”。软银：Its spokesman said it has none.",
  );
  const rating = { evidence: "e-A01", hypothesis: "H2", rating: "N", rater: "an editor" };
  expect(say("rating", rating)).toBe("e-A01 × H2: either way (N) — an editor");
  expect(say("rating", rating, "zh")).toBe("e-A01 × H2：两可（N）——an editor");
  const share = { market: "loans", measure: "", period: "", value: "1234567.891", unit: "percent_of_loan" };
  expect(say("share", share)).toBe("Alibaba Group: loans, 1,234,567.891 percent of loan");
  expect(say("share", { ...share, value: ">50", unit: "percent" })).toBe("Alibaba Group: loans, >50\u00a0%");
  expect(say("claim", { text: "oped", statement: "It was fined.", kind: "fact" })).toBe("It was fined.");
  expect(say("action", { kind: "fine", law: "AML", amount: "18", currency: "CNY", authority: "sb" })).toBe(
    "SoftBank on Alibaba Group: fine, AML, 18 CNY",
  );
  const evidence = { claim: "C1", statement: "F1" };
  expect(say("evidence", { ...evidence, for: "no" }, "zh")).toBe("F1附于C1，作为反对");
  expect(say("evidence", { ...evidence, for: "yes", quantity: "4 percent" })).toBe(
    "F1 is attached for C1: 4\u00a0%",
  );
  expect(say("evidence", { ...evidence, for: "no", quantity: "37000000000 USD" })).toBe(
    "F1 is attached against C1: 37,000,000,000 USD",
  );
  expect(say("evidence", { ...evidence, for: "" })).toBe("F1 is attached to C1, on neither side");
  expect(say("evidence", evidence, "zh")).toBe("F1附于C1，不属任何一方");
});
