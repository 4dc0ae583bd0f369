import fc from "fast-check";
import { expect, it } from "vitest";
import { textOf } from "../../../test/text-of.ts";
import { compactOf, heldIn } from "../../networks/register/compact.oracle.ts";
import { linesOf } from "../../networks/register/lines.ts";
import type { Listed } from "../../networks/register/listed.ts";
import { register } from "../../networks/register/register.ts";
import { ultimatePairs } from "../../networks/register/ultimate.ts";
import { anyRows, type Row, tableOf, voteRows } from "../../networks/worlds.oracle.ts";
import { VerdictRows } from "./verdict-rows.ts";

const [FEW, WORLDS] = [7, 900];
const NODES = FEW * WORLDS;

/** Many small worlds side by side. */
function manyWorlds(): Row[] {
  const worlds = fc.sample(fc.oneof(voteRows(FEW, 2), anyRows(FEW, 2)), { seed: 2026, numRuns: WORLDS });
  return worlds.flatMap((rows, k) => {
    const moved = (n: number) => (n < 0 ? n : n + FEW * k);
    return rows.map((row) => ({
      ...row,
      party: moved(row.party),
      subject: moved(row.subject),
      ...(row.leader === undefined ? {} : { leader: moved(row.leader) }),
      ...(row.members === undefined ? {} : { members: row.members.map(moved) }),
    }));
  });
}

/** Ids, some of which need quotes, some too long to be put together from. */
function listed(): Listed {
  const odd = ['a "quoted" one', "two, with a comma", "line\nbreak", "公司"];
  const encoder = new TextEncoder();
  const each = Array.from({ length: NODES }, (_, n) =>
    encoder.encode(`${n % 900 === 9 ? "y".repeat(3000) : (odd[n % 40] ?? "c")}-${n}\u001f`),
  );
  const start = new Uint32Array(NODES + 1);
  for (const [n, { length }] of each.entries()) start[n + 1] = (start[n] as number) + length;
  const bytes = new Uint8Array(start[NODES] as number);
  for (const [n, part] of each.entries()) bytes.set(part, start[n]);
  return {
    ids: { bytes, start },
    sorted: Int32Array.from({ length: NODES }, (_, rank) => (rank * 31) % NODES),
  };
}

it("several threads write what is written row by row", async () => {
  const held = tableOf(manyWorlds());
  const kinds = {
    arrangement: (n: number) => n % FEW === 6,
    state: () => false,
    stateBody: () => false,
    ownable: (n: number) => n % FEW >= 2,
  };
  const all = await register(compactOf(held, NODES), NODES, kinds, async (marked) => heldIn(held, marked));
  const found = await ultimatePairs(all, () => undefined);
  const list = listed();
  const slow = new VerdictRows(all, found, list);
  for (const n of list.sorted) slow.add(n);
  const expected = textOf([slow.out.take()]);
  const pieces: Uint8Array[] = [];
  for await (const written of linesOf(found, new VerdictRows(all, found, list).everyone()))
    pieces.push(...(written.pieces ?? []));
  const text = textOf(pieces);
  expect(text.length).toBeGreaterThan(0);
  expect(text === expected).toBe(true);
  for (const says of [
    "controlled",
    "not known",
    "no controller on record",
    ",certain,",
    ",possible,",
    '"a ""quoted"" one',
  ])
    expect(expected).toContain(says);
});
