import type { Tables } from "./answer-in.ts";

const KINDS = ["person", "person", "company", "company", "outlet", "company", "arrangement"];
/** Whoever may be asked about in a random world. */
export const WORLD_IDS: readonly string[] = KINDS.map((_, n) => `e${n}`);
const HELD = WORLD_IDS.slice(2);

const RIGHTS = [
  ...["shareholding", "shareholding", "shareholding", "shareholding", "votingRights", "votingRights"],
  ...["rightsGrantedByContract", "conditionalRightsGrantedByContract", "appointmentOfBoard"],
  ...["actingInConcert", "nominee", "otherInfluenceOrControl"],
];
const SHARES = ["", "10", "20", "30", "40", "50", "51", "60", "80", "100", "25-50", ">50-75", "40-60", "<30"];
const STARTS = ["2012-01-01", "2014-06", "2016", "2018-03-05", "[2017-01-01..2019-06-30]", "2020-01-01", ""];
const ENDS = ["2020-06-30", "2021", "2022-05-05"];
const COLUMNS =
  "id,subject,party,right,share,class,direct,joint,with,leader,conditional,from,to,basis,stated_on,source";

type Row = Readonly<Record<string, string>>;

/**
 * A case of a few entities and holdings of every kind, over time: blocks held jointly, concerts with a leader and without,
 * nominees, ranges, imprecise dates, observations. `below(n)` is a random number from 0 to n − 1.
 */
export function randomWorld(below: (n: number) => number): Tables {
  const one = <T>(some: readonly T[]): T => some[below(some.length)] as T;
  const now = (times: number, some: readonly string[]) => (below(times) === 0 ? one(some) : "");
  const holding = (): Row => {
    const [subject, party] = [one(HELD), now(12, [" "]) || one(WORLD_IDS)];
    const right = party === subject ? "shareholding" : one(RIGHTS);
    const held = right === "shareholding" || right === "votingRights";
    const [concert, conditional] = [right === "actingInConcert", right.startsWith("conditional")];
    return {
      ...{ subject, party, right },
      share: party === subject ? "20" : held || right === "appointmentOfBoard" ? one(SHARES) : "",
      class: held ? now(12, ["A", "B"]) : "",
      direct: party === subject ? "" : now(12, ["unknown", "indirect"]),
      with: concert ? one(WORLD_IDS) : "",
      leader: right === "nominee" ? one(WORLD_IDS) : concert ? now(2, WORLD_IDS) : "",
      conditional: conditional ? one(["yes", "holder"]) : "",
      ...{ from: one(STARTS), to: now(3, ENDS), basis: now(4, ["observation"]) || "period" },
      stated_on: one(["2012-01-01", "2019-06-01"]),
    };
  };
  /** Two who hold one block, for as long or not. */
  const both = (): Row[] => {
    const block = { right: "shareholding", share: one(["60", "80", "40-60"]), joint: "J" };
    const row: Row = { ...holding(), ...block, with: "", leader: "", conditional: "" };
    const rows = [row, { ...row, party: one(WORLD_IDS), from: one([row.from ?? "", ...STARTS]) }];
    return rows.filter(({ party, subject }) => party !== subject);
  };
  const rows = Array.from({ length: 3 + below(7) }, () => (below(3) === 0 ? both() : [holding()])).flat();
  const lines = rows.map((row, n) =>
    COLUMNS.split(",")
      .map((column) => ({ ...row, id: `i${n}`, source: "s" })[column]?.trim() ?? "")
      .join(","),
  );
  return {
    "sources.csv": "id,title,published\ns,Own numbers,2019-01-01\n",
    "entities.csv": `id,name,kind\n${KINDS.map((kind, n) => `e${n},E${n},${kind}\n`).join("")}`,
    "interests.csv": `${[COLUMNS, ...lines].join("\n")}\n`,
  };
}
