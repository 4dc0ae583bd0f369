import { expect, test } from "vitest";
import type { Statement } from "../model/statement.ts";
import { originsOf, said, written } from "./cited.ts";

const statement = (id: string, source: string) => ({ id, source }) as Statement;
const STATEMENTS = new Map([
  [1, statement("z", "relay")],
  [2, statement("a", "root")],
  [3, statement("m", "other")],
]);
const PARENTS: Readonly<Record<string, string>> = {
  relay: "middle",
  middle: "root",
  loop: "back",
  back: "loop",
};
const asked: number[][] = [];
const store = {
  statementsAt: async (ordinals: Iterable<number>) => {
    const wanted = [...ordinals];
    asked.push(wanted);
    return new Map([...STATEMENTS].filter(([n]) => wanted.includes(n)));
  },
  sources: async (ids: readonly string[]) => ids.map((id) => ({ id, derivedFrom: PARENTS[id] ?? "" })),
} as never;

test("statements cited by ordinal stand as sorted ids in the end, read in one look-up, each once", async () => {
  asked.length = 0;
  const found = {
    because: said([1, 2, 1, 99, -1]),
    inner: [{ because: [...said([3]), ...said([1, 3])] }, { because: [] as string[] }],
    kept: ["z", "a"],
  };
  expect(await written(store, found)).toEqual({
    because: ["a", "z"],
    inner: [{ because: ["m", "z"] }, { because: [] }],
    kept: ["z", "a"],
  });
  expect(asked).toHaveLength(1);
});

test("a relay, whatever the number of hands, is no origin of its own", async () => {
  const count = async (roots: readonly string[]) => roots.length;
  expect(await originsOf(store, [1, 2], count)).toBe(1);
  expect(await originsOf(store, [1, 2, 3, -1], count)).toBe(2);
  expect(await originsOf(store, [], count)).toBe(0);
});
