import { expect, test } from "vitest";
import { resolveText } from "./texts.ts";

const store = {
  texts: async () => [
    { id: "oped", title: "The Truth", claims: 9, attached: 3 },
    { id: "a", title: "The truth and more", claims: 2, attached: 0 },
    { id: "b", title: "More", claims: 1, attached: 0 },
  ],
};

test.each([
  ["oped", "oped"],
  [" oped ", "oped"],
  ["the truth", "oped"],
  ["and more", "a"],
  ["More", "b"],
])("%s is the text %s", async (asked, id) => {
  expect(await resolveText(store, asked)).toBe(id);
});

test("several, or none, are told, those with evidence first", async () => {
  await expect(resolveText(store, "truth")).rejects.toMatchObject({
    code: "unknown-source",
    message: '"truth" fits several texts',
    choices: ["oped (The Truth)", "a (The truth and more)"],
  });
  await expect(resolveText(store, "")).rejects.toMatchObject({
    choices: expect.arrayContaining(["b (More)"]),
  });
  await expect(resolveText({ texts: async () => [] }, "x")).rejects.toMatchObject({
    hint: "Enter or import claims first.",
  });
});
