import { expect, it } from "vitest";
import { answer, inCase } from "../../../../test/answer-in.ts";
import type { ControlFinding } from "../finding.ts";
import { control } from "../index.ts";

type Declared = ControlFinding["declared"][number];
interface Asked {
  /** Rows without id and source: subject, party, right, share, class, direct, leader, from, note, props; `d …` is from the register. */
  readonly rows: readonly string[];
  readonly jurisdiction?: string;
}
const COLUMNS = "id,subject,party,right,share,class,direct,leader,from,note,props,source";

/** What is declared of T in each of some worlds, all in one case. */
async function declaredIn(worlds: readonly Asked[]): Promise<readonly (readonly Declared[])[]> {
  const entities = worlds.flatMap(({ jurisdiction = "" }, w) =>
    [..."thkqrsu"].map(
      (n) => `${w}-${n},${n} of ${w},${"thk".includes(n) ? "company" : "person"},${jurisdiction}`,
    ),
  );
  const rows = worlds.flatMap((world, w) =>
    world.rows.map((each, i) => {
      const [said, text] = each.startsWith("d ") ? ["reg", each.slice(2)] : ["dir", each];
      const [subject, party, right, share, ofClass, direct, leader, from, note, props] = text.split(",");
      const id = (name: string | undefined) => (name ? `${w}-${name}` : "");
      const marked =
        props === "owner"
          ? '"{""beneficialOwnershipOrControl"":true}"'
          : props
            ? `"{""componentRecords"":[""${w}-h""]}"`
            : "";
      return [
        `${w}-${said}${i}`,
        id(subject),
        id(party),
        right,
        share,
        ofClass,
        direct,
        id(leader),
        from,
        note,
        marked,
        said,
      ].join(",");
    }),
  );
  const tables = {
    "sources.csv": "id,title,published\nreg,Register,2020-06-30\ndir,Annual return,2020-06-30\n",
    "entities.csv": `id,name,kind,jurisdiction\n${entities.join("\n")}\n`,
    "interests.csv": `${COLUMNS}\n${rows.join("\n")}\n`,
  };
  return inCase(tables, async (store) => {
    const all: (readonly Declared[])[] = [];
    for (const w of worlds.keys()) {
      const { findings } = await answer(store, control, { entity: `${w}-t` }, "2024-01-01");
      all.push((findings[0] as ControlFinding).declared);
    }
    return all;
  });
}

const codes = (d: Declared | undefined) => d?.explanations.map((e) => e.code);
const told = (d: Declared | undefined) => [d?.outcome, codes(d)];
const shares = (party: string, share: string, subject = "t", more = ",,,,,") =>
  `${subject},${party},shareholding,${share}${more}`;
const declares = (share: string, right = "shareholding", more = ",,") =>
  `d t,q,${right},${share},,indirect${more}`;

it("a figure is rounded in whatever way it is counted: of everything, of a part, of a chain, of what is controlled", async () => {
  const through = (first: string, second: string) => [shares("h", first), shares("q", second, "h")];
  const chain = "d t,q,shareholding,17,,indirect,,,,chain";
  const [part, along, whole, partWhole, room] = await declaredIn([
    { rows: [declares("18"), shares("q", "10"), ...through("36.4", "50"), shares("r", "53.6")] },
    {
      rows: [chain, ...through("34.4", "50"), shares("k", "30"), shares("q", "50", "k"), shares("r", "35.6")],
    },
    { rows: [declares("40"), ...through("40.3", "60"), shares("r", "59.7")] },
    { rows: [declares("40"), shares("q", "10"), ...through("40", "60"), shares("r", "50")] },
    { rows: [declares("71"), ...through("40", "50"), shares("r", "29.4")] },
  ]);
  expect(told(part?.[0])).toEqual(["agrees", ["part-or-whole", "rounded"]]);
  expect(told(along?.[0])).toEqual(["narrower", ["components-only", "rounded"]]);
  expect(told(whole?.[0])).toEqual(["agrees", ["not-multiplied", "rounded"]]);
  expect(told(partWhole?.[0])).toEqual(["agrees", ["part-or-whole", "not-multiplied"]]);
  expect(partWhole?.[0]?.explanations[1]).toMatchObject({
    range: "40",
    because: ["3-dir1", "3-dir2", "3-dir3"],
  });
  expect(told(room?.[0])).toEqual(["wider", ["unnamed-rest"]]);
});

it("more than all that could be left is a contradiction, and exactly that much is none; so with what a register counts whole", async () => {
  const rest = [shares("h", "40"), shares("q", "50", "h"), shares("r", "50", "h"), shares("r", "30")];
  const unclear = [shares("h", "60"), shares("r", "49", "h"), shares("s", "40")];
  const worlds = [
    [declares(">50"), ...rest],
    [declares("50"), ...rest],
    [declares(">60"), shares("r", "40")],
    [declares("60"), ...unclear],
    [declares("60"), shares("q", "10", "h"), ...unclear],
    [declares(">60"), ...unclear],
    [declares("60"), shares("h", "60"), shares("r", "51", "h"), shares("s", "40")],
  ];
  const found = (await declaredIn(worlds.map((rows) => ({ rows })))).map(([d]) => d?.outcome);
  const [no, without] = ["contradicts", "cannot be tested"];
  expect(found).toEqual([no, "wider", no, without, "wider", no, no]);
});

it("own shares may be counted in the whole or left out of it, of shares as of votes", async () => {
  const rows = [shares("h", "54"), shares("r", "36"), shares("t", "10")];
  const [part, votes, other] = await declaredIn([
    { rows: [declares("27"), ...rows, shares("q", "50", "h")] },
    { rows: [declares("60", "votingRights"), ...rows, shares("q", "60", "h")] },
    { rows: [declares("28"), ...rows, shares("q", "50", "h"), shares("r", "50", "h")] },
  ]);
  expect(told(part?.[0])).toEqual(["agrees", ["own-shares"]]);
  expect([part?.[0]?.computed?.range, part?.[0]?.explanations[0]?.range]).toEqual(["30", "27"]);
  expect(told(votes?.[0])).toEqual(["agrees", ["own-shares"]]);
  expect([votes?.[0]?.computed?.range, votes?.[0]?.explanations[0]?.range]).toEqual(["54", "60"]);
  expect(other?.[0]?.outcome).toBe("contradicts");
});

it("what is declared of one class is not held against statements of another, nor against what may be the same holding", async () => {
  const ofB = [shares("h", "30", "t", ",B,,,,"), shares("q", "50", "h"), shares("r", "70", "t", ",B,,,,")];
  const twice = ["A", "B"].flatMap((each) => [
    shares("q", "40", "t", `,${each},unknown,,,`),
    shares("s", "40", "t", `,${each},,,,`),
  ]);
  const [other, same, unchained, left] = await declaredIn([
    { rows: ["d t,q,shareholding,60,A,indirect", ...ofB] },
    { rows: ["d t,q,shareholding,60,B,indirect", ...ofB] },
    { rows: ["d t,q,shareholding,60,A,indirect", shares("r", "100", "t", ",B,,,,")] },
    { rows: ["d t,r,shareholding,50,,indirect", ...twice] },
  ]);
  expect(told(other?.[0])).toEqual(["cannot be tested", ["class"]]);
  expect(same?.[0]?.outcome).toBe("contradicts");
  expect(unchained?.[0]?.outcome).toBe("cannot be tested");
  expect([left?.[0]?.outcome, left?.[0]?.computed?.most]).toEqual(["cannot be tested", "60"]);
});

it("a declaration that may not hold on the day says so", async () => {
  const d = await declaredIn([
    {
      rows: [
        "d t,q,shareholding,60,,indirect,,2020",
        shares("h", "60"),
        shares("q", "20", "h"),
        shares("r", "40"),
      ],
    },
    {
      rows: [
        "d t,q,shareholding,60,,indirect,,[2023-06..2024-06]",
        shares("h", "60"),
        shares("q", "20", "h"),
        shares("r", "40"),
        shares("r", "80", "h"),
      ],
    },
    { rows: ["d t,,unknownInterest,,,,,[2023-06..2024-06],noBeneficialOwners: none", shares("q", "60")] },
  ]);
  expect(codes(d[0]?.[0])).not.toContain("day");
  expect(told(d[1]?.[0])).toEqual(["contradicts", ["day", "attribution"]]);
  expect(told(d[2]?.[0])).toEqual(["contradicts", ["not-registrable", "day"]]);
});

it("what a nominee holds for somebody is compared as that one's", async () => {
  const [found] = await declaredIn([
    {
      rows: [
        "d t,s,shareholding,60,,indirect",
        shares("q", "60"),
        "t,q,nominee,",
        "t,s,nominator,",
        shares("r", "40"),
      ],
    },
  ]);
  expect([found?.[0]?.outcome, found?.[0]?.computed?.range]).toEqual(["agrees", "60"]);
});

it("an upper end alone is a figure too", async () => {
  const [found] = await declaredIn([
    { rows: ["d t,q,shareholding,<25,,unknown", shares("h", "60"), shares("q", "100", "h")] },
  ]);
  expect([found?.[0]?.claim, found?.[0]?.outcome, found?.[0]?.computed?.range]).toEqual([
    "interest",
    "contradicts",
    "60",
  ]);
});

it("an owner is tested without what says so and not how", async () => {
  const [small, marked, stops] = await declaredIn([
    {
      jurisdiction: "GB",
      rows: ["d t,q,shareholding,>25-50,,unknown", shares("q", "10"), shares("r", "90")],
    },
    {
      jurisdiction: "GB",
      rows: ["d t,q,shareholding,75-100,,unknown,,,,owner", shares("q", "10"), shares("r", "20")],
    },
    { jurisdiction: "GB", rows: ["d t,h,shareholding,75-100,,unknown", shares("q", "60", "h")] },
  ]);
  const owner = (all: readonly Declared[] | undefined) => all?.find((d) => d.claim === "owner");
  expect(told(owner(small))).toEqual(["contradicts", ["other-rule", "other-means"]]);
  expect([
    owner(marked)?.outcome,
    owner(marked)?.computed?.standing,
    owner(marked)?.computed?.because,
  ]).toEqual(["wider", "none", ["1-dir1"]]);
  expect(stops).toEqual([]);
});

it("that there is nobody is not borne out where somebody unnamed may have what the law of the register asks", async () => {
  const with_ = (last: string) => ({
    jurisdiction: "GB",
    rows: [
      "d t,,unknownInterest,,,,,,noBeneficialOwners: none",
      shares("q", "25"),
      shares("r", "25"),
      shares("s", last),
    ],
  });
  const [open, full] = await declaredIn([with_("20"), with_("25")]);
  expect([open?.[0]?.outcome, open?.[0]?.missing]).toEqual(["cannot be tested", ["0-t"]]);
  expect(told(full?.[0])).toEqual(["agrees", []]);
});

it("holdings add up to no more than is stated of each", async () => {
  const [found] = await declaredIn([
    {
      rows: [
        declares(">0-90"),
        shares("h", "30"),
        shares("q", "", "h"),
        shares("k", "30"),
        shares("q", "20-80", "k"),
      ],
    },
  ]);
  expect(found?.[0]?.sum?.together).toEqual({ low: "20", high: "180" });
});
