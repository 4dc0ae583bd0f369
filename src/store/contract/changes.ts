import { describe, expect, test } from "vitest";
import { Problem } from "../../errors.ts";
import { parseDay } from "../../model/date.ts";
import type { Open } from "../port.contract.ts";
import type { Writer } from "../port.ts";
import { bring, counting, entity, interest } from "./landing.ts";

export function changesContract(name: string, open: Open): void {
  describe(`${name}: changes`, () => {
    test("ordinals are dense from 0, and what is only referred to is a placeholder until it arrives", async () => {
      const store = await open();
      await bring(store, { entities: [entity("b")], statements: [interest("s", "b", "a")] });
      const all = "SELECT n, id, placeholder FROM entity_now ORDER BY n";
      expect(await store.rows(all)).toEqual([
        { n: 0, id: "b", placeholder: false },
        { n: 1, id: "a", placeholder: true },
      ]);
      await bring(store, { entities: [entity("a"), entity("c")] });
      expect(await store.rows(all)).toEqual([
        { n: 0, id: "b", placeholder: false },
        { n: 1, id: "a", placeholder: false },
        { n: 2, id: "c", placeholder: false },
      ]);
      await store.close();
    });

    test("the same bytes again change nothing", async () => {
      const store = await open();
      const first = await bring(store, {
        sha256: "x",
        entities: [entity("a")],
        statements: [interest("s", "a", "b")],
      });
      const digest = await store.digest();
      expect(await bring(store, { sha256: "x", entities: [entity("z")] })).toEqual({ ...first, known: true });
      expect(await store.digest()).toBe(digest);
      expect(await store.imports()).toEqual([first]);
      await store.close();
    });

    test("a known id with the same content is unchanged, with new content it supersedes from the day that was stated", async () => {
      const store = await open();
      await bring(store, {
        statements: [
          interest("s", "a", "b", { share_text: "10", stated_text: "2018" }),
          interest("t", "a", "c", { share_text: "20", stated_text: "2018" }),
        ],
      });
      const record = await bring(store, {
        statements: [
          interest("s", "a", "b", { share_text: "15", stated_text: "2019-03-01" }),
          interest("t", "a", "c", { share_text: "20", stated_text: "2018" }),
        ],
      });
      expect(record).toMatchObject({ statements: 1, superseded: 1, unchanged: 1 });
      expect(await counting(store)).toEqual(["s 15", "t 20"]);
      expect(await counting(store, parseDay("2019-02-28"))).toEqual(["s 10", "t 20"]);
      expect(await counting(store, parseDay("2019-03-01"))).toEqual(["s 15", "t 20"]);
      expect((await store.statements(["s"]))[0]).toMatchObject({
        status: "active",
        properties: { share: "15" },
      });
      await store.close();
    });

    test("a correction counts even where it corrects the day it was stated to an earlier one", async () => {
      const store = await open();
      await bring(store, {
        statements: [interest("s", "a", "b", { share_text: "10", stated_text: "2019" })],
      });
      await bring(store, {
        statements: [interest("s", "a", "b", { share_text: "10", stated_text: "2009" })],
      });
      expect(
        await store.rows("SELECT s.stated_text FROM statement_all AS s ANTI JOIN gone AS g ON g.n = s.n"),
      ).toEqual([{ stated_text: "2009" }]);
      await store.close();
    });

    test.each([[[0, 1, 2]], [[2, 1, 0]], [[1, 2, 0]], [[0, 2, 1]]])(
      "of several versions of a record the one stated last counts, imported in the order %j",
      async (order) => {
        const store = await open();
        const versions = ["2018", "2019", "2020"].map((stated_text, k) =>
          interest(`v${k}`, "a", "b", { record: "r", share_text: String(k + 1), stated_text }),
        );
        for (const k of order) await bring(store, { statements: versions.slice(k, k + 1) });
        expect(await counting(store)).toEqual(["v2 3"]);
        expect(await counting(store, parseDay("2019-12-31"))).toEqual(["v1 2"]);
        expect(await counting(store, parseDay("2018-12-31"))).toEqual(["v0 1"]);
        await store.close();
      },
    );

    test("a version that closes its record ends it on the day that was stated", async () => {
      const store = await open();
      await bring(store, {
        statements: [
          interest("v0", "a", "b", { record: "r", from_text: "2010", stated_text: "2018-01-01" }),
          interest("v1", "a", "b", {
            record: "r",
            from_text: "2010",
            stated_text: "2020-05-04",
            closes: "yes",
          }),
        ],
      });
      const day = parseDay("2020-05-04");
      expect(
        await store.rows(
          "SELECT s.id, s.to_text, s.to_lo, s.to_hi FROM statement_all AS s ANTI JOIN gone AS g ON g.n = s.n",
        ),
      ).toEqual([{ id: "v1", to_text: "2020-05-04", to_lo: day, to_hi: day }]);
      await store.close();
    });

    test("what does not say when it was stated was stated when its source was published, else when it came in", async () => {
      const store = await open();
      await bring(store, {
        at: "2021-02-03T23:59:59Z",
        sources: [
          { id: "p", title: "P", published: "2015-12" },
          { id: "q", title: "Q" },
        ],
        statements: [
          interest("a", "x", "y", { source: "p" }),
          interest("b", "x", "y", { source: "q" }),
          interest("c", "x", "y"),
          interest("d", "x", "y", { source: "p", stated_text: "..2014" }),
        ],
      });
      const days = ["2015-12-31", "2021-02-03", "2021-02-03", "2014-12-31"].map(parseDay);
      expect(
        (await store.rows<{ stated: number }>("SELECT stated FROM statement_all ORDER BY id")).map(
          (row) => row.stated,
        ),
      ).toEqual(days);
      expect(await store.rows("SELECT source FROM statement_all WHERE id = 'c'")).toEqual([
        { source: "file" },
      ]);
      expect((await store.sources(["file"]))[0]).toMatchObject({ title: "file" });
      await store.close();
    });

    test("a withdrawn statement stays, with its day, and does not come back with the same content", async () => {
      const store = await open();
      const statements = [interest("s", "a", "b", { share_text: "1", stated_text: "2018" })];
      await bring(store, { statements });
      await store.withdraw(["s"], "the filing was forged", "2020-06-10T00:00:00Z");
      await bring(store, { name: "again", statements });
      expect(await counting(store)).toEqual([]);
      expect(await counting(store, parseDay("2020-06-09"))).toEqual(["s 1"]);
      expect((await store.statements(["s"]))[0]?.status).toBe("withdrawn");
      await expect(store.withdraw(["nothing"], "", "2020-06-10T00:00:00Z")).rejects.toMatchObject({
        code: "unknown-statement",
      });
      await store.close();
    });

    test("the digest says what the case holds, not in which order it came", async () => {
      const rows = Array.from({ length: 30 }, (_, k) =>
        interest(`s${k}`, `a${k % 7}`, `b${k % 5}`, { stated_text: "2018", share_text: String(k) }),
      );
      const source = { id: "file", title: "file", sha256: "of the file" };
      const digests: string[] = [];
      for (const parts of [
        [rows],
        [rows.slice(0, 9).reverse(), rows.slice(9)],
        [rows.slice(20), rows.slice(0, 20)],
      ]) {
        const store = await open();
        for (const statements of parts) await bring(store, { statements, source });
        digests.push(await store.digest());
        await store.close();
      }
      expect(new Set(digests).size).toBe(1);
      const other = await open();
      await bring(other, { statements: rows.slice(1), source });
      expect(digests).not.toContain(await other.digest());
      await other.close();
    });

    test("an import that fails leaves everything as it was, and the next one works", async () => {
      const store = await open();
      await bring(store, { statements: [interest("s", "a", "b")] });
      const digest = await store.digest();
      const stage = async () => {
        throw new Problem("bad-file", "broken", "");
      };
      await expect(bring(store, { entities: [entity("z")], stage })).rejects.toMatchObject({
        code: "bad-file",
      });
      expect(await store.digest()).toBe(digest);
      expect(await store.imports()).toHaveLength(1);
      const steps: number[] = [];
      await bring(store, { entities: [entity("z")], progress: (done, total) => steps.push(done / total) });
      expect(steps.at(0)).toBe(0);
      expect(steps.at(-1)).toBe(1);
      expect([...steps].sort((a, b) => a - b)).toEqual(steps);
      await store.close();
    });

    test("an import can be stopped, in the middle of a step or between two, and leaves nothing", async () => {
      const store = await open();
      const digest = await store.digest();
      const slow = "SELECT count(*) FROM generate_series(1, 100000) AS a, generate_series(1, 100000) AS b";
      for (const stage of [(writer: Writer) => writer.run(slow), async () => undefined]) {
        const stopper = new AbortController();
        const progress = () => setTimeout(() => stopper.abort(), 50);
        const wait = () => new Promise<void>((resolve) => setTimeout(resolve, 200));
        const both = async (writer: Writer) => {
          await stage(writer);
          await wait();
        };
        const what = { entities: [entity("a")], stage: both, progress, signal: stopper.signal };
        await expect(bring(store, what)).rejects.toMatchObject({ code: "cancelled" });
      }
      expect(await store.digest()).toBe(digest);
      expect(await bring(store, { entities: [entity("a")] })).toMatchObject({ entities: 1 });
      await store.close();
    });

    test("while a landing is under way others read the case as before; nobody but a landing writes", async () => {
      const store = await open();
      await bring(store, { entities: [entity("a")] });
      let seen: unknown;
      const stage = async () => {
        seen = await store.rows("SELECT count(*) AS n FROM entity_now");
      };
      await Promise.all([
        bring(store, { entities: [entity("b")], stage }),
        bring(store, { entities: [entity("c")] }),
      ]);
      expect(seen).toEqual([{ n: 1 }]);
      expect(await store.rows("SELECT count(*) AS n FROM entity_now")).toEqual([{ n: 3 }]);
      await expect(store.run("DELETE FROM statement")).rejects.toMatchObject({ code: "internal" });
      await store.close();
    });
  });
}
