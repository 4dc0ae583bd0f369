import { expect, test } from "vitest";
import { Problem } from "../errors.ts";
import { writtenAsTheyCome } from "./partly-written.ts";

const stopped = () => new Problem("cancelled", "stopped", "Nothing was written.");

async function told(count: number, fault: Error) {
  const written: string[] = [];
  let err = "";
  const pieces = async function* () {
    for (let n = 0; n < count; n++) yield `row ${n}\n`;
    throw fault;
  };
  const out = async (piece: string) => {
    written.push(piece);
  };
  const thrown = await writtenAsTheyCome(pieces(), out, (text) => {
    err += text;
  }).catch((error: unknown) => error);
  return { written: written.length, thrown: thrown as Problem, err };
}

test("who stops before anything came out is told that nothing was written", async () => {
  const { written, thrown } = await told(0, stopped());
  expect([written, thrown.code, thrown.hint]).toEqual([0, "cancelled", "Nothing was written."]);
});

test("who stops in the middle is told that rows were written, and that they are not all", async () => {
  const { written, thrown } = await told(3, stopped());
  expect([written, thrown.code, thrown.message]).toEqual([3, "cancelled", "stopped"]);
  expect(thrown.hint).toBe("Some rows were written already: what came out ends in the middle.");
});

test("another problem keeps what to do about it, and a fault of the program its trace", async () => {
  const full = await told(1, new Problem("disk-full", "the disk is full", "Free some space.", ["a"]));
  expect([full.thrown.hint, full.thrown.choices]).toEqual([
    "Free some space. Some rows were written already: what came out ends in the middle.",
    ["a"],
  ]);
  const fault = new TypeError("no such thing");
  const own = await told(1, fault);
  expect(own.thrown).toBe(fault);
  expect(own.err).toContain("Some rows were written already");
  expect((await told(0, fault)).err).toBe("");
});
