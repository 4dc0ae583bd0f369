import { expect, test } from "vitest";
import { answerIn } from "../../../../test/answer-in.ts";
import type { Block } from "../../../ask/block.ts";
import { control } from "../index.ts";

const tables = {
  "sources.csv": "id,title,published\ns,A register,2015-01-01\n",
  "entities.csv":
    "id,name,kind,jurisdiction\nc,Cee Ltd,company,GB\nb,Bee Ltd,company,GB\np,Pat,person,\nq,Quin,person,\n",
  "interests.csv": [
    "id,subject,party,right,share,from,to,source",
    "p1,c,p,,20,2016-01-01,2019-01-01,s",
    "p2,c,p,,30,2019-01-01,,s",
    "q1,c,q,,40,2016-01-01,2018-06-01,s",
    "b1,c,b,,70,2018-06-01,,s",
    "b2,b,q,,100,2010-01-01,,s",
    "",
  ].join("\n"),
};
const asked = (since: string, law = "all") =>
  answerIn(tables, control, { entity: "c", law, since }, "2020-01-01");

const plain = (block: Block | undefined) =>
  block?.kind === "headline"
    ? block.text.map((span) => (typeof span === "string" ? span : span.text)).join("")
    : "";

test("under several laws one headline says what changed under which, and the sentence of each stands with its tables", async () => {
  const { blocks, findings } = await asked("2017-01-01");
  expect(plain(blocks[0])).toBe(
    "What changed for Cee Ltd between 1 January 2017 and 1 January 2020." +
      " Majority rule – new: Quin." +
      " UK: people with significant control – new: Bee Ltd and Pat; no longer: Quin." +
      " EU: anti-money-laundering regulation – new: Pat." +
      " US: OFAC 50 percent rule – not known then or now.",
  );
  expect((blocks[0] as { because: readonly string[] }).because).toEqual(["b1", "b2", "p1", "p2", "q1"]);
  // One for all laws, and one for what each law says on the day.
  expect(blocks.filter(({ kind }) => kind === "headline")).toHaveLength(1 + findings.length);
  const at = blocks.findIndex((one) => one.kind === "prose" && one.title.endsWith("significant control"));
  expect(JSON.stringify(blocks[at])).toContain("Bee Ltd and Pat come under the law and did not.");
  expect(blocks[at + 1]).toMatchObject({ kind: "table", title: expect.stringContaining("Then and now") });
});

test("laws that say the same are told together", async () => {
  const { blocks } = await asked("2019-06-01");
  expect(plain(blocks[0])).toContain(
    " Majority rule, UK: people with significant control and EU: anti-money-laundering regulation – no one new or gone.",
  );
});

test("one law alone is told in full, in its headline", async () => {
  const { blocks } = await asked("2017-01-01", "uk-psc");
  expect(plain(blocks[0])).toContain("Under UK: people with significant control, who counts as");
  expect(blocks[1]?.kind).toBe("table");
});

test("a law that did not apply on the earlier day is told to be read as if it had, asked alone or with others", async () => {
  const sentence =
    "Read as if it had applied on 1 February 2016, when it did not: UK: people with significant control.";
  for (const law of ["all", "uk-psc"]) {
    expect([law, plain((await asked("2016-02-01", law)).blocks[0])]).toEqual([
      law,
      expect.stringContaining(sentence),
    ]);
    expect(plain((await asked("2017-01-01", law)).blocks[0])).not.toContain("as if it had applied");
  }
});
