import { expect, test } from "vitest";
import { inCase, type Tables } from "../../../test/answer-in.ts";
import { randomFrom } from "../../graph/random.ts";
import { strongestPaths } from "../../graph/strongest-paths.ts";
import { parseDay } from "../../model/date.ts";
import type { OpenCase } from "../../store/duckdb.ts";
import { caseTies } from "./case-ties.ts";
import { findTies } from "./find.ts";
import { type Counting, evidenceOf, isContested } from "./strength.ts";
import { pathsByAll } from "./ties.oracle.ts";

const CLOCKS = { known: null, carry: 400, progress: () => undefined };
const counting = (more: Partial<Counting> = {}): Counting => ({
  ...{ day: parseDay("2024-01-01"), carry: 400, when: "ever", family: false },
  ...more,
});

/** The strongest paths between two entities of a case: their ids, and the strength. */
async function pathsIn(store: OpenCase, from: string, to: string, more: Partial<Counting> = {}) {
  const ties = await caseTies(store, null);
  const counted = counting(more);
  const context = { ...CLOCKS, store, asOf: counted.day, carry: counted.carry };
  const [a, b] = [await store.ordinal(from), await store.ordinal(to)];
  const asked = { count: 10, longest: 6, budget: { left: 1e8 } };
  const found = await findTies(context, ties, counted, (links) => strongestPaths(links, a, b, asked));
  const ids = await store.entityIds(found.paths.flatMap(({ nodes }) => [...nodes]));
  return found.paths.map(({ nodes, strength }) => ({
    path: Array.from(nodes, (n) => ids.get(n)).join(" "),
    evidence: evidenceOf(strength) + (isContested(strength) ? ", denied" : ""),
  }));
}

const paths = (tables: Tables, from: string, to: string) =>
  inCase(tables, (store) => pathsIn(store, from, to));

const SOURCES = `id,title,publisher,kind,derived_from,interested
reg,reg,Registry,company_register,,
one,one,One News,newspaper,,
two,two,Two News,newspaper,,
side,side,Own Blog,blog,,b
anon,anon,,,,
${Array.from({ length: 10 }, (_, n) => `relay${n},relay,Relay ${n},relay,${n === 0 ? "one" : `relay${n - 1}`},\n`).join("")}`;
const ENTITIES = "id,name,kind\na,A,person\nb,B,company\nc,C,company\nd,D,state-body\n";
const office = (rows: string) => ({
  "sources.csv": SOURCES,
  "entities.csv": ENTITIES,
  "offices.csv": `id,subject,object,role,from,to,basis,source\n${rows}`,
});

/** What a link is worth for each list of sources that report it; the first statement of each may be denied. */
function worths(lists: readonly (readonly string[])[], denied = false): Promise<(string | undefined)[]> {
  const rows = lists.flatMap((sources, k) =>
    sources.map((source, n) => `${k}-${n},a${k},b,chair,2020,,,${source}\n`),
  );
  const denials = lists.map((_, k) => `n${k},${k}-0,b,No.,2021,side\n`).join("");
  const tables = {
    ...office(rows.join("")),
    "entities.csv": `${ENTITIES}${lists.map((_, k) => `a${k},A${k},person\n`).join("")}`,
    ...(denied ? { "denials.csv": `id,of,by,text,stated_on,source\n${denials}` } : {}),
  };
  return inCase(tables, (store) =>
    Promise.all(lists.map(async (_, k) => (await pathsIn(store, `a${k}`, "b"))[0]?.evidence)),
  );
}

test("a link is worth what its sources are: official, several, one, interested, without a name", async () => {
  const lists = [["one", "reg"], ["one", "two"], ["one", "side", "anon"], ["side", "anon"], ["anon"]];
  expect(await worths(lists)).toEqual(["official", "several", "one", "interested", "unnamed"]);
});

test("ten relays of one report change nothing", async () => {
  const relays = Array.from({ length: 10 }, (_, n) => `relay${n}`);
  const lists = [["one"], ["one", ...relays], relays, [...relays, "two"]];
  expect(await worths(lists)).toEqual(["one", "one", "one", "several"]);
});

test("publishers under one controller are one origin, and the next strongest path takes the place", async () => {
  const tables = {
    "sources.csv":
      "id,title,publisher,published,kind\nx,x,Daily,2021-05-01,\ny,y,Weekly,2021-05-01,\nz,z,Other,2021-05-01,\nreg,r,Registry,2018-01-01,register\n",
    "entities.csv":
      "id,name,kind\na,A,person\nb,B,company\nc,C,company\ndaily,Daily,outlet\nweekly,Weekly,outlet\nowner,Owner,company\n",
    "offices.csv":
      "id,subject,object,role,from,source\n1,a,b,chair,2020,x\n2,a,b,chair,2020,y\n3,a,c,chair,2020,x\n4,a,c,chair,2020,z\n5,c,b,member,2020,reg\n",
    "interests.csv":
      "id,subject,party,right,share,from,source\ni1,daily,owner,shareholding,100,2018,reg\ni2,weekly,owner,shareholding,60,2018,reg\n",
  };
  expect(await paths(tables, "a", "b")).toEqual([
    { path: "a c b", evidence: "several" },
    { path: "a b", evidence: "one" },
  ]);
});

test("a denial puts a link behind others of its evidence, not behind weaker ones, and relays are denied with their origin", async () => {
  const lists = [["one"], ["one", "relay3"], ["one", "two"], ["one", "reg"]];
  expect(await worths(lists, true)).toEqual(["one, denied", "one, denied", "several, denied", "official"]);
  const denials = { "denials.csv": "id,of,by,text,stated_on,source\nn,1,b,No.,2021,side\n" };
  const two = office(
    "1,a,b,chair,2020,,,one\n2,a,c,chair,2020,,,one\n3,c,b,member,2020,,,one\n4,a,d,x,2020,,,side\n5,d,b,x,2020,,,side\n",
  );
  expect((await paths({ ...two, ...denials }, "a", "b")).map((each) => each.path)).toEqual([
    "a c b",
    "a b",
    "a d b",
  ]);
});

test("ties of the past count until they are asked to hold on the day; what has not begun never counts", async () => {
  const rows = "1,a,b,chair,2010,2015,,one\n2,a,c,chair,2030,,,one\n3,a,d,chair,2018,,observation,one\n";
  await inCase(office(rows), async (store) => {
    const to = async (end: string, more: Partial<Counting> = {}) =>
      (await pathsIn(store, "a", end, more)).length;
    expect([await to("b"), await to("c"), await to("d")]).toEqual([1, 0, 1]);
    expect(await to("b", { when: "day" })).toBe(0);
    expect(await to("b", { when: "day", day: parseDay("2012-01-01") })).toBe(1);
    expect(await to("b", { day: parseDay("2009-01-01") })).toBe(0);
    expect(await to("d", { when: "day" })).toBe(1);
  });
});

test("on the day, a holding that a later statement closes is no tie; a holding of nothing never is", async () => {
  const tables = {
    "sources.csv": SOURCES,
    "entities.csv": ENTITIES,
    "interests.csv":
      "id,subject,party,right,share,from,to,source\n1,b,a,,30,2018,,one\n2,b,a,,0,2020,,two\n3,c,a,,0,2020,,one\n",
  };
  await inCase(tables, async (store) => {
    expect(await pathsIn(store, "a", "b")).toEqual([{ path: "a b", evidence: "one" }]);
    expect(await pathsIn(store, "a", "b", { when: "day" })).toEqual([]);
    expect(await pathsIn(store, "a", "b", { when: "day", day: parseDay("2019-01-01") })).toHaveLength(1);
    expect(await pathsIn(store, "a", "c")).toEqual([]);
  });
});

test("who acts for or with a holder is tied to it", async () => {
  const tables = {
    "sources.csv": SOURCES,
    "entities.csv": ENTITIES,
    "interests.csv":
      "id,subject,party,right,share,with,leader,from,source\n1,b,a,actingInConcert,,c,d,2018,one\n",
  };
  await inCase(tables, async (store) => {
    expect((await pathsIn(store, "a", "d")).map((each) => each.path)).toEqual(["a d"]);
    expect((await pathsIn(store, "a", "c")).map((each) => each.path)).toEqual(["a c"]);
  });
});

test("family counts only where it is asked for, a named origin says so, and both have other ties", async () => {
  const tables = (source: string, offices: string) => ({
    ...office(offices),
    "family.csv": `id,subject,object,role,source\nf,a,p,sister,${source}\n`,
    "entities.csv": `${ENTITIES}p,P,person\n`,
  });
  const both = "1,a,b,chair,2020,,,one\n2,p,c,chair,2020,,,one\n";
  const count = (source: string, offices: string, ...asked: readonly boolean[]) =>
    inCase(tables(source, offices), (store) =>
      Promise.all(asked.map(async (family) => (await pathsIn(store, "a", "p", { family })).length)),
    );
  expect(await count("one", both, false, true)).toEqual([0, 1]);
  expect(await count("side", both, true)).toEqual([0]);
  expect(await count("one", "1,a,b,chair,2020,,,one\n", true)).toEqual([0]);
});

test("paths of random cases are the first of all paths, by the definition told one by one", async () => {
  const next = randomFrom(3);
  const pick = <T>(from: readonly T[]): T => from[Math.floor(next() * from.length)] as T;
  const rounds = Array.from({ length: 25 }, (_, round) =>
    ["e0", "e1", "e2", "e3", "e4", "e5", "e6"].map((id) => `${round}${id}`),
  );
  const rows = { offices: "", memberships: "", associations: "" };
  let denials = "";
  for (const [round, ids] of rounds.entries())
    for (let n = 0; n < 18; n++) {
      const [a, b] = [pick(ids), pick(ids)];
      if (a === b) continue;
      const source = pick(["reg", "one", "two", "side", "anon", "relay0", "relay4", "one"]);
      rows[pick(["offices", "memberships", "associations"] as const)] +=
        `${round}s${n},${a},${b},,2020,${source}\n`;
      if (next() < 0.25) denials += `${round}n${n},${round}s${n},b,No.,side\n`;
    }
  const table = (kind: keyof typeof rows) => `id,subject,object,role,from,source\n${rows[kind]}`;
  const tables = {
    "sources.csv": SOURCES,
    "entities.csv": `id,name,kind\nb,B,company\n${rounds
      .flat()
      .map((id) => `${id},${id},company\n`)
      .join("")}`,
    "denials.csv": `id,of,by,text,source\n${denials}`,
    "offices.csv": table("offices"),
    "memberships.csv": table("memberships"),
    "associations.csv": table("associations"),
  };
  let shown = 0;
  await inCase(tables, async (store) => {
    const all = await store.rows<{ id: string }>("SELECT id FROM statement_all");
    const statements = await store.statements(all.map(({ id }) => id));
    const listed = await store.rows<{ id: string }>("SELECT id FROM source_now");
    const sources = await store.sources(listed.map(({ id }) => id));
    for (const ids of rounds) {
      const ordinals = await Promise.all(ids.map((id) => store.ordinal(id)));
      const sorted = [...ids].sort(
        (x, y) => (ordinals[ids.indexOf(x)] ?? 0) - (ordinals[ids.indexOf(y)] ?? 0),
      );
      const [from = "", to = ""] = ids;
      const expected = pathsByAll(statements, sources, sorted, from, 6)
        .filter(({ nodes }) => nodes.at(-1) === sorted.indexOf(to))
        .map(({ nodes, strength }) => ({
          path: nodes.map((n) => sorted[n]).join(" "),
          evidence: evidenceOf(strength) + (isContested(strength) ? ", denied" : ""),
        }));
      expect(await pathsIn(store, from, to)).toEqual(expected.slice(0, 10));
      shown += expected.length;
    }
  });
  expect(shown).toBeGreaterThan(100);
});
