import fc from "fast-check";
import { expect, test } from "vitest";
import { answer, inCase } from "../../../../test/answer-in.ts";
import { endsOf, formatUnits, type Percent, parseShare, WHOLE } from "../../../model/share.ts";
import type { ControlFinding } from "../finding.ts";
import { control } from "../index.ts";

/** A world as it is: companies 0 … 2, the first asked about, persons 3 and 4; holdings in whole percent, no cycles. */
interface World {
  readonly held: readonly { readonly holder: number; readonly company: number; readonly percent: number }[];
  /** What is told of each holding: the figure, a band around it, that there is one, or nothing. */
  readonly told: readonly ("exact" | "band" | "unknown" | "nothing")[];
  /** `rounded`: the part through others, to a whole percent; `counted`: holdings of what is controlled whole, not multiplied. */
  readonly declared: "whole" | "part" | "band" | "rounded" | "counted";
}
const COMPANIES = 3;
const PARTY = 3;
const PEOPLE = [3, 4];

const worlds = fc
  .record({
    raw: fc.uniqueArray(
      fc.record({
        company: fc.nat(COMPANIES - 1),
        up: fc.integer({ min: 1, max: 4 }),
        percent: fc.integer({ min: 1, max: 70 }),
      }),
      {
        minLength: 3,
        maxLength: 7,
        selector: ({ company, up }) => `${company} ${Math.min(4, company + up)}`,
      },
    ),
    told: fc.array(fc.constantFrom("exact", "exact", "band", "unknown", "nothing"), {
      minLength: 7,
      maxLength: 7,
    }),
    declared: fc.constantFrom("whole", "part", "band", "rounded", "counted"),
  })
  .map(({ raw, told, declared }): World => {
    const left = Array.from({ length: COMPANIES }, () => 100);
    const held = raw.flatMap(({ company, up, percent }) => {
      const given = Math.min(percent, left[company] as number);
      left[company] = (left[company] as number) - given;
      return given > 0 ? [{ holder: Math.min(4, company + up), company, percent: given }] : [];
    });
    return { held, told, declared } as World;
  });

/** What the party has of a company, in units; the holdings `but` left out. */
function shareOf(world: World, company: number, but = -1): number {
  if (company === PARTY) return WHOLE;
  return world.held.reduce((sum, h, i) => {
    if (h.company !== company || i === but) return sum;
    if (h.holder !== PARTY && PEOPLE.includes(h.holder)) return sum;
    return sum + (shareOf(world, h.holder) * h.percent) / 100;
  }, 0);
}

/** The votes of the party and of everything it controls, in percent. */
function votesOf({ held }: World): number {
  const controlled = new Set([PARTY]);
  const votes = (company: number) =>
    held.reduce((sum, h) => (h.company === company && controlled.has(h.holder) ? sum + h.percent : sum), 0);
  for (let company = COMPANIES - 1; company > 0; company--) if (votes(company) > 50) controlled.add(company);
  return votes(0);
}

const direct = (world: World) => world.held.findIndex((h) => h.company === 0 && h.holder === PARTY);

function tablesOf(all: readonly World[]) {
  const entities: string[] = [];
  const rows: string[] = [];
  all.forEach((world, w) => {
    for (let n = 0; n < 5; n++)
      entities.push(`w${w}-${n},Entity ${n} of ${w},${n < COMPANIES ? "company" : "person"}`);
    world.held.forEach(({ holder, company, percent }, i) => {
      const told = world.told[i];
      const share = {
        exact: `${percent}`,
        band: `${Math.max(0, percent - 10)}-${Math.min(100, percent + 5)}`,
        unknown: "",
      };
      if (told !== "nothing" && told !== undefined)
        rows.push(`w${w}-i${i},w${w}-${company},w${w}-${holder},shareholding,${share[told]},,s`);
    });
    const [whole, part] = [shareOf(world, 0), shareOf(world, 0, direct(world))];
    const percent = WHOLE / 100;
    const declared = {
      whole: formatUnits(whole),
      part: formatUnits(part),
      band: `${Math.floor(whole / percent)}-${Math.ceil(whole / percent)}`,
      rounded: `${Math.round(part / percent)}`,
      counted: `${votesOf(world)}`,
    }[world.declared];
    rows.push(`w${w}-d,w${w}-0,w${w}-${PARTY},shareholding,${declared},indirect,s`);
    rows.push(`w${w}-v,w${w}-0,w${w}-${PARTY},votingRights,${votesOf(world)},indirect,s`);
  });
  return {
    "sources.csv": "id,title,published\ns,Own numbers,2020-01-01\n",
    "entities.csv": `id,name,kind\n${entities.join("\n")}\n`,
    "interests.csv": `id,subject,party,right,share,direct,source\n${rows.join("\n")}\n`,
  };
}

const within = (percent: number, range: Percent) => {
  const { low, high } = endsOf(range);
  return (
    parseShare(low).low <= parseShare(`${percent}`).low &&
    parseShare(`${percent}`).high <= parseShare(high).high
  );
};

test("what is declared truly never contradicts true statements, however few are on record, and implies what is true", async () => {
  const all = fc.sample(worlds, { numRuns: 100, seed: 20261125 });
  const seen = new Map<string, number>();
  await inCase(tablesOf(all), async (store) => {
    for (const [w, world] of all.entries()) {
      const { findings } = await answer(store, control, { entity: `w${w}-0` }, "2024-01-01");
      for (const d of (findings[0] as ControlFinding).declared) {
        seen.set(d.outcome, (seen.get(d.outcome) ?? 0) + 1);
        expect([w, d.right, d.outcome]).not.toEqual([w, d.right, "contradicts"]);
        if (world.declared === "rounded" || world.declared === "counted") continue;
        const reading = world.declared === "part" ? "part" : "whole";
        for (const link of d.implied) {
          if (link.reading !== reading && direct(world) >= 0 && world.told[direct(world)] !== "nothing")
            continue;
          const [holder, company] = [link.holder, link.held].map((id) => Number(id.split("-")[1]));
          const true_ = world.held.find((h) => h.holder === holder && h.company === company);
          const hidden = world.held.some((_, i) => world.told[i] === "nothing");
          if (!hidden) expect([w, link, within(true_?.percent ?? 0, link.range)]).toEqual([w, link, true]);
        }
      }
    }
  });
  expect(seen.get("agrees")).toBeGreaterThan(30);
  expect(seen.get("wider")).toBeGreaterThan(0);
  expect(seen.get("cannot be tested")).toBeGreaterThan(0);
});
