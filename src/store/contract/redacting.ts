import { describe, expect, test } from "vitest";
import { parseDay } from "../../model/date.ts";
import type { Open } from "../port.contract.ts";
import { bring, counting, interest } from "./landing.ts";

const AT = "2020-06-10T00:00:00Z";
const cells = {
  share_text: "25-50",
  from_text: "2018",
  quote: "a secret",
  note: "a secret too",
  stated_text: "2018",
};
const statements = [interest("s", "a", "b", cells), interest("t", "a", "c", { stated_text: "2018" })];

export function redactingContract(name: string, open: Open): void {
  describe(`${name}: redacting`, () => {
    test("empties a statement for every day there is, and keeps its id and a digest in the log", async () => {
      const store = await open();
      await bring(store, { statements, sources: [{ id: "q", title: "Secret" }] });
      await store.redact({ statements: ["s"], sources: ["q"], why: "a court" }, AT);
      expect(await counting(store)).toEqual(["t"]);
      expect(await counting(store, parseDay("2019-01-01"))).toEqual(["t"]);
      expect(await store.statements(["s"])).toMatchObject([
        {
          id: "s",
          status: "redacted",
          subject: null,
          object: null,
          from: "",
          quote: "",
          note: "",
          properties: {},
        },
      ]);
      expect(await store.sources(["q"])).toMatchObject([{ id: "q", title: "" }]);
      expect((await store.log()).at(-1)).toMatchObject({
        what: "redacted",
        detail: {
          why: "a court",
          statements: { s: expect.stringMatching(/^[0-9a-f]{64}$/) },
          sources: { q: expect.stringMatching(/^[0-9a-f]{64}$/) },
        },
      });
      await store.close();
    });

    test("is not undone by bringing the same again, and refuses what is not there", async () => {
      const store = await open();
      await bring(store, { statements });
      await expect(store.redact({ statements: ["s", "x"], sources: [], why: "w" }, AT)).rejects.toMatchObject(
        { code: "unknown-statement" },
      );
      expect(await counting(store)).toHaveLength(2);
      await store.redact({ statements: ["s"], sources: [], why: "w" }, AT);
      await bring(store, { statements, name: "again" });
      expect(await counting(store)).toEqual(["t"]);
      await store.close();
    });
  });
}
