import { Problem } from "../errors.ts";

/** Fields of questions that are asked of everything at once too. */
const TAKEN = new Set(["law", "list", "listDate", "pairs", "atMost"]);

/** Refuses what would be ignored: throws `bad-input` for a field that only one entity can be asked about. */
export function checkAskedOfAll(input: Readonly<Record<string, unknown>>): void {
  const idle = Object.keys(input).find((name) => !TAKEN.has(name));
  if (idle === undefined) return;
  throw new Problem(
    "bad-input",
    `everything at once is not asked with "${idle}"`,
    "Leave it out, or ask about one entity.",
    [],
    [`一次问全部对象时不能用“${idle}”。`, "请去掉这一项，或只问一个对象。"],
  );
}
