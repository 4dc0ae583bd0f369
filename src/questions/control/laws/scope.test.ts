import { describe, expect, it, test } from "vitest";
import { answer, inCase } from "../../../../test/answer-in.ts";
import type { Block } from "../../../ask/block.ts";
import { LAWS } from "../../../laws/index.ts";
import { control } from "../index.ts";
import { reachOf } from "./scope.ts";

const tablesFor = (jurisdiction: string) => ({
  "sources.csv": "id,title,published\ns,S,2023-01-01\n",
  "entities.csv": `id,name,kind,jurisdiction\nx,Target,company,${jurisdiction}\np,Owner,person,\n`,
  "interests.csv": "id,subject,party,right,share,source\ni,x,p,shareholding,60,s\n",
});

const textOf = (blocks: readonly Block[]) => JSON.stringify(blocks);
const asked = (jurisdiction: string, input: object, asOf = "2023-06-01") =>
  inCase(tablesFor(jurisdiction), (store) => answer(store, control, { entity: "x", ...input }, asOf));

describe("where a law applies", () => {
  const law = (id: string) => LAWS.find((one) => one.id === id) as (typeof LAWS)[number];
  it("is data of the law: a part of the country is in it, nothing on record is neither", () => {
    expect([reachOf(law("uk-psc"), "GB"), reachOf(law("uk-psc"), "GB-SCT")]).toEqual(["within", "within"]);
    expect([reachOf(law("uk-psc"), "GBX"), reachOf(law("uk-psc"), "")]).toEqual([
      "elsewhere",
      "not on record",
    ]);
    expect([reachOf(law("eu-amlr"), "FR"), reachOf(law("eu-amlr"), "GB")]).toEqual(["within", "elsewhere"]);
    expect([reachOf(law("us-ofac-50"), "CN"), reachOf(law("majority"), "")]).toEqual(["within", "within"]);
  });

  it("is told in the headline, as a gap and in the notes where the subject is elsewhere", async () => {
    const { gaps, blocks } = await asked("HK", { law: "uk-psc" });
    expect(gaps.find((gap) => gap.code === "law-elsewhere")).toMatchObject({
      what: "whether uk-psc applies at all",
      why: expect.stringContaining("the record has the subject in HK"),
    });
    expect(textOf(blocks.slice(0, 1))).toContain("is about companies registered in the United Kingdom");
  });

  it("is a note where the jurisdiction is not on record, and nothing where it is the law's", async () => {
    const unknown = await asked("", { law: "uk-psc" });
    expect(unknown.gaps.map((gap) => gap.code)).not.toContain("law-elsewhere");
    expect(textOf(unknown.blocks)).toContain("where Target is registered is not on record");
    expect(textOf((await asked("GB", { law: "uk-psc" })).blocks)).not.toContain("registered");
  });

  it("names every law that does not, side by side", async () => {
    const { gaps } = await asked("HK", { law: "all" });
    expect(gaps.filter((gap) => gap.code === "law-elsewhere").map((gap) => gap.what)).toEqual([
      "whether uk-psc and eu-amlr apply at all",
    ]);
  });
});

describe("a list", () => {
  it("that the law asked for does not use is an error that says which does", async () => {
    await expect(asked("", { list: ["p"] })).rejects.toMatchObject({
      code: "bad-input",
      message: 'a list is given, and law "majority" is about no list',
      hint: expect.stringContaining("us-ofac-50"),
    });
    await expect(asked("", { law: "us-ofac-50", listDate: "2023-01-01" })).rejects.toThrow(/and no list/);
    expect((await asked("", { law: "all", list: ["p"], listDate: "2023-01-01" })).findings.length).toBe(
      LAWS.length,
    );
  });

  it("that is missing is told in the headline, with how to give it", async () => {
    const { blocks, gaps } = await asked("", { law: "us-ofac-50" });
    expect(textOf(blocks.slice(0, 1))).toContain("--list");
    expect(gaps.map((gap) => gap.code)).toContain("no-list");
  });
});

test("a day that has not come is told as such, in every question's answer", async () => {
  // The tests' answers are made on 1 January 2024.
  expect(textOf((await asked("", {}, "2031-05-06")).blocks)).toContain("6 May 2031 lies ahead of the day");
  expect(textOf((await asked("", {}, "2024-01-01")).blocks)).not.toContain("lies ahead");
});
