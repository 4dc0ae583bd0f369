import { afterAll, beforeAll, expect, test } from "vitest";
import { builtInCase } from "../../../test/built-in-case.ts";
import { inProcess } from "../../../test/in-process.ts";

let built: Awaited<ReturnType<typeof builtInCase>>;
beforeAll(async () => {
  built = await builtInCase();
});
afterAll(() => built.remove());

const here = (...argv: string[]) => inProcess(built.folder)("--case", built.path, ...argv);

test("a text is checked on the command line: claim, suggestion, evidence, rating, the answer, and taken back", async () => {
  const words = "statement=The op-ed says Weibo removed posts about the NYT story.";
  const claim = await here("enter", "claim", "text=oped", words, "kind=fact", "--by", "Ann");
  expect(claim).toMatchObject({ code: 0, out: "oped-1\n" });
  const suggested = await here("--csv", "suggest", "oped-1");
  expect(suggested.out).toContain("\nF117,");
  expect((await here("--lang", "zh", "suggest", "oped-1")).out).toMatch(/^陈述 +内容 +建议理由/);
  const link = await here("enter", "evidence", "claim=oped-1", "statement=F117", "for=yes", "--by", "Ann");
  expect(link.out).toBe("evidence-oped-1-F117\n");
  expect((await here("ask", "claims", "oped", "--claim", "oped-1")).out).toContain("● Supported");
  const rated = await here(
    "--json",
    "enter",
    "rating",
    "evidence=e-A01",
    "hypothesis=H1",
    "rating=II",
    "--by",
    "Ann",
  );
  expect(JSON.parse(rated.out)).toMatchObject({
    ids: ["rating-e-A01-H1-Ann"],
    import: { format: "by-hand" },
  });
  expect((await here("ask", "claims", "oped")).out).toContain("Krippendorff's α");
  const n = JSON.parse(rated.out).import.n;
  expect((await here("imports", "undo", String(n))).code).toBe(0);
  expect((await here("ask", "claims", "oped")).out).toContain("One rater alone rated");
});

test("a call that is wrong says what is, and what can be", async () => {
  expect((await here("enter", "rating", "evidence=e-A01", "--by", "Ann")).err).toMatch(
    /^bad-input: rating needs "hypothesis"/,
  );
  expect((await here("enter", "rating", "evidence", "--by", "Ann")).err).toMatch(
    /"evidence" is no column=value/,
  );
  expect((await here("enter", "rating", "evidence=e-A01")).err).toMatch(/--by/);
  expect((await here("suggest", "C99")).err).toMatch(/^unknown-statement: /);
  expect((await here("ask", "claims", "no such text")).err).toMatch(/^unknown-source: .*\n.*\n {2}- oped/);
});
