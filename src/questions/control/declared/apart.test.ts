import { expect, it } from "vitest";
import { answer, inCase } from "../../../../test/answer-in.ts";
import type { ControlFinding } from "../finding.ts";
import { control } from "../index.ts";

const SOURCES = "id,title,published\nreg,Register,2020-06-30\ndir,Annual return,2020-06-30\n";
const PEOPLE = `id,name,kind
t,Target,company
h,Holder,company
k,Kin,company
q,Quinn,person
r,Rob,person
`;
const COLUMNS = "id,subject,party,right,share,direct,joint,from,source,note,props";

const asked = (...rows: string[]) =>
  inCase(
    {
      "sources.csv": SOURCES,
      "entities.csv": PEOPLE,
      "interests.csv": `${COLUMNS}\n${rows.join("\n")}\n`,
    },
    async (store) => {
      const { findings } = await answer(store, control, { entity: "t" }, "2024-01-01");
      return (findings[0] as ControlFinding).declared;
    },
  );

it("a declaration of votes is read as the part through others without what the party holds itself, which may be a range", async () => {
  const votes = (share: string) =>
    asked(
      `d,t,q,votingRights,${share},indirect,,2020,reg,,`,
      "i1,t,q,votingRights,10-20,,,2020,dir,,",
      "i2,t,h,votingRights,30,,,2020,dir,,",
      "i3,h,q,shareholding,60,,,2020,dir,,",
      "i4,t,r,votingRights,40,,,2020,dir,,",
    );
  const [through] = await votes("30");
  expect([through?.outcome, through?.computed?.range, through?.total]).toEqual([
    "agrees",
    { low: "40", high: "50" },
    { low: "40", high: "50" },
  ]);
  expect(through?.explanations[0]).toMatchObject({ code: "part-or-whole", range: "30" });
  const [between] = await votes("35");
  expect(between?.outcome).toBe("wider");
  const [below] = await votes("25");
  expect(below?.outcome).toBe("contradicts");
});

it("what is held directly or indirectly is read as everything, never as the part through others", async () => {
  const declared = await asked(
    "d,t,q,shareholding,35,unknown,,2020,reg,,",
    "i1,t,q,shareholding,20,,,2020,dir,,",
    "i2,t,h,shareholding,40,,,2020,dir,,",
    "i3,h,q,shareholding,,,,2020,dir,,",
  );
  const band = declared.find((d) => d.claim === "interest");
  expect([band?.outcome, band?.total]).toEqual(["agrees", "35"]);
  expect(band?.implied.map((l) => [l.holder, l.reading, l.range])).toEqual([["q", "whole", "37.5"]]);
});

it("a declaration that names its own chain covers that chain only", async () => {
  const props = '"{""componentRecords"":[""h"",""i1"",""i2""]}"';
  const [d] = await asked(
    `d,t,q,shareholding,20,indirect,,2020,reg,,${props}`,
    "i1,t,h,shareholding,40,,,2020,dir,,",
    "i2,h,q,shareholding,50,,,2020,dir,,",
    "i3,t,k,shareholding,30,,,2020,dir,,",
    "i4,k,q,shareholding,50,,,2020,dir,,",
  );
  expect([d?.outcome, d?.computed?.range]).toEqual(["narrower", "35"]);
  expect(d?.explanations.find((e) => e.code === "components-only")).toMatchObject({
    about: ["h"],
    range: "20",
  });
});

it("a declaration that names its own chain is narrower only where it is below, and its votes are those along that chain", async () => {
  const named = (right: string, share: string, ...rows: string[]) =>
    asked(`d,t,q,${right},${share},indirect,,2020,reg,,"{""componentRecords"":[""h""]}"`, ...rows);
  const products = [
    "i1,t,h,shareholding,,,,2020,dir,,",
    "i2,t,r,shareholding,65,,,2020,dir,,",
    "i3,h,q,shareholding,40,,,2020,dir,,",
    "i4,h,r,shareholding,60,,,2020,dir,,",
  ];
  const [above] = await named("shareholding", "37", ...products);
  expect([above?.computed?.range, above?.outcome]).toEqual([{ low: "0", high: "14" }, "contradicts"]);
  const [none] = await named("votingRights", "37", ...products);
  expect([none?.computed?.range, none?.outcome]).toEqual(["0", "contradicts"]);
  const [votes] = await named(
    "votingRights",
    "30",
    "i1,t,h,shareholding,30,,,2020,dir,,",
    "i2,h,q,shareholding,60,,,2020,dir,,",
    "i3,t,k,shareholding,30,,,2020,dir,,",
    "i4,k,q,shareholding,60,,,2020,dir,,",
  );
  expect([votes?.computed?.range, votes?.outcome]).toEqual(["60", "narrower"]);
  expect(votes?.explanations.find((e) => e.code === "components-only")?.range).toBe("30");
});
