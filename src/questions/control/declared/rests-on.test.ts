import { expect, it } from "vitest";
import { answer, inCase } from "../../../../test/answer-in.ts";
import type { ControlFinding } from "../finding.ts";
import { control } from "../index.ts";

const SOURCES = "id,title,published\nreg,Register,2020-06-30\ndir,Annual return,2020-06-30\n";
const PEOPLE =
  "id,name,kind\nt,Target,company\nh,Holder,company\nk,Kin,company\nq,Quinn,person\nr,Rob,person\n";

const asked = (...rows: string[]) =>
  inCase(
    {
      "sources.csv": SOURCES,
      "entities.csv": PEOPLE,
      "interests.csv": `id,subject,party,right,share,direct,source\n${rows.join("\n")}\n`,
    },
    async (store) => {
      const { findings } = await answer(store, control, { entity: "t" }, "2024-01-01");
      return (findings[0] as ControlFinding).declared;
    },
  );

it("a contradiction cites who has the rest, and by whom they are held or controlled", async () => {
  const chain = ["i1,t,h,shareholding,60,,dir", "i2,h,r,shareholding,100,,dir"];
  const [shares] = await asked("d,t,q,shareholding,60,indirect,reg", ...chain);
  expect([shares?.outcome, shares?.computed?.most, shares?.computed?.because]).toEqual([
    "contradicts",
    "40",
    ["i1", "i2"],
  ]);
  const [votes] = await asked("d,t,q,votingRights,60,indirect,reg", ...chain);
  expect([votes?.outcome, votes?.computed?.most, votes?.computed?.because]).toEqual([
    "contradicts",
    "40",
    ["i1", "i2"],
  ]);
});

it("votes of a company that somebody controls may be another's too, where a majority in it is not on record", async () => {
  const [d] = await asked(
    "d,t,q,votingRights,60,indirect,reg",
    "i1,t,h,votingRights,60,,dir",
    "i2,h,r,statedControl,,,dir",
  );
  expect([d?.outcome, d?.computed?.most]).toEqual(["cannot be tested", "100"]);
});

it("a seat on the board is no chain: neither a share nor an owner is tested on it", async () => {
  const [d] = await asked(
    "d,t,q,shareholding,30,indirect,reg",
    "i1,t,q,boardMember,,,dir",
    "i2,t,r,shareholding,10,,dir",
  );
  expect([d?.outcome, d?.computed?.because]).toEqual(["cannot be tested", []]);
  expect(await asked("d,t,q,shareholding,30,unknown,reg", "i1,t,q,boardMember,,,dir")).toEqual([]);
});

it("an owner is not tested on its own row, though the company holds something of those above it", async () => {
  const declared = await asked(
    "d,t,h,shareholding,30,unknown,reg",
    "i1,k,t,shareholding,20,,dir",
    "i2,h,k,shareholding,20,,dir",
  );
  expect(declared).toEqual([]);
});
