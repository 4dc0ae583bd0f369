import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { answer, inCase } from "../../../test/answer-in.ts";
import { lacking } from "../../../test/question-folder.ts";
import { linesIn } from "../../../test/text-of.ts";
import type { Sentence } from "../../ask/block.ts";
import { answerCsv } from "../../ask/csv.ts";
import { plain } from "../../draw/sentence.ts";
import { everyReach } from "./everything.ts";
import type { ReachFinding } from "./finding.ts";
import { reach } from "./index.ts";

const FOLDER = import.meta.dirname;

test("reach has its method page, cases and tests", () => {
  expect(lacking(FOLDER, "reach")).toEqual([]);
});

test("what is controlled and what is merely held are kept apart", async () => {
  const {
    case: folder,
    asOf,
    input,
    expect: expected,
  } = JSON.parse(readFileSync(join(FOLDER, "cases/alibaba-2021.json"), "utf8"));
  const { findings, gaps } = await inCase(folder, (store) => answer(store, reach, input, asOf));
  const disputed = gaps.filter(({ code }) => code === "disputed").flatMap(({ about }) => about);
  expect(disputed).toEqual(
    expect.arrayContaining(["enlight", "yicai"].map((id) => expect.stringContaining(id))),
  );
  const of = (c: string) =>
    (findings as ReachFinding[]).filter((f) => f.certainty === c).map((f) => f.entity);
  expect(of("certain")).toEqual(expected.certain);
  expect(of("none")).toEqual(expect.arrayContaining(expected.noneIncludes));
  expect(new Set([...of("certain"), ...of("possible"), ...of("none")]).size).toBe(findings.length);
});

test("half through two chains is an economic half and no control", async () => {
  const tables = {
    "sources.csv": "id,title\ns,Own numbers\n",
    "entities.csv": "id,name,kind\na,A,company\nb,B,company\nc,C,company\nd,D,company\n",
    "interests.csv":
      "id,subject,party,right,share,from,source\n1,b,a,,50,2018,s\n2,c,a,,50,2018,s\n3,d,b,,60,2018,s\n4,d,c,,40,2018,s\n",
  };
  const { findings } = await inCase(tables, (store) => answer(store, reach, { entity: "a" }, "2024-01-01"));
  const d = (findings as ReachFinding[]).find((f) => f.entity === "d");
  expect([d?.certainty, d?.economic, d?.depth]).toEqual(["none", "50", 2]);
});

test("what is reached without votes says by which right, and through whom, in the bars and in the table", async () => {
  const tables = {
    "sources.csv": "id,title,published\ns,Own numbers,2018-01-01\n",
    "entities.csv": "id,name,kind\na,A,company\nb,B,company\nc,C,company\nd,D,company\ne,E,person\n",
    "interests.csv":
      "id,subject,party,right,share,conditional,from,source\n1,b,a,shareholding,60,,2018,s\n2,c,b,rightsGrantedByContract,,,2018,s\n3,d,a,shareholding,20,,2018,s\n4,d,a,appointmentOfBoard,60,yes,2018,s\n5,c,e,shareholding,100,,2018,s\n",
  };
  await inCase(tables, async (store) => {
    const shown = async (lang: "en" | "zh") => {
      const { blocks } = await answer(store, reach, { entity: "a" }, "2024-01-01", lang);
      const bars = blocks.flatMap((block) => (block.kind === "bars" ? block.rows : []));
      const rows = blocks.flatMap((block) => (block.kind === "table" ? block.rows : []));
      const through = rows.map((row) => plain(row[5] as Sentence));
      return [bars.map(({ label }) => plain(label)), through];
    };
    expect(await shown("en")).toEqual([
      ["B", "C, through B: control by contract", "D"],
      [
        "directly",
        "B: control by contract",
        "directly; also: right to nominate board members (others elect)",
      ],
    ]);
    expect(await shown("zh")).toEqual([
      ["B", "C，经由B：合同控制权", "D"],
      ["直接", "B：合同控制权", "直接；另有董事提名权（由他人选举）"],
    ]);
  });
});

test("in Chinese a party that controls nothing for certain is not told to control none", async () => {
  const tables = {
    "sources.csv": "id,title\ns,Own numbers\n",
    "entities.csv": "id,name,kind\na,A,company\nb,B,company\n",
    "interests.csv": "id,subject,party,right,share,from,source\n1,b,a,,10,2018,s\n",
  };
  const { blocks } = await inCase(tables, (store) =>
    answer(store, reach, { entity: "a" }, "2024-01-01", "zh"),
  );
  const headline = blocks.find((block) => block.kind === "headline");
  expect(headline && plain(headline.text)).toBe(
    "2024年1月1日，据现有记录，不能确定A控制任何实体；在 1 个实体中持有不构成控制的权益。其中没有媒体。",
  );
});

test("several holdings of one company stand beside each other as stated, each with what it is of", async () => {
  const tables = {
    "sources.csv": "id,title,published\ns,Own numbers,2018-01-01\n",
    "entities.csv": "id,name,kind\nc,C,company\nd,D,company\np,P,person\n",
    "interests.csv":
      "id,subject,party,right,share,class,from,source\n1,c,p,shareholding,10,A,2018,s\n2,c,p,shareholding,60,B,2018,s\n3,d,p,,7,,2018,s\n",
  };
  await inCase(tables, async (store) => {
    const { findings, blocks } = await answer(store, reach, { entity: "p" }, "2024-01-01");
    const c = (findings as ReachFinding[]).find((f) => f.entity === "c");
    expect(c?.links.map((l) => [l.class, l.range])).toEqual([
      ["A", "10"],
      ["B", "60"],
    ]);
    const rows = blocks.flatMap((block) => (block.kind === "table" ? block.rows : []));
    const stakes = rows.map((row) => [row[0], row[3], row[5]]);
    const named = (id: string) => [{ text: id.toUpperCase(), entity: id }];
    const figure = (value: string, because: string) => ({
      figure: expect.objectContaining({ value, because: [because] }),
    });
    expect(stakes).toEqual(
      expect.arrayContaining([
        [named("c"), figure("10", "1"), ["directly", { text: ": shares (class A)", because: ["1"] }]],
        [named("c"), figure("60", "2"), ["directly", { text: ": shares (class B)", because: ["2"] }]],
        [named("d"), figure("7", "3"), ["directly"]],
      ]),
    );
  });
});

test("what is held only together with others is told with them, and not as no votes at all", async () => {
  const tables = {
    "sources.csv": "id,title,published\ns,Own numbers,2018-01-01\nt,Other numbers,2018-01-01\n",
    "entities.csv": "id,name,kind\nc,C,company\np,P,person\nq,Q,person\n",
    "interests.csv":
      "id,subject,party,right,share,joint,from,source\n1,c,p,shareholding,about 30,j,2018,s\n2,c,q,shareholding,about 30,j,2018,t\n",
  };
  const range = { low: "27", high: "33" };
  await inCase(tables, async (store) => {
    const { findings, blocks, sources } = await answer(store, reach, { entity: "p" }, "2024-01-01");
    expect(findings).toMatchObject([
      { entity: "c", votes: "0", links: [{ range, jointlyWith: ["q"], because: ["1", "2"] }] },
    ]);
    expect(Object.keys(sources)).toEqual(["s", "t"]);
    const [row] = blocks.flatMap((block) => (block.kind === "table" ? block.rows : []));
    const marks = [{ kind: "reading" }];
    expect([row?.[2], row?.[3], row?.[5]]).toEqual([
      [{ text: "none alone", because: ["1"] }],
      { figure: expect.objectContaining({ value: range, because: ["1", "2"], marks }) },
      ["directly", { text: ": held with Q", because: ["1", "2"] }],
    ]);
    expect(blocks.filter((block) => block.kind === "bars")).toEqual([]);
  });
});

test("what a nominee holds is reached by whom it holds it for, not by the nominee, one by one as for everyone", async () => {
  const tables = {
    "sources.csv": "id,title,published\ns,Own numbers,2018-01-01\n",
    "entities.csv": "id,name,kind\nc,C,company\nd,D,company\nn,N,company\np,P,person\n",
    "interests.csv":
      "id,subject,party,right,share,leader,from,source\n1,c,n,shareholding,30,,2018,s\n2,c,n,nominee,,p,2018,s\n3,d,c,shareholding,50,,2018,s\n",
  };
  await inCase(tables, async (store) => {
    const of = async (entity: string) => {
      const { findings, gaps } = await answer(store, reach, { entity }, "2024-01-01");
      return { findings: findings as ReachFinding[], gaps };
    };
    const { findings } = await of("p");
    expect(findings.map((f) => [f.entity, f.certainty, f.votes, f.economic, f.path, f.because])).toEqual([
      ["c", "none", "30", "30", ["p", "c"], ["1", "2"]],
      ["d", "none", "0", "15", ["p", "c", "d"], ["1", "2", "3"]],
    ]);
    expect(findings[0]?.links).toMatchObject([
      { holder: "n", right: "shareholding", range: "30", class: "" },
    ]);
    const nominee = await of("n");
    expect([nominee.findings, nominee.gaps.map((gap) => gap.code)]).toEqual([[], ["no-record"]]);
    const context = { store, asOf: 19_723, known: null, carry: 400, progress: () => undefined };
    const rows = await linesIn(everyReach(context, { pairs: false, law: "majority" }).csv);
    expect(rows).toEqual(["c,0,0,1,0.5,0.5", "p,0,0,1,0.45,0.45"]);
  });
});

test("who leads a concert reaches what its members vote in, by a way that begins with the leader, one by one as for everyone", async () => {
  const tables = {
    "sources.csv": "id,title,published\ns,Own numbers,2018-01-01\n",
    "entities.csv": "id,name,kind\nc,C,company\nm,M,person\np,P,person\n",
    "interests.csv":
      "id,subject,party,right,share,leader,from,source\n1,c,m,,30,,2018,s\n2,c,m,actingInConcert,,p,2018,s\n",
  };
  await inCase(tables, async (store) => {
    const { findings } = await answer(store, reach, { entity: "p" }, "2024-01-01");
    expect(
      (findings as ReachFinding[]).map((f) => [f.entity, f.certainty, f.votes, f.path, f.because]),
    ).toEqual([["c", "none", "30", ["p", "c"], ["1", "2"]]]);
    const context = { store, asOf: 19_723, known: null, carry: 400, progress: () => undefined };
    const rows = await linesIn(everyReach(context, { pairs: false, law: "majority" }).csv);
    expect(rows).toEqual(["m,0,0,1,0.3,0.3", "p,0,0,1,0,0"]);
  });
});

test("who may control by itself is not told to do so only with others, and its votes are its own", async () => {
  const tables = {
    "sources.csv": "id,title,published\ns,Own numbers,2018-01-01\n",
    "entities.csv": "id,name,kind\nc,C,company\nd,D,company\np,P,person\nq,Q,person\n",
    "interests.csv":
      "id,subject,party,right,share,joint,from,source\n1,c,p,,0-60,,2018,s\n2,c,p,,0-55,j,2018,s\n3,c,q,,0-55,j,2018,s\n4,d,p,,0-60,,2018,s\n5,d,p,votingRights,51,k,2018,s\n6,d,q,votingRights,51,k,2018,s\n",
  };
  const { findings } = await inCase(tables, (store) => answer(store, reach, { entity: "p" }, "2024-01-01"));
  expect((findings as ReachFinding[]).map((f) => [f.entity, f.certainty, f.jointly, f.votes])).toEqual([
    ["c", "possible", null, { low: "0", high: "60" }],
    ["d", "none", { with: ["q"], certainty: "certain", behind: [] }, "51"],
  ]);
});

test("everyone at once: the longest arms first, counts as asked one by one, portfolios with cycles and ranges", async () => {
  const tables = {
    "sources.csv": "id,title\ns,Own numbers\n",
    "entities.csv": `id,name,kind\np,P,person\nq,Q,person\n${["a", "b", "c", "d", "r1", "r2"].map((n) => `${n},${n.toUpperCase()},company\n`).join("")}`,
    "interests.csv": [
      "id,subject,party,right,share,from,source",
      "1,a,p,,60,2018,s",
      "2,b,a,,50-70,2018,s",
      "3,c,b,,80,2018,s",
      "4,b,c,,10,2018,s",
      "5,d,q,,10,2018,s",
      "6,r1,r2,,100,2018,s",
      "7,r2,r1,,100,2018,s",
      "",
    ].join("\n"),
  };
  await inCase(tables, async (store) => {
    const context = { store, asOf: 19_723, known: null, carry: 400, progress: () => undefined };
    const rows = await linesIn(everyReach(context, { pairs: false, law: "majority" }).csv);
    expect(rows.map((row) => row.split(",")[0])).toEqual(["p", "b", "r1", "r2", "a", "c", "q"]);
    expect(rows.find((row) => row.startsWith("q,"))).toBe("q,0,0,1,0.1,0.1");
    expect(rows.find((row) => row.startsWith("r1,"))).toMatch(/^r1,1,0,1,,$/);
    for (const party of ["p", "a", "b", "c", "q"]) {
      const { findings } = await answer(store, reach, { entity: party }, "2024-01-01");
      const all = findings as ReachFinding[];
      const [, certain, possible, , low, high] =
        rows.find((row) => row.startsWith(`${party},`))?.split(",") ?? [];
      expect([certain, possible]).toEqual(
        ["certain", "possible"].map((c) => String(all.filter((f) => f.certainty === c).length)),
      );
      const sum = (end: "low" | "high") =>
        all.reduce((total, f) => {
          const share = f.economic ?? "0";
          return total + Number(typeof share === "string" ? share : share[end]) / 100;
        }, 0);
      expect(Number(low)).toBeCloseTo(sum("low"), 8);
      expect(Number(high)).toBeCloseTo(sum("high"), 8);
    }
  });
});

test("reach of everyone has no pairs", () => {
  const context = {} as Parameters<typeof everyReach>[0];
  expect(() => everyReach(context, { pairs: true, law: "majority" })).toThrow("--pairs");
});

test("where too much is below, what is held directly is answered in full, and the rest is said to be left out", async () => {
  const rows = ["1,b,a,,60,2018,s", "2,c,a,,30,2018,s", "3,c,b,,25,2018,s", "4,x,a,,10,2018,s"];
  for (let n = 0; n < 20_100; n++) rows.push(`d${n},d${n},b,,60,2018,s`);
  const ids = ["a", "b", "c", "x", ...Array.from({ length: 20_100 }, (_, n) => `d${n}`)];
  const tables = {
    "sources.csv": "id,title\ns,Own numbers\n",
    "entities.csv": `id,name,kind\n${ids.map((id) => `${id},${id},company\n`).join("")}`,
    "interests.csv": `id,subject,party,right,share,from,source\n${rows.join("\n")}\n`,
  };
  const { findings, gaps, blocks } = await inCase(tables, (store) =>
    answer(store, reach, { entity: "a", since: "2016-01-01" }, "2024-01-01"),
  );
  const found = (findings as ReachFinding[]).map((f) => [f.entity, f.certainty, f.economic]);
  expect(found).toEqual([
    ["b", "certain", "60"],
    ["c", "certain", "45"],
    ["x", "none", "10"],
  ]);
  expect(gaps.map((gap) => gap.code)).toEqual(expect.arrayContaining(["cut-below", "cut-change"]));
  expect(JSON.stringify(blocks)).toContain("too many for one answer");
});

test("what is controlled only together with others is said of each of them, and is nobody's alone", async () => {
  const tables = {
    "sources.csv": "id,title\ns,Own numbers\n",
    "entities.csv":
      "id,name,kind\np,P,person\nq,Q,person\nr,R,person\nx,X,company\ny,Y,company\nz,Z,company\n",
    "interests.csv": [
      "id,subject,party,right,share,joint,with,from,source",
      "1,x,p,,60,both,,2018,s",
      "2,x,q,,60,both,,2018,s",
      "3,x,r,,40,,,2018,s",
      "4,y,x,,100,,,2018,s",
      "5,z,p,,30,,,2018,s",
      "6,z,q,,25,,,2018,s",
      "7,z,q,actingInConcert,,,p,2018,s",
      "",
    ].join("\n"),
  };
  await inCase(tables, async (store) => {
    for (const [party, other] of [
      ["p", "q"],
      ["q", "p"],
    ] as const) {
      const { findings, blocks } = await answer(store, reach, { entity: party }, "2024-01-01");
      const told = (findings as ReachFinding[]).map((f) => [
        f.entity,
        f.certainty,
        f.jointly?.with,
        f.jointly?.certainty,
      ]);
      expect(told.sort()).toEqual([
        ["x", "none", [other], "certain"],
        ["y", "none", [other], "certain"],
        ["z", "none", [other], "certain"],
      ]);
      const because = (findings as ReachFinding[]).find((f) => f.entity === "x")?.because;
      expect(because).toEqual(["1", "2"]);
      const text = JSON.stringify(blocks);
      expect(text).toContain("controls nothing alone for certain");
      expect(text).toContain("Together with others, none of them alone, it controls");
      expect(text).not.toContain("stake that is not control");
      const [counts] = blocks.flatMap((block) => (block.kind === "figures" ? [block.items] : []));
      expect(counts?.map(({ label, figure }) => [label, figure.value])).toEqual([
        ["controlled", "0"],
        ["possibly controlled", "0"],
        ["with others only", "3"],
        ["stake only", "0"],
      ]);
    }
    const { findings } = await answer(store, reach, { entity: "r" }, "2024-01-01");
    expect((findings as ReachFinding[]).map((f) => f.jointly)).toEqual([null, null]);
  });
});

test("says what it controls with others through a company of its own, with the votes they have together", async () => {
  const tables = {
    "sources.csv": "id,title,published\ns,Own numbers,2018-06-30\n",
    "entities.csv": "id,name,kind\nb,B,person\nf,F,person\nd,D,company\ne,E,company\nh,H,company\n",
    "interests.csv": [
      "id,subject,party,right,share,joint,from,source",
      "1,d,b,,60,,2018,s",
      "2,e,f,,60,J,2018,s",
      "3,e,d,,60,J,2018,s",
      "4,h,e,,80,,2018,s",
      "",
    ].join("\n"),
  };
  await inCase(tables, async (store) => {
    const of = async (party: string) => {
      const answered = await answer(store, reach, { entity: party }, "2024-01-01");
      const { findings } = answered;
      const found = (findings as ReachFinding[]).filter((each) => each.entity !== "d");
      for (const row of answerCsv(reach, answered)
        .split("\n")
        .filter((line) => /,[eh],/.test(line)))
        expect(row.endsWith(party === "b" ? ",certain,f,,jointly" : ",certain,d,b,jointly")).toBe(true);
      return found.map((each) => [each.entity, each.certainty, each.jointly?.with, each.votes]);
    };
    expect(await of("b")).toEqual([
      ["e", "none", ["f"], "60"],
      ["h", "none", ["f"], "80"],
    ]);
    const { overall } = await answer(store, reach, { entity: "b", with: "f" }, "2024-01-01");
    const { overlap } = overall as { overlap: { shared: Record<string, unknown>[] } };
    expect(overlap.shared.map((each) => [each.entity, each.standing, each.withStanding])).toEqual([
      ["e", "jointly", "jointly"],
      ["h", "jointly", "jointly"],
    ]);
    expect(await of("f")).toEqual([
      ["e", "none", ["d"], "60"],
      ["h", "none", ["d"], "80"],
    ]);
  });
});
