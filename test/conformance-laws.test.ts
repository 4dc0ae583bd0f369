import { existsSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import type { ControlFinding } from "../src/questions/control/finding.ts";
import { control } from "../src/questions/control/index.ts";
import { answer, inCase, type Tables } from "./answer-in.ts";
import { LAW_CASES, type LawAsked, namesIn, percent, SHARED_CONTROL } from "./conformance-case.ts";

const here = existsSync(SHARED_CONTROL);
if (!here) process.stderr.write(`left out, because it is not here: ${SHARED_CONTROL}\n`);

interface Network {
  readonly edges: readonly { owner: string; owned: string; share?: string; type?: string }[];
}
const published: readonly (Network & { readonly id: string })[] = here
  ? JSON.parse(readFileSync(SHARED_CONTROL, "utf8")).cases
  : [];

/** The edges of a case; owners nobody owns are persons. */
function tablesFor({ edges }: Network): Tables {
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

async function checked(network: Network, asked: readonly LawAsked[]): Promise<void> {
  await inCase(tablesFor(network), async (store) => {
    for (const { entity, law, certain, basis, share, band, list } of asked) {
      const listed = list ? { list, listDate: "2024-01-01" } : {};
      const { findings } = await answer(store, control, { entity, law, ...listed }, "2024-01-01");
      const finding = findings[0] as ControlFinding;
      const found = finding.controllers.filter((c) => c.certainty === "certain");
      expect([entity, law, found.map((c) => c.party).sort()]).toEqual([entity, law, certain]);
      if (certain.length === 0) continue;
      expect(finding.basis).toContain(basis);
      for (const { grounds } of found) expect(grounds[0]?.share).toBe(share);
      if (band) expect(found[0]?.grounds[0]?.band).toBe(band);
    }
  });
}

test("the project's own cases of every public one are here", () => {
  expect(LAW_CASES.own.map(({ id }) => id)).toEqual(LAW_CASES.public.map(({ id }) => `own-${id}`));
});

test.each(LAW_CASES.own.map((one) => [one.id, one.title, one] as const))("%s %s", (_id, _title, one) =>
  checked(one, one.ask),
);

test.runIf(here).each(LAW_CASES.public.map((one) => [one.id, one.ask] as const))(
  "%s is answered as published",
  async (id, asked) => {
    const found = published.find((one) => one.id === id);
    if (!found) throw new Error(`no case ${id}`);
    await checked(found, asked);
  },
);
