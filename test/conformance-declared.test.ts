import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import type { Percent } from "../src/model/share.ts";
import type { ControlFinding } from "../src/questions/control/finding.ts";
import { control } from "../src/questions/control/index.ts";
import type { ReachFinding } from "../src/questions/reach/finding.ts";
import { reach } from "../src/questions/reach/index.ts";
import { answer, inCase } from "./answer-in.ts";
import { ROOT } from "./source-files.ts";

interface DeclaredCase {
  readonly id: string;
  readonly title: string;
  readonly file: string;
  readonly asOf: string;
  readonly entity: string;
  readonly declared: {
    readonly party: string;
    readonly claim: string;
    readonly range: Percent;
    readonly outcome: string;
    readonly computed: Percent;
    readonly total: Percent;
    readonly explanations: readonly string[];
    readonly implied: readonly (readonly [string, string, Percent, string])[];
    readonly sum: string | null;
  };
  readonly economic: Readonly<Record<string, Percent>>;
}

const { cases } = JSON.parse(readFileSync(join(ROOT, "fixtures/conformance/declared.json"), "utf8")) as {
  cases: DeclaredCase[];
};
const here = cases.filter(({ file }) => existsSync(join(ROOT, file)));
for (const { file } of cases)
  if (!existsSync(join(ROOT, file))) process.stderr.write(`left out, because it is not here: ${file}\n`);

test("the project's own twins are here", () => {
  expect(here.map(({ id }) => id)).toEqual(expect.arrayContaining(["own-F03", "own-F04", "own-F05"]));
});

test.each(here.map((each) => [each.id, each.title, each] as const))("%s %s", (_id, _title, each) =>
  inCase(join(ROOT, each.file), async (store) => {
    const { findings, statements } = await answer(store, control, { entity: each.entity }, each.asOf);
    const { declared } = findings[0] as ControlFinding;
    expect(declared).toHaveLength(1);
    const [d] = declared;
    expect({
      party: d?.party,
      claim: d?.claim,
      range: d?.range,
      outcome: d?.outcome,
      computed: d?.computed?.range,
      total: d?.total,
      explanations: [...new Set(d?.explanations.map((e) => e.code))],
      implied: d?.implied.map((l) => [l.holder, l.held, l.range, l.reading]),
      sum: d?.sum?.together ?? null,
    }).toEqual(each.declared);
    const sides = [...(d?.because ?? []), ...(d?.computed?.because ?? [])];
    expect(d?.computed?.because.length).toBeGreaterThan(1);
    for (const id of sides) expect(statements[id]?.id).toBe(id);
    for (const [party, share] of Object.entries(each.economic)) {
      const below = (await answer(store, reach, { entity: party }, each.asOf))
        .findings as readonly ReachFinding[];
      expect(below.find((finding) => finding.entity === each.entity)?.economic).toEqual(share);
    }
  }),
);
