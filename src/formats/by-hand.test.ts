import { expect, test } from "vitest";
import { inCase } from "../../test/answer-in.ts";
import { enterByHand } from "./by-hand.ts";

const AT = "2024-02-03T04:05:06Z";
const TABLES = {
  "sources.csv": "id,title,published\ntext,The text,2020-01-01\na,A,2020-01-02\n",
  "entities.csv": "id,name,kind\norg:x,X,company\norg:y,Y,company\n",
  "claims.csv": "id,text,statement,source\nC1,text,X was fined.,text\nF1,a,A: X was fined.,a\n",
  "hypotheses.csv": "id,set,text,source\nh1,why,First.,a\n",
};
const claim = (cells: Record<string, string>) => ({ kind: "claim", cells });

test("a claim, its evidence, an item of a set and a rating come in, each on its source, said on its day", async () => {
  await inCase(TABLES, async (store) => {
    const enter = (rows: readonly { kind: string; cells: Record<string, string> }[], at = AT) =>
      enterByHand(store, { rows, by: "Ann Reader", at });
    const { ids, import: record } = await enter([
      claim({ text: "text", statement: "X was fined twice.", kind: "fact", passage: "p. 2" }),
      { kind: "evidence", cells: { claim: "C1", statement: "F1", for: "yes" } },
      { kind: "evidence", cells: { claim: "why", statement: "F1" } },
    ]);
    expect(ids).toEqual(["text-1", "evidence-C1-F1", "evidence-why-F1"]);
    expect([record.statements, record.rejects, record.format]).toEqual([3, 0, "by-hand"]);
    const [one, link] = await store.statements(["text-1", "evidence-C1-F1"]);
    expect([one?.source, one?.statedOn, one?.basis, one?.properties.passage]).toEqual([
      "text",
      "2020-01-01",
      "observation",
      "p. 2",
    ]);
    expect(link?.statedOn).toBe("2024-02-03");
    expect((await store.sources([link?.source ?? ""]))[0]).toMatchObject({
      title: "Entered by hand: Ann Reader",
      kind: "by_hand",
    });

    const rate = (rating: string, at: string) =>
      enter(
        [{ kind: "rating", cells: { evidence: "evidence-why-F1", hypothesis: "h1", rating, reason: "so" } }],
        at,
      );
    const [first] = (await rate("C", AT)).ids;
    const again = await rate("II", "2024-02-04T00:00:00Z");
    expect([again.ids[0], again.import.superseded]).toEqual([first, 1]);
    const back = await rate("C", "2024-02-05T00:00:00Z");
    expect(back.import.known).toBe(false);
    const [rating] = await store.statements([first ?? ""]);
    expect(rating?.properties).toMatchObject({ rating: "C", rater: "Ann Reader", reason: "so" });
  });
});

test("any kind of statement can be entered, with new sources and entities it refers to, and taken back as one import", async () => {
  await inCase(TABLES, async (store) => {
    const { import: record } = await enterByHand(store, {
      by: "Ann",
      at: AT,
      rows: [
        { kind: "source", cells: { id: "b", title: "B", published: "2023" } },
        { kind: "entity", cells: { id: "org:z", name: "Z", kind: "company" } },
        {
          kind: "interest",
          cells: {
            id: "i1",
            subject: "org:z",
            party: "org:x",
            right: "shareholding",
            share: "about 30",
            source: "b",
          },
        },
        { kind: "denial", cells: { of: "i1", by: "org:x", text: "Not so." } },
      ],
    });
    expect([record.sources, record.entities, record.statements]).toEqual([2, 1, 2]);
    expect((await store.statements(["i1"]))[0]).toMatchObject({
      subject: "org:z",
      object: "org:x",
      source: "b",
    });
    await store.undo(record.n, AT);
    expect(await store.statements(["i1"])).toEqual([]);
  });
});

test.each([
  [
    { kind: "claim", cells: { text: "nowhere", statement: "s" } },
    "unknown-source",
    /text: there is no source "nowhere"/,
  ],
  [
    { kind: "evidence", cells: { claim: "C9", statement: "F1" } },
    "unknown-statement",
    /there is no claim or set "C9"/,
  ],
  [
    { kind: "evidence", cells: { claim: "C1", statement: "F9" } },
    "unknown-statement",
    /there is no statement "F9"/,
  ],
  [
    { kind: "evidence", cells: { claim: "C1", statement: "F1", for: "perhaps" } },
    "bad-row",
    /for "perhaps" is not one of yes, no/,
  ],
  [
    { kind: "rating", cells: { evidence: "F1", hypothesis: "h1", rating: "C" } },
    "unknown-statement",
    /no evidence "F1"/,
  ],
  [
    { kind: "interest", cells: { subject: "org:x", party: "org:nobody", right: "shareholding" } },
    "unknown-entity",
    /"org:nobody"/,
  ],
  [
    { kind: "interest", cells: { subject: "org:x", party: "org:y", right: "shareholding", share: "lots" } },
    "bad-row",
    /share "lots"/,
  ],
  [{ kind: "claim", cells: { text: "text" } }, "bad-input", /claim needs "statement"/],
  [
    { kind: "claim", cells: { text: "text", statement: "s", colour: "red" } },
    "bad-input",
    /no column "colour"/,
  ],
  [{ kind: "poem", cells: {} }, "bad-input", /"poem" is no kind/],
])("%j is refused, and nothing is written", async (row, code, message) => {
  await inCase(TABLES, async (store) => {
    const before = await store.digest();
    const good = claim({ text: "text", statement: "Fine." });
    const entered = enterByHand(store, { rows: [good, row], by: "Ann", at: AT });
    await expect(entered).rejects.toMatchObject({ code, message: expect.stringMatching(message) });
    expect(await store.digest()).toBe(before);
  });
});

test("what is wrong with a row is said of the row as it was entered, not of a file", async () => {
  await inCase(TABLES, async (store) => {
    const link = { kind: "evidence", cells: { claim: "C1", statement: "F1", for: "maybe" } };
    const enter = (...rows: (typeof link)[]) => enterByHand(store, { rows, by: "Ann", at: AT });
    const wrong = 'for "maybe" is not one of yes, no';
    await expect(enter(link)).rejects.toMatchObject({ message: wrong });
    const good = { ...link, cells: { ...link.cells, for: "yes" } };
    const fine = { kind: "claim", cells: { text: "text", statement: "Fine." } } as never;
    await expect(enter(fine, good, link)).rejects.toMatchObject({ message: `row 3 (evidence): ${wrong}` });
  });
});

test("without a name, or without a row, nothing is entered", async () => {
  await inCase(TABLES, async (store) => {
    await expect(enterByHand(store, { rows: [], by: "Ann", at: AT })).rejects.toThrow(/nothing to enter/);
    await expect(enterByHand(store, { rows: [claim({})], by: " ", at: AT })).rejects.toThrow(
      /nobody is named/,
    );
  });
});
