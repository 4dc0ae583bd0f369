import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { type ConformanceCase, LAW_CASES, SHARED_CONTROL } from "./conformance-case.ts";
import { ROOT } from "./source-files.ts";

const here = existsSync(SHARED_CONTROL);
if (!here) process.stderr.write(`left out, because it is not here: ${SHARED_CONTROL}\n`);

const casesOf = (name: string) =>
  (
    JSON.parse(readFileSync(join(ROOT, `fixtures/conformance/${name}.json`), "utf8")) as {
      cases: readonly { id: string }[];
    }
  ).cases;
const bods = casesOf("bods");
const declared = casesOf("declared");

/** Which of the conformance tests ask a case: the same choice each of them makes. */
function testsOf(one: ConformanceCase): string[] {
  return [
    ...(one.needed_by !== "second" && one.edges.length > 0 ? ["conformance.test.ts"] : []),
    ...(LAW_CASES.public.some(({ id }) => id === one.id) ? ["conformance-laws.test.ts"] : []),
    ...(bods.some(({ id }) => id === one.id) ? ["conformance-bods.test.ts"] : []),
    ...(Object.keys(one.expected).some((key) => key === "NPI" || key.startsWith("["))
      ? ["conformance-power.test.ts", "conformance-working.test.ts"]
      : []),
    ...(declared.some(({ id }) => id === one.id) ? ["conformance-declared.test.ts"] : []),
  ];
}

test.runIf(here)("every public case is asked by some test, and every law it names by its law", () => {
  const { cases } = JSON.parse(readFileSync(SHARED_CONTROL, "utf8")) as {
    cases: (ConformanceCase & { law?: string })[];
  };
  expect(cases.length).toBeGreaterThan(15);
  expect(cases.filter((one) => testsOf(one).length === 0).map(({ id }) => id)).toEqual([]);
  for (const { id, law = "" } of cases) {
    const asked = LAW_CASES.public.find((one) => one.id === id)?.ask.map((one) => one.law) ?? [];
    const named = ["uk-psc", "eu-amlr", "us-ofac-50"].filter((each) => law.includes(each));
    expect([id, ...named.filter((each) => !asked.includes(each))]).toEqual([id]);
  }
});

test("every public case that is asked has one of our own beside it", () => {
  const own = [...bods, ...declared, ...LAW_CASES.own].map(({ id }) => id);
  const asked = [...bods, ...declared, ...LAW_CASES.public]
    .map(({ id }) => id)
    .filter((id) => !id.startsWith("own-"));
  expect(asked.filter((id) => !own.includes(`own-${id}`))).toEqual([]);
});
