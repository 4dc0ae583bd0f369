import { describe, expect, test } from "vitest";
import { brokenAt, lineDigest } from "../chain.ts";
import type { Open } from "../port.contract.ts";
import { bring, interest } from "./landing.ts";

const AT = "2020-06-10T00:00:00Z";
const statements = [interest("s", "a", "b"), interest("t", "a", "c")];

export function logContract(name: string, open: Open): void {
  describe(`${name}: the log`, () => {
    test("keeps what was done, with the digest of the data after each, and nothing of what failed", async () => {
      const store = await open();
      const { n } = await bring(store, { statements });
      const full = await store.digest();
      await store.withdraw(["s"], "forged", AT);
      const less = await store.digest();
      await expect(store.withdraw(["nothing"], "why", AT)).rejects.toMatchObject({
        code: "unknown-statement",
      });
      await store.restore(["s"], "genuine", AT);
      await store.note("reply sought", AT, { party: "a" });
      await store.undo(n, AT);
      const log = await store.log();
      expect(log.map(({ k, what, data }) => [k, what, data])).toEqual([
        [1, "imported", full],
        [2, "withdrawn", less],
        [3, "restored", full],
        [4, "reply sought", full],
        [5, "undone", await store.digest()],
      ]);
      expect(log.map(({ detail }) => detail)).toMatchObject([
        { import: 1, statements: 2 },
        { why: "forged", statements: ["s"] },
        { why: "genuine", statements: ["s"] },
        { party: "a" },
        { import: 1 },
      ]);
      expect(brokenAt(log)).toBeNull();
      await store.close();
    });

    test("shows any line that was changed, taken out or put in", async () => {
      const store = await open();
      await bring(store, { statements });
      for (const party of ["a", "b", "c"]) await store.note("reply sought", AT, { party });
      const log = await store.log();
      const without = (n: number) => log.filter((_, at) => at !== n);
      expect([0, 1, 2].map((n) => brokenAt(without(n)))).toEqual(
        [1, 2, 3].map((k) => ({ k, why: "missing" })),
      );
      for (const [n, line] of log.entries())
        for (const change of [
          { at: "2020-06-11T00:00:00Z" },
          { what: "reply received" as const },
          { detail: { party: "z" } },
          { data: "sha256:0" },
          { previous: "sha256:0" },
          { digest: "sha256:0" },
        ]) {
          const hurt = log.map((each, at) => (at === n ? { ...each, ...change } : each));
          expect(brokenAt(hurt)).toEqual({ k: line.k, why: "changed" });
        }
      const forged = { ...log[1], detail: { party: "z" } } as (typeof log)[number];
      const again = log.map((each, at) => (at === 1 ? { ...forged, digest: lineDigest(forged) } : each));
      expect(brokenAt(again)).toEqual({ k: 3, why: "changed" });
      await store.close();
    });
  });
}
