import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import type { ControlFinding } from "../src/questions/control/finding.ts";
import { control } from "../src/questions/control/index.ts";
import { answer, inCase, type Tables } from "./answer-in.ts";
import { namesIn, percent } from "./conformance-case.ts";
import { ROOT } from "./source-files.ts";

const SHARED = join(ROOT, "../shared/conformance/control.json");
const here = existsSync(SHARED);
if (!here) process.stderr.write(`left out, because it is not here: ${SHARED}\n`);

interface Published {
  readonly id: string;
  readonly edges: readonly { owner: string; owned: string; share?: string; type?: string }[];
}
const published: readonly Published[] = here ? JSON.parse(readFileSync(SHARED, "utf8")).cases : [];

/** The edges of a published case; owners nobody owns are persons. */
function tablesFor({ edges }: Published): Tables {
  const owned = new Set(edges.map((e) => e.owned));
  const rows = edges.map((e, n) => {
    const right = e.type === undefined ? "shareholding" : "appointmentOfBoard";
    return `i${n},${e.owned},${e.owner},${right},${e.share === undefined ? "100" : percent(e.share)},c`;
  });
  return {
    "sources.csv": "id,title\nc,Conformance\n",
    "entities.csv": `id,name,kind\n${namesIn(edges)
      .map((n) => `${n},Entity ${n},${owned.has(n) ? "company" : "person"}\n`)
      .join("")}`,
    "interests.csv": `id,subject,party,right,share,source\n${rows.join("\n")}\n`,
  };
}

/** Case, subject, law, who certainly comes under it, by what, and the share as the law counts it. */
const EXPECTED: readonly [string, string, string, readonly string[], string, string | null][] = [
  ["A06", "D", "us-ofac-50", ["A"], "owner on the list", "50"],
  ["D01", "T", "eu-amlr", ["P"], "art. 52(1)", "25"],
  ["D02", "T", "eu-amlr", ["P"], "art. 54(a)", "30"],
  ["D03", "T", "uk-psc", ["P"], "first condition", "30"],
  ["D04", "T", "uk-psc", [], "", null],
  ["D04", "T", "eu-amlr", ["P"], "art. 52(1)", "50"],
  ["D06", "B", "us-ofac-50", ["X"], "FAQ 401", "50"],
  ["D07", "C", "us-ofac-50", ["X"], "FAQ 401", "50"],
  ["D10", "A", "us-ofac-50", [], "", null],
];

test.runIf(here).each(EXPECTED)(
  "%s: %s under %s is as published",
  async (id, entity, law, parties, basis, share) => {
    const found = published.find((one) => one.id === id);
    if (!found) throw new Error(`no case ${id}`);
    const list = ["A", "X"].filter((name) => namesIn(found.edges).includes(name) && name !== entity);
    const listed = law === "us-ofac-50" ? { list: list.slice(-1), listDate: "2024-01-01" } : {};
    await inCase(tablesFor(found), async (store) => {
      const { findings } = await answer(store, control, { entity, law, ...listed }, "2024-01-01");
      const finding = findings[0] as ControlFinding;
      const certain = finding.controllers.filter((c) => c.certainty === "certain");
      expect(certain.map((c) => c.party)).toEqual(parties);
      expect(finding.basis).toContain(basis);
      if (parties.length > 0) expect(certain[0]?.grounds[0]?.share).toBe(share);
    });
  },
);
