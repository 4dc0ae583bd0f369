import { DuckDBInstance } from "@duckdb/node-api";
import { expect, test } from "vitest";
import { builtInCase } from "../../test/built-in-case.ts";
import { openCase } from "../store/duckdb.ts";
import { checkedCase } from "./check-case.ts";

const AT = "2026-02-01T00:00:00Z";

async function report(path: string) {
  const store = await openCase(path, { readOnly: true });
  try {
    return await checkedCase(store);
  } finally {
    await store.close();
  }
}

async function byHand(path: string, sql: string): Promise<void> {
  const instance = await DuckDBInstance.create(path);
  const connection = await instance.connect();
  await connection.run(sql);
  connection.closeSync();
  instance.closeSync();
}

test("a case that was worked with holds; one somebody changed by hand does not, and the place is named", async () => {
  const built = await builtInCase();
  const store = await openCase(built.path);
  await store.withdraw(["F001"], "a mistake", AT);
  await store.restore(["F001"], "none after all", AT);
  await store.withdraw(["F002"], "a mistake", AT);
  await store.close();
  expect(await report(built.path)).toMatchObject({
    holds: true,
    log: { lines: 4, broken: null, current: true },
    statements: { wrong: [] },
  });
  const id = "i-alibaba-scmp-20160405";
  const changes: [string, object][] = [
    [`UPDATE statement SET low = low - 1 WHERE id = '${id}'`, { statements: { wrong: [id] } }],
    [`UPDATE statement SET low = low + 1 WHERE id = '${id}'`, { holds: true }],
    [`UPDATE statement SET from_hi = from_hi - 1 WHERE id = '${id}'`, { statements: { wrong: [id] } }],
    [`UPDATE statement SET from_hi = from_hi + 1 WHERE id = '${id}'`, { holds: true }],
    ["UPDATE statement SET digest = digest + 1 WHERE id = 'F003'", { log: { current: false, broken: null } }],
    ["UPDATE statement SET digest = digest - 1 WHERE id = 'F003'", { holds: true }],
    [
      "UPDATE log SET detail = replace(detail, 'mistake', 'forgery') WHERE k = 2",
      { log: { broken: { k: 2, why: "changed" } } },
    ],
    ["DELETE FROM log WHERE k = 2", { log: { broken: { k: 2, why: "missing" } } }],
  ];
  for (const [sql, found] of changes) {
    await byHand(built.path, sql);
    expect([sql, await report(built.path)]).toMatchObject([sql, found]);
  }
  built.remove();
});
