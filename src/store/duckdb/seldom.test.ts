import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DuckDBInstance } from "@duckdb/node-api";
import { afterAll, expect, test } from "vitest";
import { bring, entity, interest } from "../contract/landing.ts";
import { openCase } from "../duckdb.ts";
import type { Writer } from "../port.ts";

const small = { threads: 1, memory: 2 ** 29 };
const folder = mkdtempSync(join(tmpdir(), "armslength-seldom-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** What the columns of a file hold that says everything, as files once did. */
const WRITTEN_OUT = [
  "UPDATE name SET lang = coalesce(lang, '')",
  `UPDATE entity SET sector = coalesce(sector, ''), names = coalesce(names, ''), identifiers = coalesce(identifiers, ''),
     note = coalesce(note, '')`,
  `UPDATE statement SET record = coalesce(record, id), to_text = coalesce(to_text, ''), basis = coalesce(basis, 'period'),
     stated_text = coalesce(stated_text, ''), quote = coalesce(quote, ''), dispute = coalesce(dispute, ''),
     note = coalesce(note, ''), class = coalesce(class, ''), conditional = coalesce(conditional, ''),
     members = coalesce(members, ''), joint = coalesce(joint, ''), reason = coalesce(reason, ''),
     props = coalesce(props, '{}')`,
];

const FIRST = {
  entities: [
    entity("a", { name: "Alpha Holdings Ltd", sector: "media", names: "zh:报|en:A" }),
    entity("b", { name: "Beta", note: "seen", identifiers: "LEI:1" }),
    entity("c", { name: "Gamma  S.A." }),
  ],
  statements: [
    interest("s", "a", "b", { share_text: "30", from_text: "2010" }),
    interest("t", "a", "c", { record: "r", to_text: "2015", quote: "q", stated_text: "2012", joint: "j" }),
    interest("u", "a", "", { members: "b|c", class: "B", conditional: "", reason: "", basis: "observation" }),
    interest("w", "b", "c", { props: '{"x":"1"}', note: "n", dispute: "yes" }),
  ],
};

const SECOND = {
  at: "2021-06-01T12:00:00Z",
  entities: [
    entity("a", { name: "Alpha" }),
    entity("b", { name: "Beta", note: "seen", identifiers: "LEI:1" }),
  ],
  statements: [
    interest("s", "a", "b", { share_text: "30", from_text: "2010", note: "new" }),
    interest("t2", "a", "c", { record: "r", stated_text: "2013" }),
    interest("w", "b", "c", { props: '{"x":"1"}', note: "n", dispute: "yes" }),
  ],
};

const VIEWS = [
  ...["entity_now", "entity_version", "name_now", "identifier_now"],
  ...["statement_all", "statement_qualified", "gone"],
];

async function everything(reader: Writer): Promise<unknown> {
  const ids = ["s", "t", "u", "w", "t2"];
  const rows: unknown[] = [await reader.digest(), await reader.entities(["a", "b", "c"])];
  rows.push(await reader.statements(ids), await reader.imports());
  for (const view of VIEWS) rows.push([view, await reader.rows(`SELECT * FROM ${view} ORDER BY ALL`)]);
  return rows;
}

async function writeOut(path: string): Promise<number> {
  const instance = await DuckDBInstance.create(path);
  const connection = await instance.connect();
  const silent = await connection.runAndReadAll(
    "SELECT count(*) FROM statement WHERE record IS NULL AND props IS NULL",
  );
  for (const sql of WRITTEN_OUT) await connection.run(sql);
  connection.closeSync();
  instance.closeSync();
  return Number(silent.getRows()[0]?.[0]);
}

test("a file that writes out what is otherwise, as older ones do, reads the same through all that comes in and goes", async () => {
  const paths = ["new", "old"].map((name) => join(folder, `${name}.duckdb`));
  const told: unknown[][] = [];
  let silent = 0;
  for (const [k, path] of paths.entries()) {
    const seen: unknown[] = [];
    const visit = async (work: (store: Awaited<ReturnType<typeof openCase>>) => Promise<unknown>) => {
      const store = await openCase(path, { ...small, create: true });
      await work(store);
      seen.push(await everything(store));
      await store.close();
      if (k === 1) silent += await writeOut(path);
      const again = await openCase(path, { ...small, readOnly: true });
      seen.push(await everything(again));
      await again.close();
    };
    await visit((store) => bring(store, { ...FIRST, sha256: "first" }));
    await visit((store) => bring(store, { ...SECOND, sha256: "second" }));
    await visit((store) => store.withdraw(["u"], "why", "2022-01-01T00:00:00Z"));
    await visit((store) => store.undo(1, "2022-01-02T00:00:00Z"));
    await visit((store) =>
      store.redact({ statements: ["w"], sources: [], why: "a court" }, "2022-01-03T00:00:00Z"),
    );
    seen.push(await logOf(path));
    told.push(seen);
  }
  expect(silent).toBeGreaterThan(0);
  for (const [k, one] of (told[0] ?? []).entries()) expect(told[1]?.[k]).toEqual(one);
});

/** The log keeps digests of what was redacted. */
async function logOf(path: string): Promise<unknown> {
  const store = await openCase(path, { ...small, readOnly: true });
  const log = await store.log();
  await store.close();
  return log;
}
