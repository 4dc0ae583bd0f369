import { readFileSync } from "node:fs";
import fc from "fast-check";
import { expect, test } from "vitest";
import { schemaValidator, standardCases, standardPresent } from "./standard.oracle.ts";
import { fixture, withCase, withStatements } from "./trial.oracle.ts";

interface Faulty {
  readonly field: string;
  readonly says: string;
  readonly statement: object;
}

test("each faulty statement is set aside with its row, the field and what is wrong; the good one beside them comes in", async () => {
  const faulty = JSON.parse(readFileSync(fixture("invalid.json"), "utf8")) as Faulty[];
  expect(faulty.length).toBeGreaterThan(40);
  const [good] = JSON.parse(readFileSync(fixture("harbour.json"), "utf8")) as object[];
  await withStatements([good, ...faulty.map((one) => one.statement)], async (one, rejects) => {
    expect(rejects.map((reject) => reject.row)).toEqual(faulty.map((_, k) => k + 2));
    for (const [k, { field, says }] of faulty.entries()) {
      const message = rejects[k]?.message ?? "";
      expect(message.startsWith(`${field} `), `${message} names ${field}`).toBe(true);
      expect(message).toContain(says);
    }
    expect(await one.rows("SELECT id FROM entity_now")).toEqual([{ id: "ent-harbour" }]);
  });
});

test("the package of good statements has no fault", async () => {
  await withCase(fixture("harbour.json"), async (_, rejects) => expect(rejects).toEqual([]));
});

test("a strict import of a file with a fault is refused, and says where it is", async () => {
  const [first] = JSON.parse(readFileSync(fixture("invalid.json"), "utf8")) as Faulty[];
  await expect(
    withStatements([first?.statement], async () => undefined, { strict: true }),
  ).rejects.toMatchObject({
    code: "bad-row",
    message: expect.stringContaining("statements.json row 1: statementId must have at least 32 characters"),
  });
});

test("a statement that repeats the identifier of another with other content is set aside", async () => {
  const [one, two] = JSON.parse(readFileSync(fixture("harbour.json"), "utf8")) as { statementId: string }[];
  await withStatements([one, one, { ...two, statementId: one?.statementId }], async (_, rejects) => {
    expect(rejects).toMatchObject([{ row: 3, code: "bad-row" }]);
    expect(rejects[0]?.message).toContain("stands already in statement 1");
  });
});

if (standardPresent) {
  test("of the standard's own statements the valid ones are accepted and each invalid one is refused by name of its fault", async () => {
    const valid = schemaValidator();
    const cases = standardCases();
    expect(cases.filter((one) => !one.fault)).toHaveLength(111);
    expect(cases.filter((one) => one.fault)).toHaveLength(192);
    const arrays = cases.filter((one): one is typeof one & { content: object[] } =>
      Array.isArray(one.content),
    );
    const statements = arrays.flatMap(({ content, name, fault }) =>
      content.map((statement) => ({ statement, name, fault })),
    );
    await withStatements(
      statements.map(({ statement, name }) => ({ ...statement, ...renamed(statement, name) })),
      async (_, rejects) => {
        const said = new Map(rejects.map(({ row, message }) => [row - 1, message]));
        for (const [k, { name, fault, statement }] of statements.entries()) {
          const message = said.get(k) ?? "";
          expect(message === "", `${name}: ${message}`).toBe(fault === undefined);
          expect(message === "", name).toBe(valid([statement]) === "");
          if (fault) expect(`; ${message}`, name).toContain(`; ${fault.field} `);
          if (fault?.keyword === "required") expect(message, name).toContain(`${fault.field} is missing`);
        }
      },
    );
  });

  test("a file that is one object is refused as no array", async () => {
    const [object] = standardCases().filter((one) => !Array.isArray(one.content));
    expect(object?.name).toBe("statements_not_array.json");
    await expect(withCase(fixture("one-object.json"), async () => undefined)).rejects.toMatchObject({
      code: "bad-file",
      message: expect.stringContaining("not an array of statements"),
    });
  });

  test("whatever is changed in a valid statement, the verdict is the schema's", async () => {
    const valid = schemaValidator();
    const good = standardCases().flatMap(({ content, fault }) => (fault ? [] : (content as object[])));
    const harbour = JSON.parse(readFileSync(fixture("harbour.json"), "utf8")) as object[];
    const mutant = fc
      .tuple(fc.constantFrom(...good, ...harbour), fc.nat(), fc.constantFrom(...WRONG, DROP))
      .map(([statement, where, value]) => mutated(statement, where, value));
    const statements = fc
      .sample(mutant, { numRuns: 4000, seed: 7 })
      .map((statement, k) =>
        typeof statement.statementId === "string" && valid([statement]) === ""
          ? { ...statement, ...renamed(statement, String(k)) }
          : statement,
      );
    await withStatements(statements, async (_, rejects) => {
      const refused = new Map(rejects.map(({ row, message }) => [row - 1, message]));
      const wrong = statements.flatMap((statement, k) => {
        const schema = valid([statement]);
        const ours = refused.get(k) ?? "";
        if ((schema === "") === (ours === "") || BEYOND.test(ours)) return [];
        return [{ schema, ours, statement: JSON.stringify(statement) }];
      });
      expect(wrong).toEqual([]);
      expect(refused.size).toBeGreaterThan(1000);
      expect(refused.size).toBeLessThan(statements.length - 500);
    });
  });
}

/** What the store refuses though the schema lets it pass. */
const BEYOND =
  /is empty$|stands already|before it starts|is above the upper end|range is empty|holder of itself/;
const DROP = Symbol("drop");
const WRONG = [
  null,
  true,
  7,
  -1,
  100.5,
  "",
  "x",
  "2021-02-30",
  "2021-05-01",
  "2021-05-01T10:00:00Z",
  "2021-05-01 25:00:00Z",
  "1999-13",
  "1999-12",
  "https://a.example/ü",
  "urn:x",
  "https://a.example/?q=1#f",
  "a b",
  [],
  {},
  ["x"],
  [7],
  [{}],
  { reason: "unknown" },
  { reason: "no" },
  { name: "x" },
  "trust",
  "other",
  "linking",
  "transformation",
  "entity",
  "relationship",
  "y".repeat(40),
  "y".repeat(65),
];

/** Another identifier of its own where the statement has a proper one. */
function renamed(statement: object, salt: string): { statementId?: string } {
  const id = "statementId" in statement ? statement.statementId : undefined;
  if (typeof id !== "string" || id.length < 32 || id.length > 64) return {};
  return {
    statementId: `${salt}-${id}`
      .slice(-64)
      .padStart(40, "0")
      .replace(/^.{12}/, hash(salt)),
  };
}

const hash = (text: string): string =>
  [...text]
    .reduce((sum, char) => (Math.imul(sum, 31) + char.charCodeAt(0)) >>> 0, 7)
    .toString(16)
    .padStart(12, "z");

/** A copy in which one field, wherever it lies, is dropped or holds another value. */
function mutated(statement: object, where: number, value: unknown): Record<string, unknown> {
  const copy = structuredClone(statement) as Record<string, unknown>;
  const places: [Record<string, unknown>, string][] = [];
  const walk = (at: unknown): void => {
    if (typeof at !== "object" || at === null) return;
    for (const key of Object.keys(at)) {
      places.push([at as Record<string, unknown>, key]);
      walk((at as Record<string, unknown>)[key]);
    }
  };
  walk(copy);
  const place = places[where % places.length];
  if (!place) return copy;
  const [at, key] = place;
  if (value !== DROP) at[key] = structuredClone(value);
  else if (Array.isArray(at)) at.splice(Number(key), 1);
  else delete at[key];
  return copy;
}
