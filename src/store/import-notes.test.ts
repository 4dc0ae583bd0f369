import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { importSays } from "../draw/import-words.ts";
import { bringIn } from "../formats/bring-in.ts";
import { openCase } from "./duckdb.ts";
import { importNotes } from "./import-notes.ts";

const folder = mkdtempSync(join(tmpdir(), "armslength-notes-"));
afterAll(() => rmSync(folder, { recursive: true }));
writeFileSync(
  join(folder, "entities.csv"),
  "id,name,kind\norg:alibaba_group,Alibaba Group,company\norg:scmp,South China Morning Post,outlet\n",
);
writeFileSync(
  join(folder, "interests.csv"),
  `id,subject,party,right,with,source
1,org:scmp,org:alibaba_gruop,shareholding,,s
2,org:scmp,Alibaba Group,shareholding,,
3,org:scmp,org:nobody,shareholding,org:nobody,
4,org:scmp,org:alibaba_group,shareholding,,s
`,
);

test("an import tells which ids nothing describes, which were meant, and what names no source", async () => {
  const store = await openCase(":memory:", { allow: [folder] });
  try {
    const record = await bringIn(store, folder, { at: "2026-01-01T00:00:00Z" });
    const notes = await importNotes(store, record);
    expect(notes).toEqual({
      undescribed: 3,
      shown: [
        { id: "Alibaba Group", statements: 1, near: ["org:alibaba_group"] },
        { id: "org:alibaba_gruop", statements: 1, near: ["org:alibaba_group"] },
        { id: "org:nobody", statements: 1, near: [] },
      ],
      sourceless: 2,
      before: null,
    });
    const says = importSays(notes, "en");
    expect(says.lines).toEqual([
      "2 statements name no source and rest on the import itself",
      "3 ids are described nowhere and stand as placeholders:",
    ]);
    expect(says.ids[1]).toBe('"org:alibaba_gruop" in 1 statement; is org:alibaba_group meant?');
    expect(importSays(notes, "zh").lines[0]).toMatch(/^2 条陈述没有注明来源/);
  } finally {
    await store.close();
  }
});

test("bytes that were taken back before are said to be in again; bytes that are there are not", async () => {
  const store = await openCase(":memory:", { allow: [folder] });
  try {
    const first = await bringIn(store, folder, { at: "2026-01-01T00:00:00Z" });
    const twice = await bringIn(store, folder, { at: "2026-01-02T00:00:00Z" });
    expect((await importNotes(store, twice)).before).toBeNull();
    await store.undo(first.n, "2026-01-03T00:00:00Z");
    const again = await bringIn(store, folder, { at: "2026-01-04T00:00:00Z" });
    const notes = await importNotes(store, again);
    expect(notes.before).toEqual({ n: 1, undone: "2026-01-03T00:00:00Z" });
    expect(importSays(notes, "en").lines[0]).toBe(
      "the same bytes came in before (import 1) and were taken back on 3 January 2026: they count again",
    );
  } finally {
    await store.close();
  }
});
