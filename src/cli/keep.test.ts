import { readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { builtInCase, program } from "../../test/built-in-case.ts";
import { inProcess } from "../../test/in-process.ts";

const STAKE = "i-alibaba-scmp-20160405";
const DAY = ["--as-of", "2017-07-18"];
let built: Awaited<ReturnType<typeof builtInCase>>;
beforeAll(async () => {
  built = await builtInCase();
});
afterAll(() => built.remove());
const here = (...argv: string[]) => program(argv, built.folder);
const json = async (...argv: string[]) => JSON.parse((await here("--json", ...argv)).out);

test("before a withdrawal the answers and dossiers that rest on it are listed, afterwards they say so", async () => {
  await here("dossier", "SCMP", ...DAY, "-o", "scmp.html");
  const before = await json("withdraw", STAKE, "--dry-run", ...DAY);
  const dossier = { subject: "org:scmp", asOf: "2017-07-18", file: "scmp.html" };
  expect(before.dossiers).toMatchObject([dossier]);
  expect(before.answers).toContainEqual(expect.objectContaining({ question: "control", entity: "org:scmp" }));
  const standing = await here("verify", "scmp.html", "--against", "case.duckdb");
  expect([standing.code, standing.out]).toEqual([
    0,
    expect.stringContaining("all it carries stands as it did"),
  ]);
  const after = await json("withdraw", STAKE, "--why", "forged", ...DAY);
  expect(after.dossiers).toEqual(before.dossiers);
  const answered = (list: readonly { question: string; entity: string }[]) => [
    ...new Set(list.map(({ question, entity }) => `${question} ${entity}`)),
  ];
  expect(answered(before.answers)).toEqual(answered(after.changes));
  const fallen = await here("verify", "scmp.html", "--against", "case.duckdb");
  expect([fallen.code, fallen.out]).toEqual([1, expect.stringContaining(`statement ${STAKE}: withdrawn`)]);
  await here("withdraw", STAKE, "--undo", "--why", "genuine");
  expect((await here("verify", "scmp.html", "--against", "case.duckdb")).code).toBe(0);
  const log = await json("log");
  expect(log.map(({ what }: { what: string }) => what)).toEqual([
    "imported",
    "dossier",
    "withdrawn",
    "restored",
  ]);
  expect((await here("verify", "case.duckdb")).code).toBe(0);
}, 240_000);

test("notes stay out of answers, exports and dossiers", async () => {
  await here("note", "SCMP", "ask", "the", "registrar");
  await here("note", STAKE, "is it signed?");
  expect((await json("note", "SCMP")).map(({ text }: { text: string }) => text)).toEqual([
    "ask the registrar",
  ]);
  await here("export", "case", "-o", "out");
  await here("dossier", "SCMP", ...DAY, "-o", "again.html");
  const texts = ["out/interests.csv", "out/entities.csv", "again.html"].map((file) =>
    readFileSync(join(built.folder, file), "utf8"),
  );
  for (const text of texts) expect(text).not.toMatch(/ask the registrar|is it signed/);
  const leaving = await json("dossier", "SCMP", ...DAY, "--preview");
  expect(leaving).toMatchObject({
    subject: "org:scmp",
    title: "South China Morning Post",
    persons: expect.arrayContaining([{ id: "per:jack_ma", name: "Jack Ma" }]),
  });
  const inside = texts.at(-1) ?? "";
  for (const { id } of [...leaving.statements, ...leaving.sources]) expect(inside).toContain(`"${id}"`);
  expect(inside).not.toContain(built.folder);
  await here("note", "--remove", "1");
  expect(await json("note")).toMatchObject([{ about: STAKE, text: "is it signed?" }]);
  expect((await here("note", "--remove", "1")).err).toMatch(/^unknown-note: /);
}, 240_000);

test("what is redacted is in no answer any more, its place says so, and the case still holds", async () => {
  const ended = await here("redact", "F034", "--why", "a court order");
  expect([ended.code, ended.out.split("\n")[0]]).toEqual([0, "redacted: F034"]);
  await here("redact", STAKE, "--why", "a court order");
  const scmp = await here("ask", "control", "SCMP", ...DAY);
  expect(scmp.out).not.toContain(STAKE);
  expect(await here("verify", "case.duckdb")).toMatchObject({ code: 0 });
  const [line] = (await json("log")).slice(-1);
  expect(line).toMatchObject({ what: "redacted", detail: { why: "a court order" } });
  await here("redact", "pandaily-dec14", "--why", "the whole source");
  const { source, statements } = await json("sources", "pandaily-dec14");
  expect(source.title).toBe("");
  expect(statements.map(({ status }: { status: string }) => status)).toEqual(
    statements.map(() => "redacted"),
  );
  expect(statements.length).toBeGreaterThan(3);
}, 240_000);

test("taking back all claims of a text is done and said, and so is taking that back", async () => {
  const own = await builtInCase();
  const run = inProcess(own.folder);
  const gone = await run("withdraw", "oped", "--why", "not ours to use");
  expect([gone.code, gone.err]).toEqual([0, ""]);
  expect(gone.out).toMatch(
    / {2}claims oped\n {4}before: Of 35 claims .*\n {4}now: {4}no claim of it is on record/,
  );
  const back = await run("withdraw", "oped", "--undo", "--why", "it is");
  expect(back.out).toMatch(
    / {2}claims oped\n {4}before: no claim of it is on record.*\n {4}now: {4}Of 35 claims/,
  );
  const destroyed = JSON.parse((await run("--json", "redact", "oped", "--why", "a court order")).out);
  expect(destroyed.changes).toContainEqual(
    expect.objectContaining({ question: "claims", entity: "oped", after: null }),
  );
  own.remove();
}, 240_000);
