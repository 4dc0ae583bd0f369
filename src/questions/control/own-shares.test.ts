import { expect, test } from "vitest";
import { asked, row } from "../../../test/asked-of-holdings.ts";

const [a, b] = [{ class: "A" }, { class: "B" }];
const verdict = async (...rows: Parameters<typeof asked>[0]) => (await asked(rows)).finding.verdict;

test("own shares of a class are left out of its votes, and of no other's", async () => {
  const own = [row("x", "x", "20", a), row("x", "x", "10", b)];
  expect(await verdict(...own, row("x", "p", "41", a), row("x", "p", "46", b))).toBe("controlled");
  expect(await verdict(...own, row("x", "p", "41", a), row("x", "p", "45", b))).toBe("not known");
  expect(await verdict(...own, row("x", "p", "36", a), row("x", "p", "46", b))).toBe("not known");
  const { finding, said } = await asked([...own, row("x", "p", "41", a), row("x", "p", "46", b)]);
  expect(said.filter((s) => s.includes("a majority is more than"))).toEqual([
    "X holds 20 % of its own shares (class A), which nobody votes: a majority is more than 40 %.",
    "X holds 10 % of its own shares (class B), which nobody votes: a majority is more than 45 %.",
  ]);
  expect(finding.turns?.flips.map(({ at }) => at).sort()).toEqual(["40", "45"]);
  expect(finding.controllers[0]?.proof.map(({ because }) => because)).toEqual([
    ["i0", "i2"],
    ["i1", "i3"],
  ]);
  const full = [
    row("x", "q", "40", a),
    row("x", "q", "40", b),
    row("x", "p", "31", a),
    row("x", "p", "31", b),
  ];
  expect((await asked([row("x", "x", "20", a), row("x", "x", "20", b), ...full])).finding.conflicts).toEqual(
    [],
  );
});

test("own shares that may be of another class count at the upper end only", async () => {
  const votes = [row("x", "p", "41", a), row("x", "q", "39", a)];
  expect(await verdict(row("x", "x", "20", a), ...votes)).toBe("controlled");
  expect(await verdict(row("x", "x", "20"), ...votes)).toBe("not known");
  expect(await verdict(row("x", "x", "20", b), ...votes)).toBe("not known");
  const { said } = await asked([row("x", "x", "20"), ...votes]);
  expect(said).toContain(
    "P holds 41 % of the shares (class A) of X, and that is more than half of what is cast.",
  );
  expect(said.filter((s) => s.includes("a majority is more than"))).toEqual([]);
});

test("own shares and the votes of them are the same, once", async () => {
  const own = [row("x", "x", "20"), row("x", "x", "20", { right: "votingRights" })];
  expect(await verdict(...own, row("x", "p", "31"))).toBe("not known");
  const { finding, chart, said } = await asked([...own, row("x", "p", "42"), row("x", "q", "35")]);
  expect([finding.verdict, finding.conflicts]).toEqual(["controlled", []]);
  expect(said).toContain("X holds 20 % of its own votes, which nobody votes: a majority is more than 40 %.");
  expect(chart?.caption.split("also holds").length).toBe(2);
});

test("own shares that are no single figure, or not sure, make no majority of one", async () => {
  const range = await asked([row("x", "x", "10-30"), row("x", "p", "36"), row("x", "q", "30")]);
  expect(range.said).toContain(
    "P holds 36 % of the shares of X, and that is more than half of what is cast.",
  );
  expect(range.said).toContain(
    "X holds 10–30 % of its own shares, which nobody votes: the more it holds, the less is a majority.",
  );
  const open = await asked([row("x", "x", ">20"), row("x", "p", "40"), row("x", "q", "35")]);
  expect(open.said).toContain(
    "X holds more than 20 % of its own shares, which nobody votes: 40 % or more is a majority in any case.",
  );
  const unsure = await asked([row("x", "x", "20", { to: "2023" }), row("x", "p", "42"), row("x", "q", "35")]);
  expect(unsure.said.filter((s) => s.includes("a majority is more than"))).toEqual([]);
  const unknown = await asked([row("x", "x", ""), row("x", "p", "42"), row("x", "q", "35")]);
  expect(unknown.said).toContain(
    "X holds some of its own shares, which nobody votes; how many is not on record: the more it holds, the less is a majority.",
  );
});

test("the age told of a stake is that of the stake, not of own shares", async () => {
  const seen = { from: "2022-01-01", basis: "observation" };
  const { said } = await asked([row("x", "x", "45", seen), row("x", "p", "<40"), row("x", "q", "30")]);
  expect(said.filter((s) => s.includes("days old"))).toEqual([]);
});

test("votes that would pass the whole with own shares leave them out already", async () => {
  const votes = (party: string, share: string) => row("x", party, share, { right: "votingRights" });
  const { finding } = await asked([row("x", "x", "10"), votes("p", "55"), votes("q", "45")]);
  expect([finding.verdict, finding.conflicts]).toEqual(["controlled", []]);
  expect(finding.controllers.map(({ party }) => party)).toEqual(["p"]);
  expect(await verdict(row("x", "x", "10"), votes("p", "50"), votes("q", "50"))).toBe(
    "no controller on record",
  );
  // What passes the whole by itself contradicts itself all the same.
  expect(
    (await asked([row("x", "x", "10"), votes("p", "60"), votes("q", "45")])).finding.conflicts.length,
  ).toBe(1);
});

test("what a law counts of votes is measured against those that are cast, and so is its band", async () => {
  const counted = async (own: string, share: string) => {
    const { finding } = await asked([row("x", "x", own), row("x", "p", share)], { law: "uk-psc" });
    const p = finding.controllers.find(({ party }) => party === "p");
    return p?.grounds.filter(({ rule }) => rule === "votes").map((g) => [g.share, g.band])[0];
  };
  expect(await counted("20", "22")).toEqual(["27.5", ">25-50"]);
  expect(await counted("20", "42")).toEqual(["52.5", ">50-<75"]);
  expect(await counted("4", "72")).toEqual(["75", "75-100"]);
  expect(await counted("20", "20")).toBeUndefined();
  expect(await counted("10-20", "42")).toEqual([{ low: "46.6666666666", high: "52.5" }, null]);
});
