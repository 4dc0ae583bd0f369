import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { inProcess } from "../../test/in-process.ts";
import { PROBLEM_CODES } from "../errors.ts";
import { systemProblem } from "./system-problem.ts";

const folder = mkdtempSync(join(tmpdir(), "armslength-faults-"));
/** Something that is there and is no file: a socket. */
const socket = createServer();
const here = inProcess(folder);

beforeAll(async () => {
  for (const name of ["dir", "tables", "tables/interests.csv"]) mkdirSync(join(folder, name));
  writeFileSync(join(folder, "empty"), "");
  writeFileSync(join(folder, "text"), "no case");
  symlinkSync("loop", join(folder, "loop"));
  await new Promise<void>((done) => socket.listen(join(folder, "pipe"), done));
  await here("new", "case.duckdb");
  await here("import", "cases");
});
afterAll(() => {
  socket.close();
  rmSync(folder, { recursive: true, force: true });
});

const LONG = "a".repeat(300);

describe("what is wrong with a call is said by code, with the offending value and a hint", () => {
  test.each([
    ["new nowhere/x.duckdb", "nowhere/x.duckdb"],
    ["new empty/x.duckdb", "empty/x.duckdb"],
    [`new ${LONG}`, LONG],
    ["new dir", "dir"],
    ["import dir --as bods", "dir"],
    ["import pipe --as bods", "pipe"],
    ["import tables", "interests.csv"],
    ["import empty --as bods", "empty"],
    ["import loop", "loop"],
    ["import empty/x", "empty/x"],
    ["import text --as bods --retrieved never", "never"],
    ["--case dir find x", "dir"],
    ["--case pipe find x", "pipe"],
    ["--case empty find x", "empty"],
    ["--case text find x", "text"],
    ["--case loop find x", "loop"],
    ["--case empty/x find x", "empty/x"],
    ["export bods -o nowhere/x", "nowhere/x"],
    ["export bods -o dir", "dir"],
    ["export bods -o empty/x", "empty/x"],
    ["export case -o nowhere/x", "nowhere/x"],
    ["export case -o empty", "empty"],
    ["export case -o empty/x", "empty/x"],
    ["export nothing", "nothing"],
    ["demo --once -o nowhere/x", "nowhere/x"],
    ["demo --once -o dir", "dir"],
    ["imports undo x", "x"],
    ["imports undo 9", "9"],
    ["imports rejects 9", "9"],
    ["imports rejects -1", "-1"],
    ["serve --port 70000", "70000"],
    ["serve --port x", "x"],
    ["ask control y --carry -1", "-1"],
    ["ask control y --carry 1e9", "1e9"],
    ["ask control y --as-of 2020", "2020"],
    ["ask control y --known 2021-02-30", "2021-02-30"],
    ["ask control y --law none", "none"],
    ["withdraw nothing --why because", "nothing"],
  ])("%s", async (line, value) => {
    const { code, out, err } = await here(...line.split(" "));
    const [first = "", hint = ""] = err.split("\n");
    const name = first.slice(0, first.indexOf(":"));
    expect(out).toBe("");
    expect([2, 3], err).toContain(code);
    expect(PROBLEM_CODES[name as keyof typeof PROBLEM_CODES], err).toBe(code);
    expect(first).toContain(value);
    expect(hint).not.toBe("");
    const asJson = await here("--json", ...line.split(" "));
    expect([asJson.code, asJson.out]).toEqual([code, ""]);
    const { error } = JSON.parse(asJson.err);
    expect([`${error.code}: ${error.message}`, error.hint, error.choices]).toEqual([
      first,
      hint,
      expect.any(Array),
    ]);
  });

  test.each([
    ["--json", "frobnicate"],
    ["find", "--colour", "--json"],
    ["--json", "--csv", "ask"],
  ])("a line that cannot be read is refused in JSON where it asks for that: %s %s %s", async (...argv) => {
    const { code, err } = await here(...argv.filter((word) => word !== undefined));
    expect([code, JSON.parse(err).error.code]).toEqual([2, "bad-input"]);
  });

  test("after -- it is no option any more", async () => {
    expect((await here("--case", "none.duckdb", "find", "--", "--json")).err).toMatch(/^case-missing: /);
  });

  test.each([
    ["new", ""],
    ["import", ""],
    ["import", "text", "--source-title", ""],
    ["--case", "", "find", "x"],
  ])("an empty value: %s %s %s %s", async (...argv) => {
    const { code, err } = await here(...argv.filter((word) => word !== undefined));
    expect([code, err.split(":")[0]]).toEqual([2, expect.stringMatching(/^(bad-input|file-missing)$/)]);
  });
});

test("what goes wrong when a question is asked is told in Chinese where the line asks for it, as JSON too", async () => {
  const told = async (...argv: string[]) => (await here(...argv)).err;
  const late = ["ask", "control", "x", "--as-of", "2021-13"];
  expect(await told("--lang", "zh", ...late)).toBe(
    "bad-input: as-of：“2021-13”不是本程序能读的日期。\n请写完整的日期，如 2021-03-31。\n",
  );
  expect(await told("--lang=zh", "ask", "control", "x", "--law", "xx")).toMatch(
    /^bad-input: “适用规则”（law）不能是 "xx"。\n可以是：all、majority、/,
  );
  expect(JSON.parse(await told("--json", "--lang", "zh", ...late)).error.message).toMatch(/^as-of：/);
  expect(await told(...late)).toMatch(/^bad-input: as-of: date "2021-13"/);
  expect(await told("ask", "control", "x", "--what", "--", "--lang", "zh")).toMatch(
    /^bad-input: unknown option/,
  );
  expect(await told("--lang", "zh", "ask", "control", "x", "--what")).toMatch(
    /^bad-input: 没有这个选项：--what。\n/,
  );
});

test("a pipe or a device is written to, not replaced", async () => {
  if (process.platform === "win32") return;
  const { writeWhole } = await import("./write-file.ts");
  symlinkSync(join(folder, "text"), join(folder, "link"));
  writeWhole(join(folder, "link"), "through the link");
  expect(readFileSync(join(folder, "text"), "utf8")).toBe("through the link");
  writeWhole("/dev/null", "nothing");
  expect(readFileSync("/dev/null", "utf8")).toBe("");
});

test("what the system reports of a file is no fault of the program; anything else is", () => {
  const of = (code: string) =>
    systemProblem(Object.assign(new Error(code), { code, path: "/x.12.part", syscall: "open" }));
  expect(of("EACCES")).toMatchObject({ code: "forbidden", message: expect.stringMatching(/^\/x may not/) });
  expect(of("EROFS")?.code).toBe("forbidden");
  expect(of("ENOSPC")?.code).toBe("disk-full");
  expect(systemProblem(new Error("x"))).toBeNull();
  expect(of("EWHATEVER")).toBeNull();
});
