import { describe, expect, test } from "vitest";
import { parseDay } from "../../model/date.ts";
import type { Open } from "../port.contract.ts";
import { bring, counting, interest } from "./landing.ts";

const [FIRST, SECOND, THIRD] = [
  "2020-06-10T00:00:00Z",
  "2020-06-20T00:00:00Z",
  "2020-06-30T00:00:00Z",
] as const;
const share = (text: string) => ({ share_text: text, stated_text: "2018" });
const statements = [
  interest("s", "a", "b", share("1")),
  interest("t", "a", "c", share("2")),
  interest("u", "a", "d", share("3")),
];

export function withdrawingContract(name: string, open: Open): void {
  describe(`${name}: withdrawing`, () => {
    test("statements are withdrawn together, with day and reason, or not at all", async () => {
      const store = await open();
      await bring(store, { statements });
      await expect(store.withdraw(["s", "nothing", "t"], "why", FIRST)).rejects.toMatchObject({
        code: "unknown-statement",
        message: expect.stringContaining('"nothing"'),
      });
      expect(await counting(store)).toEqual(["s 1", "t 2", "u 3"]);
      await store.withdraw(["s", "t", "s"], "forged", FIRST);
      expect(await counting(store)).toEqual(["u 3"]);
      expect(await store.statements(["s", "u"])).toMatchObject([
        { status: "withdrawn", withdrawn: { on: "2020-06-10", why: "forged" } },
        { status: "active" },
      ]);
      expect(await store.withdrawals()).toEqual([
        { at: FIRST, why: "forged", statements: ["s", "t"], sources: ["file"], undone: null },
      ]);
      await store.close();
    });

    test("a withdrawal taken back never was, but stays on record; the same again counts anew", async () => {
      const store = await open();
      await bring(store, { statements });
      const digest = await store.digest();
      await store.withdraw(["s", "t"], "forged", FIRST);
      await store.restore(["s", "u"], "it was genuine", SECOND);
      expect(await counting(store)).toEqual(["s 1", "u 3"]);
      expect(await counting(store, parseDay("2020-06-15"))).toEqual(["s 1", "u 3"]);
      expect((await store.statements(["s"]))[0]).not.toHaveProperty("withdrawn");
      await store.withdraw(["t"], "a second time changes nothing", THIRD);
      expect((await store.statements(["t"]))[0]?.withdrawn?.why).toBe("forged");
      await store.withdraw(["s"], "forged after all", THIRD);
      expect((await store.statements(["s"]))[0]?.withdrawn).toEqual({
        on: "2020-06-30",
        why: "forged after all",
      });
      expect(await store.withdrawals()).toEqual([
        {
          ...{ at: FIRST, why: "forged", statements: ["s"], sources: ["file"] },
          undone: { at: SECOND, why: "it was genuine" },
        },
        { at: FIRST, why: "forged", statements: ["t"], sources: ["file"], undone: null },
        { at: THIRD, why: "forged after all", statements: ["s"], sources: ["file"], undone: null },
      ]);
      await store.restore(["s", "t"], "enough", "2020-07-02T00:00:00Z");
      expect(await store.digest()).toBe(digest);
      await store.close();
    });

    test("an import says what stays withdrawn and what came in place of it", async () => {
      const store = await open();
      const first = await bring(store, { statements });
      expect(first).toMatchObject({ withdrawn: 0, revived: 0 });
      await store.withdraw(["s", "t"], "forged", FIRST);
      const again = await bring(store, {
        statements: [interest("s", "a", "b", share("1")), interest("t", "a", "c", share("5"))],
      });
      expect(again).toMatchObject({ statements: 1, unchanged: 1, withdrawn: 1, revived: 1 });
      expect(await counting(store)).toEqual(["t 5", "u 3"]);
      expect((await store.imports()).map(({ withdrawn, revived }) => [withdrawn, revived])).toEqual([
        [2, 0],
        [1, 1],
      ]);
      await store.undo(1, SECOND);
      expect(await counting(store)).toEqual(["t 5"]);
      await store.close();
    });
  });
}
