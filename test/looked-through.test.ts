import { expect, test } from "vitest";
import { ask } from "../src/ask/ask.ts";
import { parseDay } from "../src/model/date.ts";
import { networkKept } from "../src/networks/case-network.ts";
import { QUESTIONS } from "../src/questions/index.ts";
import { openCase } from "../src/store/duckdb.ts";
import type { Reader } from "../src/store/port.ts";
import { builtInCase } from "./built-in-case.ts";

const ASKED = [
  { id: "control", more: {} },
  { id: "control", more: { law: "all", since: "2015-01-01" } },
  { id: "reach", more: {} },
  { id: "reach", more: { since: "2015-01-01" } },
];

async function answers(store: Reader, entity: string): Promise<string[]> {
  const told: string[] = [];
  for (const { id, more } of ASKED) {
    const question = QUESTIONS.find((one) => one.id === id);
    if (question === undefined) throw new Error(`no question ${id}`);
    for (const known of [null, parseDay("2020-01-01")]) {
      const answer = await ask(question, store, {
        input: { entity, ...more },
        clocks: { asOf: parseDay("2021-04-10"), known, carry: 400 },
        lang: "en",
        at: "2026-01-01T00:00:00Z",
        version: "0",
      }).catch((error: unknown) => String(error));
      told.push(typeof answer === "string" ? answer : JSON.stringify(answer));
    }
  }
  return told;
}

test("an answer from a case that is looked through is the one from a case read whole, letter by letter", async () => {
  const built = await builtInCase();
  const whole = await openCase(built.path, { readOnly: true });
  const rows = await whole.rows<{ id: string }>("SELECT id FROM entity_now ORDER BY n");
  const ids = rows.filter((_, k) => k % 8 === 0).map(({ id }) => id);
  const told = new Map<string, string[]>();
  for (const id of ids) told.set(id, await answers(whole, id));
  await whole.close();
  const found = await openCase(built.path, { readOnly: true, small: 0 });
  let whatIsKept = 0;
  for (const [k, id] of ids.entries()) {
    const big: Reader = { ...found };
    expect([id, await answers(big, id)]).toEqual([id, told.get(id)]);
    if (k === 0) expect(await networkKept(big, null)).toBeNull();
    if ((await networkKept(big, null)) !== null) whatIsKept++;
  }
  expect(whatIsKept).toBe(0);
  expect(ids.length).toBeGreaterThan(10);
  await found.close();
  built.remove();
}, 180_000);
