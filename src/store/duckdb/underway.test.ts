import { expect, test } from "vitest";
import { Underway } from "./underway.ts";

const texts = (some: readonly number[]) => new Map(some.filter((n) => n < 10).map((n) => [n, `row ${n}`]));

test("what is being read is not read twice, and everyone gets what they asked for", async () => {
  const underway = new Underway<number, string>();
  const asked: number[][] = [];
  const read = async (some: readonly number[]) => {
    asked.push([...some]);
    await Promise.resolve();
    return texts(some);
  };
  const [first, second] = await Promise.all([underway.all([1, 2, 11], read), underway.all([2, 3, 11], read)]);
  expect(asked).toEqual([[1, 2, 11], [3]]);
  expect(first).toEqual(texts([1, 2]));
  expect(new Map([...second].sort())).toEqual(texts([2, 3]));
  await underway.all([2], read);
  expect(asked).toHaveLength(3);
});

test("a failure is everyone's who waits for it, and then it is read again", async () => {
  const underway = new Underway<number, string>();
  const failing = async () => {
    throw new Error("no");
  };
  const both = await Promise.allSettled([
    underway.all([1], failing),
    underway.all([1], async (s) => texts(s)),
  ]);
  expect(both.map(({ status }) => status)).toEqual(["rejected", "rejected"]);
  expect(await underway.all([1], async (s) => texts(s))).toEqual(texts([1]));
});
