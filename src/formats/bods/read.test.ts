import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { bringIn } from "../bring-in.ts";
import { contents, fixture, inFolder, withCase } from "./trial.oracle.ts";

const of = <T extends object>(rows: readonly unknown[], id: string, key = "id") =>
  rows.filter((row) => (row as Record<string, unknown>)[key] === id) as T[];

test("entities and persons keep what questions need, and no private data", async () => {
  await withCase(fixture("harbour.json"), async (one) => {
    const { entities, names, identifiers } = await contents(one);
    expect(of(entities, "ent-harbour")).toMatchObject([
      {
        name: "Harbour News Ltd",
        kind: "company",
        jurisdiction: "CZ",
        note: "founded: 1999-03-01; publicly listed: yes; tickers: HRBR",
      },
    ]);
    expect(entities.map((row) => [(row as { id: string }).id, (row as { kind: string }).kind])).toEqual([
      ["arr-joint", "arrangement"],
      ["arr-nominee", "arrangement"],
      ["ent-anon", "unknown"],
      ["ent-harbour", "company"],
      ["ent-nowhere", "unknown"],
      ["ent-quay", "company"],
      ["min-press", "state-body"],
      ["per-dvorak", "person"],
      ["per-hidden", "person"],
      ["per-novak", "person"],
      ["per-unknown", "person"],
      ["rel-6:subject", "unknown"],
      ["sta-bay", "state"],
      ["tru-lantern", "trust"],
      ["tru-registered", "trust"],
    ]);
    expect(of(entities, "ent-nowhere")).toMatchObject([{ name: "ent-nowhere", placeholder: true }]);
    expect(of(entities, "ent-anon")).toMatchObject([
      { name: "Anonymous entity (subject exempt from disclosure)" },
    ]);
    expect(of(entities, "per-hidden")).toMatchObject([
      { name: "Anonymous person (interested party exempt from disclosure)" },
    ]);
    expect(of(entities, "per-unknown")).toMatchObject([{ name: "Unknown person" }]);
    expect(of(names, "ent-harbour").map((row) => (row as unknown as { text: string }).text)).toContain(
      "Bay|Harbour",
    );
    expect(of(names, "per-novak")).toMatchObject([
      { lang: "", text: "Anna Nováková" },
      { lang: "und-x-former", text: "Anna Malá" },
      { lang: "und-x-translit", text: "Анна Новакова" },
    ]);
    expect(of(entities, "per-novak")).toMatchObject([
      {
        jurisdiction: "CZ",
        note: "born: 1961-02; died: 2021; nationalities: CZ, Atlantis; politically exposed: isPep",
      },
    ]);
    expect(of(identifiers, "ent-harbour")).toMatchObject([
      { scheme: "CZ-ICO", value: "12345678" },
      { scheme: "Press  register", value: "P-9" },
      { scheme: "uri", value: "https://register.example/e/12345678" },
    ]);
    const everything = JSON.stringify(await contents(one));
    for (const secret of ["1961-02-03", "777777", "9 Hill", "Brno"]) expect(everything).not.toContain(secret);
  });
});

test("an interest is a statement with its share, dates, directness, source and place in the file", async () => {
  await withCase(fixture("harbour.json"), async (one) => {
    const { interests, sources } = await contents(one);
    const record = (id: string) => of<Record<string, unknown>>(interests, id, "record");
    const versions = [...record("rel-1"), ...record("rel-1@2022-05-01")];
    expect(versions).toHaveLength(3);
    for (const version of [
      { share_text: "60", stated: 18748, locator: "/13/recordDetails/interests/0", from_text: "2018-01-01" },
      { share_text: "60", stated: 19113, locator: "/21", from_text: "2018-01-01", to_text: "2022-05-01" },
      { share_text: "65", stated: 19113, locator: "/21/recordDetails/interests/0", from_text: "2022-05-01" },
    ]) {
      expect(versions).toContainEqual(
        expect.objectContaining({
          ...version,
          subject: "ent-harbour",
          object: "ent-quay",
          direct: "direct",
        }),
      );
    }
    expect(record("rel-2")).toMatchObject([{ share_text: "75-<100" }]);
    expect(record("rel-3")).toMatchObject([{ share_text: "33.3333333333", direct: "indirect" }]);
    expect(record("rel-4#1").map((row) => [row.share_text, row.note, row.to_text])).toContainEqual([
      "<0.5",
      "by the articles of 1999",
      "2020-06-30",
    ]);
    expect(record("rel-5")).toMatchObject([
      { object: null, reason: "interestedPartyHasNotProvidedInformation: two letters unanswered" },
    ]);
    expect(record("rel-6")).toMatchObject([{ subject: "rel-6:subject", interest_type: "boardMember" }]);
    expect(record("rel-7")).toMatchObject([
      { interest_type: "unknownInterest", direct: "unknown", locator: "/19" },
    ]);
    expect(record("rel-8")).toMatchObject([{ interest_type: "generalPartner", note: "of the fund" }]);
    expect(sources).toMatchObject([{}, {}]);
    expect(sources).toContainEqual(
      expect.objectContaining({
        title: "Yearly declaration of owners",
        publisher: "Register of Ostrava Bay",
        published: "2021-05-02",
        retrieved: "2021-05-03",
        kind: "selfDeclaration, verified",
        interested: "Harbour News Ltd",
        licence: "https://creativecommons.org/publicdomain/zero/1.0/",
      }),
    );
  });
});

test("what a later statement changes or no longer names ends with it, and so does a record closed without its interests", async () => {
  await withCase(fixture("harbour.json"), async (one) => {
    const { interests, gone } = await contents(one);
    const votes = of<Record<string, unknown>>(interests, "rel-1#1", "record");
    expect(votes.map((row) => [row.interest_type, row.share_text, row.to_text]).sort()).toEqual([
      ["votingRights", ">50-75", ""],
      ["votingRights", ">50-75", "2022-05-01"],
    ]);
    const joint = of<Record<string, unknown>>(interests, "rel-4", "record");
    expect(joint.map((row) => [row.share_text, row.to_text]).sort()).toEqual([
      [">4.3", ""],
      [">4.3", "2022-05-01"],
    ]);
    expect(
      interests.filter((row) => (row as { interest_type: string }).interest_type === "unknownInterest"),
    ).toHaveLength(1);
    expect(gone).toHaveLength(3);
  });
});

test("the version before may have come with an earlier import", async () => {
  const statements = JSON.parse(readFileSync(fixture("harbour.json"), "utf8")) as { recordStatus: string }[];
  await inFolder(async (folder) => {
    const [first, second] = [join(folder, "2021.json"), join(folder, "2022.json")];
    writeFileSync(first, JSON.stringify(statements.filter((one) => one.recordStatus === "new")));
    writeFileSync(second, JSON.stringify(statements.filter((one) => one.recordStatus !== "new")));
    const inOne = await withCase(fixture("harbour.json"), contents);
    const inTwo = await withCase(first, async (one) => {
      const { rejects } = await bringIn(one, second, { at: "2026-01-02T00:00:00Z" });
      expect(rejects).toBe(0);
      return contents(one);
    });
    const plain = (rows: readonly unknown[]) =>
      JSON.parse(JSON.stringify(rows).replace(/"locator":"[^"]*"/g, '"locator":""'));
    expect(plain(inTwo.interests)).toEqual(plain(inOne.interests));
    expect(inTwo.gone).toEqual(inOne.gone);
    expect(inTwo.names).toEqual(inOne.names);
  });
});

test("one statement a line gives the same case, but for the places in the file", async () => {
  const plain = (path: string) =>
    withCase(path, async (one) =>
      JSON.parse(JSON.stringify(await contents(one)).replace(/"locator":"[^"]*"/g, '"locator":""')),
    );
  expect(await plain(fixture("harbour.jsonl"))).toEqual(await plain(fixture("harbour.json")));
});

test.each([
  ["truncated.json", "bad-file", "not whole JSON"],
  ["truncated.jsonl", "bad-file", "not whole JSON"],
  ["one-object.json", "bad-file", "line 1 is not a whole JSON object"],
  ["other.json", "bad-file", "none of its 1 items is a BODS statement"],
  ["older.json", "bad-file", "before 0.4"],
  ["not-json.json", "bad-file", 'it begins with "Harbour News Ltd'],
  ["empty.json", "bad-file", "is empty"],
  ["no-statements.json", "bad-file", "holds no statements"],
])("%s is refused: %s, %s", async (name, code, message) => {
  await expect(withCase(fixture(name), async () => undefined)).rejects.toMatchObject({
    code,
    message: expect.stringContaining(message),
    hint: expect.stringMatching(/./),
  });
});
