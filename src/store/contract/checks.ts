import { describe, expect, test } from "vitest";
import type { Open } from "../port.contract.ts";
import { bring, counting, entity, interest } from "./landing.ts";

type Cells = Readonly<Record<string, string>>;

const STATEMENTS: readonly (readonly [string, Cells, string, RegExp])[] = [
  ["no id", { id: "" }, "bad-row", /^id is empty$/],
  ...["id", "subject", "object", "leader", "members", "source"].map(
    (column) =>
      [
        `U+001F in its ${column}`,
        { [column]: "a\u001fb" },
        "bad-row",
        /^\w+ "a␟b" contains U\+001F, which separates ids$/,
      ] as const,
  ),
  ["no kind", { kind: "" }, "bad-row", /^kind is empty$/],
  ["an unknown kind", { kind: "rumour" }, "bad-row", /kind "rumour" is not one of interest, office/],
  ["no subject", { subject: "" }, "bad-row", /^subject is empty$/],
  [
    "an office without a holder's organisation",
    { kind: "office", object: "" },
    "bad-row",
    /^the other party is empty$/,
  ],
  ["an unknown basis", { basis: "guess" }, "bad-row", /basis "guess" is not one of period, observation/],
  [
    "an unknown right",
    { interest_type: "friendship" },
    "bad-row",
    /right "friendship" is not one of shareholding/,
  ],
  [
    "an unknown directness",
    { direct: "maybe" },
    "bad-row",
    /direct "maybe" is not one of direct, indirect, unknown/,
  ],
  ["a right misspelt", { interest_type: "sharholding" }, "bad-row", /; is shareholding meant\?$/],
  ["an unknown condition", { conditional: "no" }, "bad-row", /conditional "no" is not one of yes/],
  ["a share of 140 %", { share_text: "140" }, "bad-share", /share "140": 140 is above 100/],
  ["a share upside down", { share_text: "50-25" }, "bad-share", /share "50-25"/],
  ["a day that does not exist", { from_text: "2019-02-30" }, "bad-date", /^from: date "2019-02-30"/],
  ["an end that is no date", { to_text: "soon" }, "bad-date", /^to: date "soon"/],
  ["a stated day that is no date", { stated_text: "1/2/2019" }, "bad-date", /^stated_on: date "1\/2\/2019"/],
  [
    "an end before its start",
    { from_text: "2020", to_text: "2019-06" },
    "bad-date",
    /ends \(2019-06\) before it starts \(2020\)/,
  ],
  ["all of itself", { subject: "a", object: "a", share_text: "100" }, "bad-row", /"a" as a holder of itself/],
  [
    "a contract with itself",
    { subject: "a", object: "a", interest_type: "rightsGrantedByContract" },
    "bad-row",
    /"a" as a holder of itself/,
  ],
  ["an unknown source", { source: "nowhere" }, "bad-row", /source "nowhere" is not in the table of sources/],
];

const ENTITIES: readonly (readonly [string, Cells, RegExp])[] = [
  ["no id", { id: "" }, /^id is empty$/],
  ["no name", { name: "" }, /^name is empty$/],
  ["no kind", { kind: "" }, /^kind is empty$/],
  ["an unknown kind", { kind: "robot" }, /kind "robot" is not one of person, company/],
  ["a bar in its id", { id: "a|b" }, /contains "\|"/],
  ["U+001F in its id", { id: "a\u001fb" }, /^id "a␟b" contains U\+001F, which separates ids$/],
];

export function checksContract(name: string, open: Open): void {
  describe(`${name}: checks`, () => {
    test.each(STATEMENTS)(
      "a statement with %s is set aside with its row and the value; the rest comes in",
      async (_what, cells, code, message) => {
        const store = await open();
        const sources = [{ id: "src", title: "Source" }];
        const statements = [
          interest("good", "a", "b", { source: "src" }),
          { ...interest("bad", "a", "b"), ...cells },
        ];
        const record = await bring(store, { sources, statements });
        expect(record).toMatchObject({ statements: 1, rejects: 1 });
        expect(await store.rejects(record.n)).toEqual([
          { file: "interests.csv", row: 3, code, message: expect.stringMatching(message) },
        ]);
        expect(await counting(store)).toEqual(["good"]);
        const before = await store.digest();
        await expect(bring(store, { sources, statements, strict: true })).rejects.toMatchObject({
          code: "bad-row",
          message: expect.stringMatching(message.source.replace(/^\^|\$$/g, "")),
        });
        expect(await store.digest()).toBe(before);
        await store.close();
      },
    );

    test.each(ENTITIES)("an entity with %s is set aside", async (_what, cells, message) => {
      const store = await open();
      const record = await bring(store, { entities: [entity("good"), { ...entity("bad"), ...cells }] });
      expect(record).toMatchObject({ entities: 1, rejects: 1 });
      expect(await store.rejects(record.n)).toEqual([
        { file: "entities.csv", row: 3, code: "bad-row", message: expect.stringMatching(message) },
      ]);
      await store.close();
    });

    test("a source without a title or with a bad date is set aside, and what rests on it with it", async () => {
      const store = await open();
      const record = await bring(store, {
        sources: [
          { id: "s", title: "" },
          { id: "t", title: "T", published: "yesterday" },
          { id: "u", title: "U" },
        ],
        statements: [interest("x", "a", "b", { source: "s" }), interest("y", "a", "b", { source: "u" })],
      });
      expect((await store.rejects(record.n)).map((one) => one.message)).toEqual([
        'source "s" is not in the table of sources',
        "title is empty",
        expect.stringContaining('published: date "yesterday"'),
      ]);
      expect(await counting(store)).toEqual(["y"]);
      await store.close();
    });

    test("an id that stands twice in a file counts the first time", async () => {
      const store = await open();
      const record = await bring(store, {
        entities: [entity("a"), entity("a", { name: "Other" })],
        statements: [
          interest("s", "a", "b", { share_text: "1" }),
          interest("s", "a", "b", { share_text: "2" }),
        ],
      });
      expect(await store.rejects(record.n)).toEqual([
        {
          file: "entities.csv",
          row: 3,
          code: "bad-row",
          message: 'id "a" stands already in entities.csv row 2',
        },
        {
          file: "interests.csv",
          row: 3,
          code: "bad-row",
          message: 'id "s" stands already in interests.csv row 2',
        },
      ]);
      expect(await counting(store)).toEqual(["s 1"]);
      await store.close();
    });

    test("a company may hold some of its own shares, and an unnamed party any right", async () => {
      const store = await open();
      const record = await bring(store, {
        statements: [
          interest("own", "a", "a", { share_text: "3.5" }),
          interest("none", "a", "", { reason: "noBeneficialOwners" }),
          interest("who", "a", ""),
        ],
      });
      expect(record.rejects).toBe(0);
      expect(
        await store.rows("SELECT id, object IS NULL AS unnamed, reason FROM statement_all ORDER BY id"),
      ).toEqual([
        { id: "none", unnamed: true, reason: "noBeneficialOwners" },
        { id: "own", unnamed: false, reason: "" },
        { id: "who", unnamed: true, reason: "unknown" },
      ]);
      await store.close();
    });

    test("a file without a table of sources may name sources it does not describe", async () => {
      const store = await open();
      await bring(store, { statements: [interest("s", "a", "b", { source: "https://example.org/x" })] });
      expect((await store.sources(["https://example.org/x"]))[0]).toMatchObject({
        title: "https://example.org/x",
        url: "https://example.org/x",
      });
      await store.close();
    });

    test("every kind of statement comes in", async () => {
      const store = await open();
      const none = { subject: "", object: "" };
      const rows = [
        { id: "1", kind: "office", subject: "p", object: "c" },
        { id: "2", kind: "share", subject: "c", object: "", props: '{"market":"m"}' },
        { id: "3", kind: "action", subject: "c", object: "authority" },
        ...["claim", "evidence", "hypothesis", "rating"].map((kind, k) => ({ id: `n${k}`, kind, ...none })),
        { id: "4", kind: "denial", subject: "", object: "c" },
      ];
      expect(await bring(store, { statements: rows })).toMatchObject({ statements: rows.length, rejects: 0 });
      expect(
        await store.rows("SELECT kind, subject IS NULL AS bare FROM statement_all WHERE kind = 'claim'"),
      ).toEqual([{ kind: "claim", bare: true }]);
      expect((await store.statements(["2"]))[0]?.properties).toEqual({ market: "m" });
      await store.close();
    });
  });
}
