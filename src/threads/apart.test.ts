import { expect, test } from "vitest";
import { apartOf, membersApart } from "./apart.ts";

const MODULE = `data:text/javascript,${encodeURIComponent(`
  let asked = 0;
  export const square = (n) => {
    if (n < 0) throw new Error("below nought");
    return { square: n * n, before: asked++ };
  };
`)}`;

test("threads answer each what it was asked, and share the questions", async () => {
  const apart = apartOf<number, { square: number; before: number }>(MODULE, "square", 3);
  try {
    const answers = await Promise.all(Array.from({ length: 12 }, (_, n) => apart.ask(n)));
    expect(answers.map(({ square }) => square)).toEqual(Array.from({ length: 12 }, (_, n) => n * n));
    expect(answers.filter(({ before }) => before === 0)).toHaveLength(3);
  } finally {
    await apart.close();
  }
});

test("what goes wrong in a thread goes wrong for whoever asked it; nobody waits for one that was ended", async () => {
  const apart = apartOf<number, unknown>(MODULE, "square", 1);
  await expect(apart.ask(-1)).rejects.toThrow("below nought");
  await apart.close();
  const ended = apartOf<number, unknown>(MODULE, "square", 1);
  const answer = ended.ask(2);
  const failed = expect(answer).rejects.toThrow("a thread ended before its work");
  await ended.close();
  await failed;
});

test("source in TypeScript, which a thread cannot run as it lies, has no threads", () => {
  expect(membersApart("file:///src/x.ts")).toBe(0);
  expect(membersApart("file:///dist/x.js")).toBeGreaterThan(0);
});
