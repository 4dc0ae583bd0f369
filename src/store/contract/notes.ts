import { describe, expect, test } from "vitest";
import type { Open } from "../port.contract.ts";
import { bring, interest } from "./landing.ts";

const AT = "2020-06-10T00:00:00Z";

export function notesContract(name: string, open: Open): void {
  describe(`${name}: notes`, () => {
    test("are kept apart from evidence: neither the data nor the log knows of them", async () => {
      const store = await open();
      await bring(store, { statements: [interest("s", "a", "b")] });
      const [digest, log] = [await store.digest(), await store.log()];
      await store.addNote("a", "ask the registrar", AT);
      await store.addNote("s", "is it 'signed'?", AT);
      await store.addNote("a", "asked", AT);
      expect((await store.notes("a")).map(({ text }) => text)).toEqual(["ask the registrar", "asked"]);
      expect((await store.notes(null)).map(({ about }) => about)).toEqual(["a", "s", "a"]);
      expect([await store.digest(), await store.log()]).toEqual([digest, log]);
      await store.close();
    });

    test("are really deleted; an unknown one is refused", async () => {
      const store = await open();
      await store.addNote("a", "one", AT);
      const { k } = await store.addNote("a", "two", AT);
      await store.removeNote(k);
      await expect(store.removeNote(k)).rejects.toMatchObject({ code: "unknown-note" });
      expect((await store.notes(null)).map(({ text }) => text)).toEqual(["one"]);
      await store.close();
    });
  });
}
