import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { coldCommand, servedAnswers } from "./served.ts";
import { SIZES } from "./sizes.ts";
import { STEPS } from "./steps.ts";
import { page } from "./table.ts";
import { world } from "./world.ts";
import { writeBods } from "./write-bods.ts";
import { writeCase } from "./write-case.ts";

const size = SIZES.S;
let folder = "";
const at = (name: string) => join(folder, name);

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "armslength-bench-"));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test("the same seed writes the same world, another seed another one", () => {
  const head = (seed: number) => {
    const rows: string[] = [];
    for (const row of world(size, seed).interests()) if (rows.push(JSON.stringify(row)) === 1000) break;
    return rows.join("\n");
  };
  expect(head(1)).toBe(head(1));
  expect(head(1)).not.toBe(head(2));
});

test("a world has the size it says, and every sort of right and share", () => {
  const counts = writeCase(world(size, 1), at("S"));
  expect(counts).toMatchObject({
    entities: size.entities,
    interests: size.interests,
    publishes: size.outlets,
  });
  const interests = readFileSync(at("S/interests.csv"), "utf8");
  for (const sort of [
    "votingRights,>25-50,unknown",
    "appointmentOfBoard,>50",
    "rightsGrantedByContract,,",
    ",indirect,",
    ",75-100,",
  ])
    expect(interests).toContain(sort);
});

test("size S is imported whole, and control is worked out for everyone in seconds", async () => {
  const imported = await STEPS.import(at("S"), at("S.duckdb"));
  expect(imported).toMatchObject({
    entities: size.entities,
    statements: size.interests + size.outlets,
    rejects: 0,
  });
  const alone = await STEPS.alone(at("S"), at("S.duckdb"));
  expect(alone.rows).toBe(size.entities + size.interests + size.outlets + 1);
  const network = await STEPS.network(at("S"), at("S.duckdb"));
  expect(network).toMatchObject({ interests: size.interests });
  expect(network.pairs).toBeGreaterThan(1000);
  const all = await STEPS.all(at("S"), at("S.duckdb"));
  expect(all.rows).toBeGreaterThanOrEqual(size.entities);
  expect(all.seconds).toBeLessThan(30);
  const psc = await STEPS.ukPsc(at("S"), at("S.duckdb"));
  expect(psc.rows).toBeGreaterThanOrEqual(size.entities);
  expect(psc.seconds).toBeLessThan(30);
  const control = await STEPS.control(at("S"), at("S.duckdb"));
  expect(control.median).toBeLessThan(5);
  const tied = await STEPS.ties(at("S"), at("S.duckdb"));
  expect(tied.paths).toBeGreaterThan(20);
  expect(Math.max(tied.near, tied.between, tied.core)).toBeLessThan(1);
}, 180_000);

test("a server answers as a client sees it, and the command line from a cold start", async () => {
  const source = ["--import", "tsx", "src/cli/main.ts"];
  const served = await servedAnswers("control", at("S.duckdb"), 20, source);
  expect(served).toMatchObject({ asked: 20 });
  expect(served.p50).toBeGreaterThan(0);
  expect(served.p50).toBeLessThanOrEqual(served.p95);
  expect(served.p95).toBeLessThanOrEqual(served.slowest);
  expect(served.p50).toBeLessThan(2);
  expect(coldCommand(at("S.duckdb"), source).runs).toBeGreaterThan(0);
}, 180_000);

test("the same world through BODS gives the same pairs of control", async () => {
  writeBods(world(size, 1), at("S.jsonl"));
  const imported = await STEPS.import(at("S.jsonl"), at("bods.duckdb"));
  expect(imported).toMatchObject({ statements: size.interests, rejects: 0 });
  const [a, b] = [await STEPS.pairs("", at("S.duckdb")), await STEPS.pairs("", at("bods.duckdb"))];
  expect(a.rows).toBeGreaterThan(1000);
  expect({ rows: b.rows, digest: b.digest }).toEqual({ rows: a.rows, digest: a.digest });
}, 180_000);

test("a report is a page with the machine, the command and a line a step", () => {
  const text = page({
    size: "S",
    seed: 1,
    entities: 20_000,
    interests: 40_000,
    command: "npm run bench -- --size S",
    machine: "2 cores",
    versions: "Node 20",
    commit: "abc",
    date: "2024-01-01",
    load: 0,
    rows: [{ step: "import", measure: { seconds: 1.5, ratio: 2.5, statements: 40_400, peak: 320 } }],
  });
  expect(text).toContain("# Size S: 20,000 entities, 40,000 interests");
  expect(text).toContain("| import | seconds 1.5 s, ratio 2.5 ×, statements 40,400 | 320 |");
});
