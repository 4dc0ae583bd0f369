import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { expect, test } from "vitest";
import { answer, inCase } from "../../../../test/answer-in.ts";
import { ROOT } from "../../../../test/source-files.ts";
import { linesIn } from "../../../../test/text-of.ts";
import { LAWS } from "../../../laws/index.ts";
import { parseDay } from "../../../model/date.ts";
import { ENTITY_KINDS } from "../../../model/entity.ts";
import { endsOf } from "../../../model/share.ts";
import type { OpenCase } from "../../../store/duckdb.ts";
import type { ControlFinding } from "../finding.ts";
import { control } from "../index.ts";

const contextOf = (store: OpenCase, asOf: string) => ({
  store,
  asOf: parseDay(asOf),
  known: null,
  carry: 400,
  progress: () => undefined,
});

async function rowsOf(store: OpenCase, asOf: string, law: string, list?: readonly string[]) {
  const options = { pairs: false, law, ...(list ? { list } : {}) };
  return linesIn(control.everything?.(contextOf(store, asOf), options).csv);
}

/** The rows the answer about one entity would give. */
async function oneByOne(
  store: OpenCase,
  asOf: string,
  law: string,
  entity: string,
  list?: readonly string[],
) {
  const listed = list ? { list, listDate: "2020-01-01" } : {};
  const { findings } = await answer(store, control, { entity, law, ...listed }, asOf);
  return (findings as readonly ControlFinding[]).flatMap((finding) => {
    const start = [finding.subject, finding.law, finding.verdict];
    if (finding.controllers.length === 0) return [[...start, "", "", "", "", ""].join(",")];
    return finding.controllers
      .map((c) => {
        const { low, high, lowOpen, highOpen } = endsOf(c.votes);
        const open = lowOpen && highOpen ? "both" : lowOpen ? "low" : highOpen ? "high" : "";
        return [...start, c.party, c.certainty, low, high, open].join(",");
      })
      .sort();
  });
}

test(
  "every entity under every law is what the answer about it says, on the built-in case",
  () =>
    inCase(join(ROOT, "cases/alibaba"), async (store) => {
      const list = ["org:alibaba_group", "org:softbank"];
      const asOf = "2019-12-31";
      const all = await rowsOf(store, asOf, "all", list);
      const rows = new Map<string, string[]>();
      for (const row of all) {
        const id = row.slice(0, row.indexOf(","));
        rows.set(id, [...(rows.get(id) ?? []), row]);
      }
      expect(rows.size).toBeGreaterThan(150);
      expect([...rows.keys()].sort()).toEqual([...rows.keys()]);
      const chosen = [...rows.keys()].filter((id, i) => i % 9 === 0 || (rows.get(id)?.length ?? 0) > 6);
      for (const id of chosen) expect(rows.get(id)).toEqual(await oneByOne(store, asOf, "all", id, list));
    }),
  300_000,
);

test("those nothing was ever said of fare as the answer about each says, of every kind, on a list or not", () => {
  const bare = ENTITY_KINDS.flatMap((kind) => [1, 2, 3].map((k) => ({ id: `${kind}-${k}`, kind })));
  const list = ["company-2", "person-3"];
  const lines = bare.map(({ id, kind }) => `${id},${id},${kind}\n`).join("");
  return inCase(
    {
      "sources.csv": "id,title,published\ns,S,2023-01-01\n",
      "entities.csv": `id,name,kind\n${lines}held,Held,company\n`,
      "interests.csv": "id,subject,party,right,share,source\n1,held,person-1,shareholding,60,s\n",
    },
    async (store) => {
      const rows = await rowsOf(store, "2023-06-01", "all", list);
      for (const { id } of bare)
        expect(rows.filter((row) => row.startsWith(`${id},`))).toEqual(
          await oneByOne(store, "2023-06-01", "all", id, list),
        );
    },
  );
}, 120_000);

test(
  "several threads say what one does, of the program as it is built",
  () =>
    inCase(join(ROOT, "cases/alibaba"), async (store) => {
      const built = pathToFileURL(join(ROOT, "dist/questions/control/laws/everything.js")).href;
      const { everyLaw } = (await import(built)) as typeof import("./everything.ts");
      const list = ["org:alibaba_group", "org:softbank"];
      const context = contextOf(store, "2019-12-31");
      const options = { pairs: false, law: "all", list };
      const lines = await linesIn(everyLaw(context, options, 2).csv);
      expect(lines).toEqual(await linesIn(everyLaw(context, options, 0).csv));
      expect(lines).toEqual(await rowsOf(store, "2019-12-31", "all", list));
      const stop = { ...context, progress: (done: number) => expect(done).toBe(0) };
      await expect(linesIn(everyLaw(stop, options, 2).csv)).rejects.toThrow();
    }),
  120_000,
);

test("several threads keep the order of the ids from batch to batch", () => {
  const companies = Array.from({ length: 5000 }, (_, n) => `c${String(n).padStart(4, "0")}`);
  const interests = companies.map((id, n) => `i${n},${id},p${n % 7},shareholding,${20 + (n % 60)},s\n`);
  const entities = [
    ...companies.map((id) => `${id},${id},company\n`),
    ...[0, 1, 2, 3, 4, 5, 6].map((n) => `p${n},P${n},person\n`),
  ];
  return inCase(
    {
      "sources.csv": "id,title,published\ns,S,2023-01-01\n",
      "entities.csv": `id,name,kind\n${entities.join("")}`,
      "interests.csv": `id,subject,party,right,share,source\n${interests.join("")}`,
    },
    async (store) => {
      const built = pathToFileURL(join(ROOT, "dist/questions/control/laws/everything.js")).href;
      const { everyLaw } = (await import(built)) as typeof import("./everything.ts");
      const options = { pairs: false, law: "uk-psc" };
      const by = (members: number) => linesIn(everyLaw(contextOf(store, "2023-06-01"), options, members).csv);
      const lines = await by(3);
      expect(new Set(lines.map((line) => line.slice(0, line.indexOf(",")))).size).toBe(5007);
      expect(lines).toEqual(await by(0));
      expect([...lines].sort()).toEqual(lines);
    },
  );
}, 120_000);

test("a law for itself gives its part of all, majority rule the same by either way; --pairs and a list without use do not", () =>
  inCase(
    {
      "sources.csv": "id,title,published\ns,S,2023-01-01\n",
      "entities.csv": "id,name,kind\na,A,company\nb,B,company\np,P,person\nq,Q,person\n",
      "interests.csv":
        "id,subject,party,right,share,source\n1,a,p,shareholding,60,s\n2,b,a,shareholding,30,s\n3,b,q,shareholding,50,s\n",
    },
    async (store) => {
      const asOf = "2023-06-01";
      const all = await rowsOf(store, asOf, "all", ["q"]);
      for (const law of LAWS)
        expect(await rowsOf(store, asOf, law.id, law.list ? ["q"] : undefined)).toEqual(
          all.filter((row) => row.split(",")[1] === law.id),
        );
      expect(all.filter((row) => row.startsWith("b,"))).toEqual([
        "b,majority,no controller on record,,,,,",
        "b,uk-psc,controlled,p,certain,30,30,",
        "b,uk-psc,controlled,q,certain,50,50,",
        "b,eu-amlr,controlled,p,certain,30,30,",
        "b,eu-amlr,controlled,q,certain,50,50,",
        "b,us-ofac-50,controlled,q,certain,50,50,",
      ]);
      const asked = (options: { pairs: boolean; law: string; list?: readonly string[] }) => () =>
        control.everything?.(contextOf(store, asOf), options);
      expect(asked({ pairs: true, law: "uk-psc" })).toThrow(/every pair under law "uk-psc"/);
      expect(asked({ pairs: false, law: "uk-psc", list: ["q"] })).toThrow(/about no list/);
      expect(asked({ pairs: false, law: "roman" })).toThrow(/law "roman" is not in this version/);
    },
  ));

test("what no column tells is said beside the rows: a law that does not apply on the day; and long work can be stopped", () =>
  inCase(join(ROOT, "cases/alibaba"), async (store) => {
    const notes = (law: string, asOf: string) =>
      control.everything?.(contextOf(store, asOf), { pairs: false, law }).notes;
    expect(notes("all", "2019-12-31")).toEqual([
      "eu-amlr applies from 2027-07-10; for 2019-12-31 its rows are hypothetical.",
    ]);
    expect(notes("eu-amlr", "2028-01-01")).toEqual([]);
    let judged = 0;
    const stopping = {
      ...contextOf(store, "2019-12-31"),
      progress: (done: number) => {
        judged = done;
        if (done === 3) throw new Error("stopped");
      },
    };
    const everything = control.everything?.(stopping, { pairs: false, law: "uk-psc" });
    await expect(linesIn(everything?.csv)).rejects.toThrow("stopped");
    expect(judged).toBe(3);
  }));
