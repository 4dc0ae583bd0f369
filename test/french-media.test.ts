import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { parseDay } from "../src/model/date.ts";
import type { ControlFinding } from "../src/questions/control/finding.ts";
import { control } from "../src/questions/control/index.ts";
import type { OpenCase } from "../src/store/duckdb.ts";
import { answer } from "./answer-in.ts";
import { inMappedCase, sharedData, shippedMapping } from "./mapped-case.ts";
import { ROOT } from "./source-files.ts";
import { linesIn } from "./text-of.ts";

const DAY = "2024-12-31";
const PRESS = join(ROOT, "fixtures/mapped/press");
const { folder, here } = sharedData("french-media");

const controlOf = async (store: OpenCase, entity: string, asOf = DAY) =>
  (await answer(store, control, { entity }, asOf)).findings[0] as ControlFinding;

const certainIn = ({ controllers }: ControlFinding) =>
  controllers.filter((c) => c.certainty === "certain").map((c) => c.party);

/** Every entity with a prefix, and its certain ultimate controllers. */
async function everyone(store: OpenCase, prefix: string): Promise<Map<string, string[]>> {
  const context = { store, asOf: parseDay(DAY), known: null, carry: 400, progress: () => undefined };
  const found = new Map<string, string[]>();
  for (const line of await linesIn(control.everything?.(context, { pairs: false, law: "majority" }).csv)) {
    const [entity = "", , , controller = "", certainty] = line.split(",");
    if (!entity.startsWith(prefix)) continue;
    const known = found.get(entity) ?? [];
    found.set(entity, certainty === "certain" ? [...known, controller].sort() : known);
  }
  return found;
}

interface Link {
  readonly from: string;
  readonly word: string;
  readonly part: number;
  readonly to: string;
}

const table = (name: string) =>
  readFileSync(join(folder, name), "utf8")
    .replace(/^\uFEFF/, "")
    .split(/\r?\n/)
    .slice(1)
    .filter((line) => line !== "")
    .map((line) => line.split("\t").map((cell) => cell.replace(/^"|"$/g, "")));

function links(): Link[] {
  const read = (name: string, above: string, below: string) =>
    table(name).map(([, from, word, part, to]) => ({
      from: `${above}:${from}`,
      word: word ?? "",
      part: Number((part ?? "").replace("%", "") || 0),
      to: `${below}:${to}`,
    }));
  return [
    ...read("organisation-media.tsv", "org", "med"),
    ...read("organisation-organisation.tsv", "org", "org"),
    ...read("personne-media.tsv", "per", "med"),
    ...read("personne-organisation.tsv", "per", "org"),
  ];
}

/** Majority control read off the tables themselves, one party after the other: slow and obvious. */
function slowly(all: readonly Link[]): (entity: string) => string[] {
  const names = [...new Set(all.flatMap((l) => [l.from, l.to]))];
  const stated = all.filter((l) => l.word.startsWith("égal") || l.word.startsWith("supérieur"));
  const total = (to: string, of: (from: string) => boolean) =>
    stated.reduce((sum, l) => sum + (l.to === to && of(l.from) ? l.part : 0), 0);
  const below = (x: string) => {
    const group = new Set([x]);
    for (let grown = true; grown; ) {
      grown = false;
      for (const y of names) {
        if (group.has(y) || total(y, () => true) > 100) continue;
        const said = all.some((l) => l.to === y && group.has(l.from) && l.word === "contrôle");
        const part = total(y, (from) => group.has(from));
        const above = stated.some((l) => l.to === y && group.has(l.from) && l.word.startsWith("supérieur"));
        if (said || part > 50 || (part === 50 && above)) {
          group.add(y);
          grown = true;
        }
      }
    }
    return group;
  };
  const controls = new Map(names.map((x) => [x, below(x)]));
  const over = (y: string) => names.filter((x) => x !== y && controls.get(x)?.has(y));
  return (entity) =>
    over(entity)
      .filter((x) => over(x).length === 0)
      .sort();
}

describe.runIf(here)("the French media of Le Monde diplomatique, through the mapping", () => {
  const open = <T>(work: Parameters<typeof inMappedCase<T>>[2]) =>
    inMappedCase(shippedMapping("french-media"), folder, work);

  test("come in whole: 218 media and all links but the two that repeat another, each naming it", () =>
    open(async (store, record, rejects) => {
      expect(record).toMatchObject({ sources: 1, statements: 312, rejects: 2 });
      expect(rejects.map((r) => `${r.file} ${r.row}: ${r.message}`)).toEqual([
        "personne-organisation.tsv 41: it says again what row 39 says",
        "personne-organisation.tsv 42: it says again what row 40 says",
      ]);
      const [source] = await store.sources(["medias-francais"]);
      expect(source).toMatchObject({ publisher: "Le Monde diplomatique", licence: "ODC-By-1.0" });
    }));

  test("who controls each of the 218 titles is what the tables say, read one by one", () =>
    open(async (store) => {
      const found = await everyone(store, "med:");
      const titles = table("medias.tsv").map(([name]) => `med:${name}`);
      expect(titles).toHaveLength(218);
      const slow = slowly(links());
      for (const title of titles) expect([title, found.get(title)]).toEqual([title, slow(title)]);
      expect([...found.keys()].filter((id) => !titles.includes(id))).toEqual(["med:Le Un Hebdo"]);
      expect(titles.filter((title) => slow(title).length > 0).length).toBeGreaterThan(200);
    }));

  test.each([
    ["Le Monde", ["per:Xavier Niel"]],
    ["Les Échos", ["org:LVMH"]],
    ["CNews", ["org:Vivendi"]],
    ["Libération", ["per:Patrick Drahi"]],
    ["Le Figaro", ["per:Famille Dassault"]],
    ["France Info", ["org:République française"]],
    ["BFM TV", ["per:Rodolphe Saadé"]],
    ["L’Express", ["per:Alain Weill"]],
    ["La Croix", ["org:Les Augustins de l’Assomption"]],
    ["20 Minutes", []],
    ["Arte", []],
  ])("%s, checked by hand", (title, parties) =>
    open(async (store) => {
      const finding = await controlOf(store, `med:${title}`);
      expect(certainIn(finding)).toEqual(parties);
      if (parties.length === 0) expect(finding.verdict).toBe("not known");
    }),
  );

  test("two who hold all of one company are a conflict that names both rows; nothing is averaged", () =>
    open(async (store) => {
      const finding = await controlOf(store, "org:Les éditions Croque Futur");
      expect(finding.conflicts).toEqual([
        { company: "org:Les éditions Croque Futur", because: ["oo:49", "po:36"] },
      ]);
      expect(certainIn(finding)).toEqual([]);
      expect(finding.holdings.map((h) => h.range).slice(0, 2)).toEqual(["100", "100"]);
    }));

  test("a stake of 0 % is told as what it is, and a title in no list says so", () =>
    open(async (store) => {
      const finding = await controlOf(store, "org:Groupe Perdriel");
      expect(finding.holdings.find((h) => h.party === "org:Renault")?.range).toBe("0");
      const { gaps } = await answer(store, control, { entity: "org:Groupe Perdriel" }, DAY);
      expect(gaps.filter((g) => g.about.includes("org:Renault"))).toEqual([]);
      expect((await store.statements(["oo:17"]))[0]?.note).toMatch(/states 0 %/);
      expect((await store.entities(["med:Le Un Hebdo"]))[0]).toMatchObject({
        kind: "outlet",
        note: expect.stringContaining("in none of the source's lists"),
      });
    }));
});

describe("its invented twin", () => {
  const open = <T>(work: Parameters<typeof inMappedCase<T>>[2]) =>
    inMappedCase(join(PRESS, "press.map.json"), PRESS, work);
  const asOf = "2024-06-01";

  test.each([
    ["title:The Lantern", "controlled", ["per:ada"]],
    ["org:Harbour Press", "controlled", ["per:ada"]],
    ["org:Twin Mills", "not known", []],
    ["title:Radio Quay", "controlled", ["org:Twin Mills"]],
    ["title:The Unlisted", "not known", []],
    ["title:Old Gazette", "not known", []],
  ])("%s: %s by %j", (entity, verdict, parties) =>
    open(async (store) => {
      const finding = await controlOf(store, entity, asOf);
      expect([finding.verdict, certainIn(finding)]).toEqual([verdict, parties]);
    }),
  );

  test("the same faults: 200 % is a conflict with both rows, the repeated row names the first, 0 % stays 0", () =>
    open(async (store, _record, rejects) => {
      expect((await controlOf(store, "org:Twin Mills", asOf)).conflicts).toEqual([
        { company: "org:Twin Mills", because: ["link:5", "link:6"] },
      ]);
      expect(rejects[0]?.message).toBe("it says again what row 4 says");
      const { holdings } = await controlOf(store, "title:Radio Quay", asOf);
      expect(
        holdings.find((h) => h.party === "org:Republic of Ost" && h.held === "title:Radio Quay")?.range,
      ).toBe("0");
    }));
});
