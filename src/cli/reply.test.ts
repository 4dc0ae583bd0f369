import { afterAll, beforeAll, expect, test } from "vitest";
import { builtInCase } from "../../test/built-in-case.ts";
import { inProcess } from "../../test/in-process.ts";

let built: Awaited<ReturnType<typeof builtInCase>>;
let here: ReturnType<typeof inProcess>;
beforeAll(async () => {
  built = await builtInCase();
  here = inProcess(built.folder);
});
afterAll(() => built.remove());

const rows = async (...argv: string[]) =>
  (await here("--csv", "reply", ...argv)).out.trim().split("\n").slice(1);

test("the record of replies: of one party, about one text, the same CSV in both languages, no step of another undone", async () => {
  const SOUGHT = ["--sought", "2025-12-01"];
  await here("reply", "Alibaba Group", "--about", "oped", ...SOUGHT);
  await here("reply", "Ant Group", "--about", "hkfp-20170721", ...SOUGHT);
  await here("reply", "Jack Ma", ...SOUGHT);
  const words = async (...argv: string[]) => (await rows(...argv)).map((row) => row.split(",")[1]);
  expect(await words()).toEqual(["org:alibaba_group", "org:ant_group", "per:jack_ma"]);
  expect(await words("--about", "oped")).toEqual(["org:alibaba_group", "per:jack_ma"]);
  expect((await here("--lang", "zh", "--csv", "reply")).out).toBe((await here("--csv", "reply")).out);
  const [first = ""] = await rows("Alibaba Group");
  const n = first.split(",")[0] ?? "";
  const other = await here("reply", "Ant Group", "--undo", n);
  expect([other.code, other.err]).toEqual([2, expect.stringContaining("is one of org:alibaba_group")]);
  expect((await here("reply", "Jack Ma", ...SOUGHT, "--text", "No.")).err).toMatch(/no words yet/);
  expect(await rows("Alibaba Group", "--undo", n)).toEqual([]);
  expect(await words()).toEqual(["org:ant_group", "per:jack_ma"]);
});

test("what a text says brings no escape of the terminal into a letter", async () => {
  const claim = ["text=oped", "statement=It is \u001b[31mred.", "about=per:jack_ma"];
  await here("enter", "claim", ...claim, "--by", "Ann");
  const { out } = await here("letter", "oped", "Jack Ma");
  expect(out).toContain("It is [31mred.");
});
