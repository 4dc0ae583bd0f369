import { expect, test } from "vitest";
import { asked, row } from "../../../test/asked-of-holdings.ts";

test("sources that disagree are told side by side, each figure with who gives it", async () => {
  const d = { dispute: "d" };
  const { finding, answer, said } = await asked([
    row("x", "p", "60", d),
    row("x", "p", "45", { ...d, source: "t" }),
    row("x", "p", "", { ...d, source: "t" }),
  ]);
  expect(finding.holdings[0]?.says).toEqual([
    { range: "60", because: ["i0"] },
    { range: "45", because: ["i1"] },
  ]);
  expect(answer.gaps.filter((g) => g.code === "disputed")).toMatchObject([{ about: ["x", "p"] }]);
  expect(said).toContain(
    "What P has of the shares of X: sources say 60 % or 45 %. Nothing was averaged; the range covers all of it.",
  );
  expect(said).toContain("P holds more than half of the shares of X; the record says 45–60 %.");
});

test("classes of shares are named, and that nobody says how the votes divide between them is a gap", async () => {
  const split = await asked([
    row("x", "p", "60", { class: "A" }),
    row("x", "p", "30", { class: "B" }),
    row("x", "q", "40", { class: "A" }),
    row("x", "q", "70", { class: "B" }),
  ]);
  expect(split.answer.gaps.filter((g) => g.code === "share-classes")).toMatchObject([{ about: ["x"] }]);
  expect(split.said).toContain(
    "P holds 60 % of the shares (class A) of X, and this class has more than half of all votes, which no source says.",
  );
  expect(split.chart?.edges.map(({ label }) => label.replaceAll("\u00a0", " "))).toContain(
    "70 % shares (class B)",
  );
  const both = await asked([row("x", "p", "60", { class: "A" }), row("x", "p", "51", { class: "B" })]);
  expect(both.answer.gaps.filter((g) => g.code === "share-classes")).toEqual([]);
  // Of each class by itself, never one sum of both.
  expect(both.said).toContain("P holds 60 % of the shares (class A) of X.");
  expect(both.said).toContain("P holds 51 % of the shares (class B) of X.");
});

test("own shares are in the proof, beside the chart and in the line a side has to pass", async () => {
  const { said, chart, answer } = await asked([
    row("x", "x", "20"),
    row("x", "p", "41"),
    row("x", "q", "39"),
  ]);
  expect(said).toContain("X holds 20 % of its own shares, which nobody votes: a majority is more than 40 %.");
  expect(chart?.caption).toContain("X also holds 20");
  const bars = answer.blocks.find((block) => block.kind === "bars");
  expect(bars?.line?.at).toBe("40");
  const short = await asked([row("x", "x", "20"), row("x", "p", "35-45"), row("x", "q", "39")]);
  expect(short.said).toContain("P holds more than 40 % of the shares of X; the record says 35–45 %.");
});

test("who holds jointly is told as such wherever it stands, and a flip is of both", async () => {
  const joint = { joint: "couple" };
  const { finding, said, chart } = await asked([
    row("x", "b", "60"),
    row("b", "p", "100", joint),
    row("b", "q", "100", joint),
  ]);
  expect(finding.holdings.filter((h) => h.held === "b").map((h) => h.joint)).toEqual([["q"], ["p"]]);
  expect(chart?.edges.filter(({ to }) => to === "b").every(({ label }) => label.endsWith("(jointly)"))).toBe(
    true,
  );
  expect(said).toContain(
    "If P together with Q held 50 % or less of the votes in B (50 points less), P together with Q would no longer certainly control X.",
  );
  // All of B is somebody's: there is no rest for a party not on record.
  expect(finding.turns?.nextDocuments.filter((d) => d.about === "b")).toEqual([]);
});

test("who votes for a registered holder is in the chart, and an agreement names who is in it", async () => {
  const nominee = await asked([
    row("x", "p", "60"),
    row("x", "p", "", { right: "nominee", leader: "q" }),
    row("x", "r", "40"),
  ]);
  expect(nominee.chart?.edges.filter(({ from }) => from === "q")).toMatchObject([
    { to: "x", style: "contract", emphasis: true },
  ]);
  const concert = await asked([
    row("x", "p", "30"),
    row("x", "q", "25"),
    row("x", "r", "45"),
    row("x", "p", "", { right: "actingInConcert", with: "q" }),
  ]);
  expect(concert.chart?.edges.map(({ label }) => label)).toContain("acting in concert with Q");
  expect(concert.said).toContain(
    "Whether P together with Q controls it turns on these rights over X: acting in concert (P and Q).",
  );
});

test("what would have to be true is told where the record leaves it open: conditions, dates, rights above", async () => {
  const condition = await asked([
    row("x", "p", "60"),
    row("x", "q", "", { right: "conditionalRightsGrantedByContract" }),
    row("x", "r", "40"),
  ]);
  expect(condition.answer.gaps).toMatchObject([{ code: "condition-open", about: ["x", "q"] }]);
  expect(condition.said).toContain(
    "P holds 60 % of the shares of X, and is not outranked (Q: conditional right by contract).",
  );
  expect(
    condition.said.some((s) => s.endsWith("Its condition would have to be met, which no source says.")),
  ).toBe(true);
  const dates = await asked([row("x", "p", "60", { to: "2023" }), row("x", "q", "40")]);
  expect(dates.answer.gaps.map(({ code }) => code)).toContain("dates-open");
  expect(dates.said).toContain(
    "P holds 60 % of the shares of X, and did so on this day, which its dates leave open.",
  );
});

test("holders of holders that bear on nothing are told to be left out", async () => {
  const { finding, chart } = await asked([
    row("x", "p", "60"),
    row("x", "b", "40"),
    row("b", "q", "30"),
    row("b", "r", "30"),
  ]);
  expect(finding.notFollowed).toEqual(["b"]);
  expect(chart?.caption).toContain("Who holds B is on record and not drawn");
});

test("one answer as CSV has the columns of all answers, with or without a controller, and a row a rule of a law", async () => {
  const all = "entity,law,verdict,controller,certainty,votes_low,votes_high,votes_open";
  const certain = await asked([row("x", "p", "60"), row("x", "q", "40")]);
  const nobody = await asked([row("x", "p", "50"), row("x", "q", "50")]);
  expect(certain.csv[0]).toBe(nobody.csv[0]);
  expect(certain.csv[0]?.startsWith(`${all},with,economic_low`)).toBe(true);
  expect(certain.csv[1]).toBe("x,majority,controlled,p,certain,60,60,,,60,60,,,,,,,,,");
  expect(nobody.csv[1]).toBe("x,majority,no controller on record,,,,,,,,,,,,,,,,,");
  const law = await asked([row("x", "p", "60"), row("x", "q", "40")], { law: "uk-psc" });
  expect(law.csv.slice(1)).toEqual([
    "x,uk-psc,controlled,p,certain,60,60,,,60,60,,,shares,certain,60,60,,>50-<75,",
    "x,uk-psc,controlled,p,certain,60,60,,,60,60,,,votes,certain,60,60,,>50-<75,",
    "x,uk-psc,controlled,q,certain,40,40,,,40,40,,,shares,certain,40,40,,>25-50,",
    "x,uk-psc,controlled,q,certain,40,40,,,40,40,,,votes,certain,40,40,,>25-50,",
  ]);
  const early = await asked([row("x", "p", "60"), row("x", "q", "40")], { law: "eu-amlr" });
  expect(early.csv.slice(1).every((line) => line.split(",")[12] === "yes")).toBe(true);
});

test("then and now: votes are told of who no longer controls, and an end that may still lie ahead is not called one", async () => {
  const fell = await asked(
    [
      row("x", "p", "60", { to: "2022-01-01" }),
      row("x", "p", "45", { from: "2022-01-01" }),
      row("x", "q", "40"),
    ],
    { since: "2021-01-01" },
  );
  const standing = fell.finding.change?.to.standing;
  expect(standing).toEqual([{ party: "p", certainty: "none", votes: "45", counted: [] }]);
  const open = await asked([row("x", "p", "60", { to: "2023" })], { since: "2021-01-01" });
  expect(open.finding.change?.causes.flatMap((c) => c.happened.map(({ how, on }) => [how, on]))).toEqual([
    ["ending", "2023-12-31"],
  ]);
  const unknown = await asked([row("x", "p", "40-60"), row("x", "q", "40")], { since: "2021-01-01" });
  expect(JSON.stringify(unknown.answer.blocks)).toContain(
    "is not known on 1 January 2021 nor on 1 June 2023",
  );
});

test("where nobody could control it, all above is shown and cited: a holder taken away may be anybody's", async () => {
  const rows = [row("x", "r", "45"), row("x", "b", "40"), row("x", "p", "15"), row("b", "p", "50")];
  const { finding, chart } = await asked([...rows, row("b", "q", "50")]);
  expect(finding.verdict).toBe("no controller on record");
  expect(finding.because).toEqual(["i0", "i1", "i2", "i3", "i4"]);
  expect([finding.notFollowed, chart?.edges.map(({ from, to }) => `${from} ${to}`).includes("q b")]).toEqual([
    [],
    true,
  ]);
  const half = await asked(rows);
  expect(half.said).toContain("If P held more than 50 % of the votes in B, P would certainly control X.");
  const held = [row("x", "r", "40"), row("x", "b", "40")];
  const above = [row("b", "p", "50"), row("b", "q", "50")];
  expect((await asked([...held, ...above])).finding.verdict).toBe("no controller on record");
  expect((await asked(held)).finding.verdict).toBe("not known");
});

test("of a chain only what is open would have to be true; what is certain, or the party's own, is not doubted", async () => {
  const board = await asked([
    row("x", "b", "60", { right: "appointmentOfBoard" }),
    row("x", "q", "40"),
    row("b", "p", "40-60"),
  ]);
  expect(board.said.filter((s) => s.includes("would have to amount"))).toEqual([]);
  const own = await asked([
    row("x", "p", "60"),
    row("x", "b", "", { right: "conditionalRightsGrantedByContract" }),
    row("b", "p", "100"),
  ]);
  expect(own.finding.controllers[0]?.rivals).toEqual([]);
  expect(own.said.filter((s) => s.includes("outranked"))).toEqual([]);
  const agreement = await asked([
    row("x", "p", "60"),
    row("x", "p", "", { right: "nominee", leader: "q", to: "2023" }),
  ]);
  expect(agreement.said.filter((s) => s.includes("the agreement on who casts them")).length).toBe(2);
  // Whose it is hangs on the agreement as well, and no ring is made of not knowing.
  expect(agreement.finding.controllers.map(({ party, economic }) => [party, economic])).toEqual([
    ["p", { low: "0", high: "60" }],
    ["q", { low: "0", high: "60" }],
  ]);
  expect(agreement.answer.gaps.map(({ code }) => code).sort()).toEqual([
    "right-dates-open",
    "unnamed-holders",
  ]);
  const fresh = await asked([
    row("x", "p", "<60", { from: "2023-05-01", basis: "observation" }),
    row("x", "q", "30"),
  ]);
  expect(fresh.said).toContain("P holds more than half of the shares of X; the record says less than 60 %.");
});

test("a subject that is on the list itself is not told to be owned by itself", async () => {
  const { answer } = await asked([row("x", "p", "60")], {
    law: "us-ofac-50",
    list: ["x"],
    listDate: "2023-01-01",
  });
  const text = JSON.stringify(answer.blocks).replaceAll("\u00a0", " ");
  expect(text).toContain("X is itself on the list");
  expect(text).not.toContain("in the aggregate");
});

test("where nobody is declared and nobody has a majority, who has what a law asks is what does not fit", async () => {
  const declared = row("x", "", "", {
    right: "unknownInterest",
    source: "t",
    note: "noBeneficialOwners: none",
  });
  const { said } = await asked([row("x", "p", "30"), row("x", "q", "20"), declared], {}, "GB");
  const [sentence] = said.filter((s) => s.startsWith("It is declared"));
  expect(sentence).toContain("By the direct statements P has as much of X as an owner must have");
  expect(sentence).not.toContain("nor rule one out");
  const joint = await asked([
    row("x", "p", "60", { joint: "j" }),
    row("x", "q", "60", { joint: "j" }),
    ...["p", "q"].map((party) => row("x", party, "50-75", { direct: "unknown", source: "t" })),
  ]);
  const owner = joint.said.find((s) => s.includes("to be a beneficial owner or controller"));
  expect(owner).toContain("By the direct statements P together with Q controls X");
  expect(joint.said.some((s) => s.includes("If the declaration is right"))).toBe(false);
});

test("a person or a state is told to be one that nobody has votes in, and no holder is said to be missing", async () => {
  const headlines = (answer: Awaited<ReturnType<typeof asked>>["answer"]) =>
    answer.blocks
      .filter((block) => block.kind === "headline")
      .map(({ text }) => text.map((span) => (typeof span === "string" ? span : span.text)).join(""));
  for (const law of ["majority", "uk-psc", "us-ofac-50", "all"]) {
    const { answer, finding, said, csv } = await asked([row("x", "p", "60")], { entity: "p", law });
    expect(headlines(answer), law).toEqual([
      "P is a person, and nobody has votes in a person: there is no controller to look for.",
    ]);
    expect(said, law).toContain("Ask instead: “What does P control and hold?” (the question reach).");
    expect(
      answer.gaps.map(({ code }) => code),
      law,
    ).toEqual(["not-held"]);
    if (law === "majority") expect(finding.verdict).toBe("no controller on record");
    if (law === "majority") expect(csv[1]).toMatch(/^p,majority,no controller on record,/);
  }
  // What the record has all the same is told.
  const odd = await asked([row("p", "q", "60")], { entity: "p" });
  expect(headlines(odd.answer)[0]).toContain("Q controls P");
});

test("of several rights of one party each is named where its condition is open, and no figure of a past day is of today", async () => {
  const right = (name: string) => ({ right: name, conditional: "yes" });
  const { said } = await asked([
    row("x", "p", "60"),
    row("x", "q", "", right("rightsGrantedByContract")),
    row("x", "q", ">50", { ...right("appointmentOfBoard"), class: "interim directors" }),
  ]);
  const open = said.filter((s) => s.startsWith("Whether the condition is met"));
  expect(open).toEqual([
    "Whether the condition is met on which this right of Q over X depends: control by contract, conditional. No source says.",
    "Whether the condition is met on which this right of Q over X depends: right to appoint board members (interim directors), more than 50 %, conditional. No source says.",
  ]);
  const flips = await asked([row("x", "p", "60"), row("x", "q", "40")]);
  const bars = flips.answer.blocks.find((block) => block.kind === "bars");
  expect(JSON.stringify(bars)).toContain("held on this day");
  expect(JSON.stringify(bars)).not.toMatch(/today/);
});
