import { describe, expect, it } from "vitest";
import { answer, inCase } from "../../../../test/answer-in.ts";
import { asked as byHoldings, row as holding } from "../../../../test/asked-of-holdings.ts";
import type { ControlFinding } from "../finding.ts";
import { control } from "../index.ts";

const HEAD = "id,subject,party,right,share,conditional,leader,from,source";
const entities = (...rows: string[]) => `id,name,kind,jurisdiction,identifiers\n${rows.join("\n")}\n`;
const people = (...ids: string[]) => ids.map((id) => `${id},${id.toUpperCase()},person,,`);
const COMPANY = "y,Y,company,GB,";

/** Rows as `subject,party,right,share,conditional,leader[,source]`; all since 2018. */
const interests = (...rows: string[]) =>
  `${HEAD}\n${rows
    .map((row, i) => {
      const cells = row.split(",");
      const source = cells[6] ?? "s";
      return `i${i + 1},${cells.slice(0, 6).join(",")},2018,${source}`;
    })
    .join("\n")}\n`;

const SOURCES =
  "id,title,published,derived_from\ns,Own numbers,2020-01-01,\nt,A repeat,2020-02-01,r\nu,Another,2020-02-01,r\nr,The root,2020-01-01,\n";

const asked = (who: string, ...rows: string[]) =>
  inCase(
    { "sources.csv": SOURCES, "entities.csv": who, "interests.csv": interests(...rows) },
    async (store) => {
      const told = await answer(store, control, { entity: "y" }, "2024-01-01");
      return { finding: told.findings[0] as ControlFinding, blocks: told.blocks };
    },
  );
const turnsOf = async (who: string, ...rows: string[]) => {
  const { finding } = await asked(who, ...rows);
  if (finding.turns === null) throw new Error("nothing turns");
  return finding.turns;
};

describe("the nearest flip", () => {
  it("says how many points a holder lacks, exactly, and that half itself is not enough", async () => {
    const { flips } = await turnsOf(entities(COMPANY, ...people("ma")), "y,ma,votingRights,48.8,,");
    expect(flips.map((f) => [f.kind, f.party, f.at, f.by, f.reached])).toEqual([
      ["gains", "ma", "50", "1.2", false],
    ]);
  });

  it("says how far a proof's holding could fall, and that half itself is too little", async () => {
    const { flips } = await turnsOf(entities(COMPANY, ...people("ma")), "y,ma,votingRights,53.46,,");
    expect(flips.map((f) => [f.kind, f.at, f.by, f.reached])).toEqual([["loses", "50", "3.46", true]]);
  });

  it("turns only below a figure where another block of the same side has an open end", async () => {
    const { flips } = await turnsOf(
      entities(COMPANY, "x,X,company,,", ...people("a")),
      "y,a,votingRights,33,,",
      "y,x,votingRights,>20-30,,",
      "x,a,shareholding,100,,",
    );
    const fall = flips.find((f) => f.held === "y" && f.holder === "a" && f.kind === "loses");
    // At 30 the two have 30 + more than 20: still more than half.
    expect([fall?.at, fall?.by, fall?.reached, fall?.others]).toEqual(["30", "3", false, "20"]);
  });

  it("asks nobody to hold what others certainly have", async () => {
    const { flips } = await turnsOf(
      entities(COMPANY, ...people("a", "b")),
      "y,a,votingRights,50,,",
      "y,b,votingRights,50,,",
    );
    expect(flips).toEqual([]);
  });

  it("leaves own shares out of the half", async () => {
    const { flips } = await turnsOf(
      entities(COMPANY, ...people("a")),
      "y,a,votingRights,44,,",
      "y,y,shareholding,10,,",
    );
    expect(flips.map((f) => [f.at, f.by])).toEqual([["45", "1"]]);
  });

  it("is what may turn out only where the record allows that figure, which an open end does not", async () => {
    const within = async (share: string, law: string) => {
      const { finding } = await byHoldings([holding("x", "p", share)], { law });
      return finding.turns?.flips.map((f) => [f.kind, f.at, f.reached, f.within]);
    };
    expect(await within("10-<25", "eu-amlr")).toEqual([["gains", "25", true, false]]);
    expect(await within("10-25", "eu-amlr")).toEqual([["gains", "25", true, true]]);
    expect(await within("25-50", "eu-amlr")).toEqual([["loses", "25", false, false]]);
    expect(await within(">50-60", "majority")).toEqual([["loses", "50", true, false]]);
    expect(await within("20-<60", "majority")).toEqual([["gains", "50", false, true]]);
  });

  it("is found through those who control only together: above one of them, and in what one of them stands behind", async () => {
    const rows = [
      holding("x", "b", "60", { joint: "J" }),
      holding("x", "q", "60", { joint: "J" }),
      holding("b", "p", "40"),
    ];
    const { finding } = await byHoldings(rows);
    const gain = finding.turns?.flips.find((f) => f.kind === "gains");
    expect([gain?.party, gain?.held, gain?.at, gain?.by, gain?.together]).toEqual([
      "p",
      "b",
      "50",
      "10",
      ["q"],
    ]);
    const behind = await byHoldings([...rows.slice(0, 2), holding("b", "p", "51")]);
    const [first] = behind.finding.turns?.flips ?? [];
    expect([first?.kind, first?.party, first?.held, first?.by, first?.together]).toEqual([
      ...["loses", "p", "b", "1"],
      ["q"],
    ]);
  });
});

describe("rights that matter only together", () => {
  const concerts = ["m1", "m2", "m3"].flatMap((m) => [
    `y,${m},votingRights,20,,`,
    `y,${m},actingInConcert,,yes,lead`,
  ]);

  it("are reported together, and none of them reads no", async () => {
    const { finding, blocks } = await asked(
      entities(COMPANY, ...people("m1", "m2", "m3", "lead")),
      ...concerts,
    );
    const sets = finding.turns?.rights.filter((set) => set.how === "in full" && set.party === "lead");
    expect(sets?.map((set) => [set.rights, set.now, set.after])).toEqual([
      [[0, 1, 2], "possible", "certain"],
    ]);
    expect(JSON.stringify(blocks)).not.toContain("the answer is the same with or without it");
  });
});

describe("load-bearing sources", () => {
  const who = entities(COMPANY, ...people("a", "b"));
  const rows = ["y,a,votingRights,60,,,t", "y,a,votingRights,60,,,u", "y,b,votingRights,10,,,s"];

  it("count sources that repeat one origin as one: neither is missed alone, both are", async () => {
    const turns = await turnsOf(who, ...rows);
    expect(turns.loadBearing.map((l) => [l.origin, l.sources, l.verdict])).toEqual([
      ["r", ["t", "u"], "not known"],
    ]);
    expect(turns.oneOrigin).toBe("The root");
  });

  it("are those without whose statements a case made anew says something else", async () => {
    const all = [...rows, "y,b,votingRights,>25-40,,,s"];
    const { finding } = await asked(who, ...all);
    for (const [gone, sources] of [
      ["origin r", ["t", "u"]],
      ["source t", ["t"]],
      ["source u", ["u"]],
      ["source s", ["s"]],
    ] as const) {
      const left = all.filter((row) => !(sources as readonly string[]).includes(row.split(",")[6] ?? ""));
      const { finding: anew } = await asked(who, ...left);
      const standing = (f: ControlFinding) => [
        f.verdict,
        ...f.controllers.map((c) => `${c.party} ${c.certainty}`),
      ];
      const listed = finding.turns?.loadBearing.find((l) => l.sources.join() === sources.join());
      expect([gone, listed !== undefined]).toEqual([
        gone,
        standing(anew).join() !== standing(finding).join(),
      ]);
      if (listed) expect(listed.verdict).toBe(anew.verdict);
    }
  });
});

it("a source is load-bearing too where what it says is past, or lies where nothing is drawn", async () => {
  const row = (
    id: string,
    subject: string,
    party: string,
    share: string,
    from: string,
    to: string,
    source: string,
  ) => `${id},${subject},${party},,${share},,,${from},${to},${source}`;
  const held = [
    row("60", "y", "a", "60", "2015", "", "s"),
    // What closed the first does not bring it back by ending.
    row("10", "y", "a", "10", "2018", "2020-01-01", "t"),
  ];
  const joint = [
    "x,y,x,,80,J,,2018,,s",
    "b,y,b,,80,J,,2018,,s",
    // Whoever holds X with another, unnamed, does not control it.
    "x-a,x,a,,80,K,,2018,,s",
    "x-?,x,,,80,K,,2018,,t",
  ];
  for (const rows of [held, joint]) {
    const of = (kept: readonly string[]) =>
      inCase(
        {
          "sources.csv": SOURCES,
          "entities.csv": entities(COMPANY, "x,X,company,GB,", ...people("a", "b")),
          "interests.csv": `id,subject,party,right,share,joint,conditional,from,to,source\n${kept.join("\n")}\n`,
        },
        async (store) => {
          const [finding] = (await answer(store, control, { entity: "y" }, "2024-01-01")).findings;
          return finding as ControlFinding;
        },
      );
    const [finding, anew] = [await of(rows), await of(rows.filter((one) => !one.endsWith(",t")))];
    const listed = finding.turns?.loadBearing.find(({ sources }) => sources.join() === "t");
    expect(listed?.verdict).toBe(anew.verdict);
    for (const { party, after } of listed?.moved ?? [])
      expect([party, anew.controllers.find((one) => one.party === party)?.certainty ?? "none"]).toEqual([
        party,
        after,
      ]);
    expect(listed?.moved.some(({ party, after }) => party === "a" && after === "certain")).toBe(true);
    expect(finding.because.length + (listed?.because.length ?? 0)).toBeGreaterThan(0);
  }
});

describe("the next document", () => {
  it("is what says whether a condition is met on which votes depend", async () => {
    const { nextDocuments } = await turnsOf(entities(COMPANY, ...people("a")), "y,a,votingRights,60,yes,");
    const right = nextDocuments.find((d) => d.kind === "right");
    expect([right?.holder, right?.low?.moved, right?.high?.verdict]).toEqual([
      "a",
      [{ party: "a", now: "possible", after: "none" }],
      "controlled",
    ]);
  });

  it("is the list of members where a private British company's holder has no figure: it decides either way", async () => {
    const { nextDocuments } = await turnsOf(entities(COMPANY, ...people("a")), "y,a,shareholding,,,");
    const [first] = nextDocuments;
    expect([first?.kind, first?.about, first?.holder]).toEqual(["unknown-share", "y", "a"]);
    expect(first?.records).toEqual([{ register: "gb", record: "gb-cs01" }]);
    expect(first?.low?.moved).toEqual([{ party: "a", now: "possible", after: "none" }]);
    expect([first?.high?.verdict, first?.high?.moved]).toEqual([
      "controlled",
      [{ party: "a", now: "possible", after: "certain" }],
    ]);
  });

  it("is an annual report where a right hangs on a condition in a company listed abroad", async () => {
    const { nextDocuments } = await turnsOf(
      entities("y,Y,company,KY,ticker:NYSE:YY", ...people("a", "b")),
      "y,a,votingRights,40,,",
      "y,b,votingRights,40,,",
      "y,a,appointmentOfBoard,>50,yes,",
    );
    const right = nextDocuments.find((d) => d.kind === "right");
    expect(right?.records).toEqual([{ register: "us", record: "us-20-f" }]);
    expect(right?.high?.verdict).toBe("controlled");
  });

  it("is nothing where every figure is known", async () => {
    const { nextDocuments } = await turnsOf(
      entities(COMPANY, ...people("a", "b")),
      "y,a,shareholding,60,,",
      "y,b,shareholding,40,,",
    );
    expect(nextDocuments).toEqual([]);
  });
});
