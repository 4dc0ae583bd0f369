import { expect, test } from "vitest";
import { inCase } from "../../test/answer-in.ts";
import { suggestedFor, wordsIn } from "./suggested.ts";

const TABLES = {
  "sources.csv": "id,title\ntext,T\na,A\n",
  "entities.csv": "id,name,kind,names\norg:x,Xylo Ltd,company,zh:齐乐\norg:y,Ypsilon,company,\n",
  "claims.csv": [
    "id,text,statement,source",
    "C1,text,Xylo Ltd polluted the harbour in winter.,text",
    "C2,text,Xylo Ltd closed the harbour.,text",
    "F1,a,The harbour was polluted; Xylo Ltd denies it.,a",
    "F2,a,Ypsilon opened a bakery.,a",
    "F3,a,The harbour master retired.,a",
    "F4,a,齐乐被罚款。,a",
    "F5,a,Xylophones are made of wood.,a",
    "",
  ].join("\n"),
  "interests.csv": "id,subject,party,right,share,source\ni1,org:x,org:y,,60,a\n",
  "evidence.csv": "id,claim,statement,for,source\ne1,C1,F3,,a\n",
};

test("statements that name the claim's entities or share its rare words, best first; attached ones and the text's own left out", async () => {
  await inCase(TABLES, async (store) => {
    const found = await suggestedFor(store, "C1", 10);
    expect(found.map((one) => [one.statement, one.entities, one.words])).toEqual([
      ["F1", ["org:x"], ["harbour", "polluted", "xylo"]],
      ["F4", ["org:x"], []],
      ["i1", ["org:x"], []],
    ]);
    expect((await suggestedFor(store, "C1", 1)).map((one) => one.statement)).toEqual(["F1"]);
  });
});

test("a search looks for its own words, and a name within a word is not that name", async () => {
  await inCase(TABLES, async (store) => {
    expect((await suggestedFor(store, "C1", 10, "bakery")).map((one) => one.statement)).toEqual(["F2"]);
    await expect(suggestedFor(store, "F9", 10)).rejects.toMatchObject({ code: "unknown-statement" });
  });
});

test("words are the longer ones, and pairs of Han characters", () => {
  expect([...wordsIn("the fine of alibaba 反垄断法 was large")]).toEqual([
    "fine",
    "alibaba",
    "反垄",
    "垄断",
    "断法",
    "large",
  ]);
});
