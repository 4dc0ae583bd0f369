import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { ControlSearch } from "../../src/graph/control.ts";
import { parseDay } from "../../src/model/date.ts";
import { type CaseNetwork, caseNetwork, kindsOf } from "../../src/networks/case-network.ts";
import { heldOn } from "../../src/networks/held.ts";
import { ownership } from "../../src/networks/ownership.ts";
import { openCase } from "../../src/store/duckdb.ts";
import { SIZES } from "../sizes.ts";
import { STEPS } from "../steps.ts";
import { world } from "../world.ts";
import { writeCase } from "../write-case.ts";
import { compared } from "./agreement.ts";
import { readArrays, writeArrays } from "./arrays.ts";
import { networkOfWorld } from "./interests-of.ts";
import { peersPage } from "./page.ts";

const inFolder = async (work: (folder: string) => Promise<void> | void) => {
  const folder = mkdtempSync(join(tmpdir(), "armslength-peers-"));
  try {
    await work(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
};

test("arrays come back as they were written", () =>
  inFolder((folder) => {
    const arrays = {
      nodes: 3,
      start: Int32Array.of(0, 1),
      low: Float64Array.of(0.1),
      flags: Uint8Array.of(4, 5),
    };
    writeArrays(folder, arrays);
    expect(readArrays(folder)).toEqual(arrays);
  }));

test(
  "the network made straight from a world is the network of its case",
  () =>
    inFolder(async (folder) => {
      writeCase(world(SIZES.S, 1), join(folder, "S"));
      const file = join(folder, "S.duckdb");
      await STEPS.import(join(folder, "S"), file);
      const store = await openCase(file, { readOnly: true });
      const ends = (network: CaseNetwork) => {
        const held = heldOn(network.interests, parseDay("2023-01-01"), 400);
        const own = ownership(held, network.entities, kindsOf(network));
        const [lower, upper] = [new ControlSearch(own.lower.network), new ControlSearch(own.upper.network)];
        let [certain, possible] = [0, 0];
        for (let n = 0; n < network.entities; n++) {
          certain += lower.certain(n).length;
          possible += upper.possible(n).length;
        }
        return { held: held.length, certain, possible };
      };
      const direct = ends(networkOfWorld(SIZES.S, 1));
      expect(direct.certain).toBeGreaterThan(1000);
      expect(direct).toEqual(ends(await caseNetwork(store, null)));
      await store.close();
    }),
  120_000,
);

test("a peer that finds something else is told apart, one that does not end says so", () => {
  const told = { seconds: 1, cpu: 1, load: 0, startup: 0, peak: 1, count: 7, digest: "9" };
  const ours = { peer: "Armslength", out: "none", told };
  expect(compared(ours, ours)).toBe("reference");
  expect(compared(ours, { ...ours, peer: "other" })).toBe("same");
  expect(compared(ours, { ...ours, told: { ...told, count: 8 } })).toContain("DIFFERS");
  const late = { failed: "not finished in 600 s" };
  const page = peersPage({
    size: "S",
    seed: 1,
    from: "the seeded world",
    limit: 600,
    memory: 9,
    loadAfter: 0,
    counts: {},
    machine: "2 cores",
    versions: "Node 20",
    commit: "abc",
    date: "2024-01-01",
    load: 0,
    rows: [
      { task: "certain", peer: "Armslength", told, agrees: "reference" },
      { task: "certain", peer: "NetworkX", told: late, agrees: compared(ours, { ...ours, told: late }) },
    ],
  });
  expect(page).toContain("| Armslength | 1.00 | 1 | 1.00 | 1 |");
  expect(page).toContain("| NetworkX | not finished in 600 s |");
});
