import { describe, expect, it } from "vitest";
import { answer, inCase } from "../../../../test/answer-in.ts";
import type { ControlFinding } from "../finding.ts";
import { control } from "../index.ts";

const SOURCES =
  "id,title,published\nreg,Register,2020-06-30\ndir,Annual return,2020-06-30\nnew,Later return,2023-05-01\n";
const entities = (...rows: string[]) => `id,name,kind,jurisdiction\n${rows.join("\n")}\n`;
const COLUMNS = "id,subject,party,right,share,direct,joint,from,source,note,props";
const interests = (...rows: string[]) => `${COLUMNS}\n${rows.join("\n")}\n`;

const asked = (tables: Record<string, string>, entity: string) =>
  inCase({ "sources.csv": SOURCES, ...tables }, async (store) => {
    const { findings } = await answer(store, control, { entity }, "2024-01-01");
    return (findings[0] as ControlFinding).declared;
  });

const codes = (d: ControlFinding["declared"][number] | undefined) => d?.explanations.map((e) => e.code);
const sides = (d: ControlFinding["declared"][number] | undefined) => [d?.because, d?.computed?.because];

describe("a register and the chain", () => {
  it("agrees where the register lawfully stops at the first company that has a register of its own", async () => {
    const declared = await asked(
      {
        "entities.csv": entities("t,Target,company,GB", "h,Holder,company,GB", "q,Quinn,person,"),
        "interests.csv": interests(
          "i1,t,h,shareholding,75-100,unknown,,2020,reg,,",
          "i2,t,h,shareholding,80,,,2020,dir,,",
          "i3,h,q,shareholding,60,,,2020,dir,,",
        ),
      },
      "t",
    );
    const owner = declared.find((d) => d.claim === "owner" && d.party === "h");
    expect([owner?.outcome, owner?.computed?.standing, owner?.computed?.controllers]).toEqual([
      "agrees",
      "certain",
      ["q"],
    ]);
    expect(owner?.explanations[0]).toMatchObject({
      code: "stops-at-entity",
      law: "uk-psc",
      about: ["h", "q"],
    });
    expect(sides(owner)).toEqual([["i1"], ["i2", "i3"]]);
    const band = declared.find((d) => d.claim === "interest");
    expect([band?.range, band?.computed?.range, band?.outcome]).toEqual([
      { low: "75", high: "100" },
      "80",
      "agrees",
    ]);
    expect(codes(band)).toEqual(["directly-or-indirectly", "band"]);
    expect(sides(band)).toEqual([["i1"], ["i2"]]);
  });

  it("names the company that is declared without a law where it has no such register", async () => {
    const [owner] = await asked(
      {
        "entities.csv": entities("t,Target,company,", "h,Holder,company,", "q,Quinn,person,"),
        "interests.csv": interests(
          't1,t,h,shareholding,80,,,2020,dir,,"{""beneficialOwnershipOrControl"":true}"',
          "t2,h,q,shareholding,60,,,2020,dir,,",
        ),
      },
      "t",
    );
    expect([owner?.claim, owner?.outcome]).toEqual(["owner", "agrees"]);
    expect(owner?.explanations[0]).toMatchObject({ code: "stops-at-entity", law: null, about: ["h", "q"] });
  });

  it("does not test a band by itself", async () => {
    const declared = await asked(
      {
        "entities.csv": entities("t,Target,company,GB", "q,Quinn,person,"),
        "interests.csv": interests("i1,t,q,shareholding,>25-50,unknown,,2020,reg,,"),
      },
      "t",
    );
    expect(declared).toEqual([]);
  });

  it("counts the whole holding of a controlled company where multiplying would give less", async () => {
    const declared = await asked(
      {
        "entities.csv": entities("t,Target,company,GB", "h,Holder,company,GB", "q,Quinn,person,"),
        "interests.csv": interests(
          "i1,t,q,shareholding,50-75,unknown,,2020,reg,,",
          "i2,t,h,shareholding,60,,,2020,dir,,",
          "i3,h,q,shareholding,60,,,2020,dir,,",
        ),
      },
      "t",
    );
    const band = declared.find((d) => d.claim === "interest");
    expect([band?.computed?.range, band?.outcome]).toEqual(["36", "agrees"]);
    expect(band?.explanations.at(-1)).toMatchObject({ code: "not-multiplied", range: "60" });
  });

  it("finds that joint holders each report the whole", async () => {
    const declared = await asked(
      {
        "entities.csv": entities("t,Target,company,GB", "a,Ann,person,", "b,Ben,person,"),
        "interests.csv": interests(
          "i1,t,a,shareholding,75-100,unknown,j,2020,reg,,",
          "i2,t,b,shareholding,75-100,unknown,j,2020,reg,,",
          "i3,t,a,votingRights,80,,k,2020,dir,,",
          "i4,t,b,votingRights,80,,k,2020,dir,,",
        ),
      },
      "t",
    );
    const owners = declared.filter((d) => d.claim === "owner");
    expect(owners.map((d) => [d.party, d.outcome])).toEqual([
      ["a", "agrees"],
      ["b", "agrees"],
    ]);
    expect(owners.map((d) => codes(d))).toEqual([["joint"], ["joint"]]);
    expect(owners[0]?.explanations[0]?.about).toEqual(["a", "b"]);
  });
});

describe("a declaration that there is nobody", () => {
  const nobody = "d,t,,unknownInterest,,,,2020,reg,noBeneficialOwners: no registrable person,";

  it("does not fit beside a holder of 60 %, with both sources and what to look for", async () => {
    const [d] = await asked(
      {
        "entities.csv": entities("t,Target,company,GB", "q,Quinn,person,"),
        "interests.csv": interests(nobody, "i1,t,q,shareholding,60,,,2023,new,,"),
      },
      "t",
    );
    expect([d?.claim, d?.outcome, d?.computed?.controllers]).toEqual(["nobody", "contradicts", ["q"]]);
    expect(sides(d)).toEqual([["d"], ["i1"]]);
    expect(codes(d)).toEqual(["not-registrable", "dates"]);
    expect([d?.stated, d?.computed?.stated]).toEqual([["2020-06-30"], ["2023-05-01"]]);
  });

  it("does not fit beside 30 % where the register's law begins at 25, and cannot be tested where none does", async () => {
    const tables = (jurisdiction: string) => ({
      "entities.csv": entities(`t,Target,company,${jurisdiction}`, "q,Quinn,person,", "r,Rob,person,"),
      "interests.csv": interests(
        nobody,
        "i1,t,q,shareholding,30,,,2020,dir,,",
        "i2,t,r,shareholding,10,,,2020,dir,,",
      ),
    });
    const [under] = await asked(tables("GB"), "t");
    expect([under?.outcome, codes(under)]).toEqual(["contradicts", ["threshold", "not-registrable"]]);
    const [other] = await asked(tables(""), "t");
    expect([other?.outcome, other?.missing]).toEqual(["cannot be tested", ["t"]]);
  });

  it("agrees where the named holders leave nobody a majority", async () => {
    const [d] = await asked(
      {
        "entities.csv": entities("t,Target,company,", "q,Quinn,person,", "r,Rob,person,"),
        "interests.csv": interests(
          nobody,
          "i1,t,q,shareholding,50,,,2020,dir,,",
          "i2,t,r,shareholding,50,,,2020,dir,,",
        ),
      },
      "t",
    );
    expect([d?.outcome, codes(d)]).toEqual(["agrees", []]);
  });
});

describe("a declared share", () => {
  const people = entities(
    "t,Target,company,",
    "h,Holder,company,",
    "k,Kin,company,",
    "q,Quinn,person,",
    "r,Rob,person,",
  );
  const declared = (share: string, ...rows: string[]) =>
    asked(
      {
        "entities.csv": people,
        "interests.csv": interests(`d,t,q,shareholding,${share},indirect,,2020,reg,,`, ...rows),
      },
      "t",
    );

  it("fits a chain that gives just as much", async () => {
    const [d] = await declared(
      "30",
      "i1,t,h,shareholding,60,,,2020,dir,,",
      "i2,h,q,shareholding,50,,,2020,dir,,",
    );
    expect([d?.outcome, d?.computed?.range, codes(d)]).toEqual(["agrees", "30", []]);
  });

  it("fits as a rounded figure", async () => {
    const [d] = await declared(
      "18",
      "i1,t,h,shareholding,35.9,,,2020,dir,,",
      "i2,h,q,shareholding,50,,,2020,dir,,",
    );
    expect([d?.outcome, codes(d)]).toEqual(["agrees", ["rounded"]]);
  });

  it("says more than is shown where unnamed holders leave room, and no further", async () => {
    const rows = [
      "i1,t,h,shareholding,40,,,2020,dir,,",
      "i2,h,q,shareholding,50,,,2020,dir,,",
      "i3,t,r,shareholding,30,,,2020,dir,,",
    ];
    const [more] = await declared("60", ...rows);
    expect([more?.outcome, more?.computed?.range, more?.computed?.most]).toEqual(["wider", "20", "70"]);
    expect(codes(more)).toContain("unnamed-rest");
    const [tooMuch] = await declared("71", ...rows);
    expect([tooMuch?.outcome, tooMuch?.computed?.because]).toEqual(["contradicts", ["i1", "i2", "i3"]]);
    const [less] = await declared("10", ...rows);
    expect(less?.outcome).toBe("contradicts");
  });

  it("cannot be tested without a chain, and names whose holders would have to be known", async () => {
    const [d] = await declared(
      "30",
      "i1,t,h,shareholding,60,,,2020,dir,,",
      "i2,t,r,shareholding,40,,,2020,dir,,",
    );
    expect([d?.outcome, d?.missing, d?.computed?.because]).toEqual(["cannot be tested", ["h"], []]);
    const [none] = await declared("30", "i1,t,r,shareholding,100,,,2020,dir,,");
    expect([none?.outcome, none?.computed?.because]).toEqual(["contradicts", ["i1"]]);
  });

  it("of votes is tested on what everything the party controls has, not on products", async () => {
    const [d] = await asked(
      {
        "entities.csv": people,
        "interests.csv": interests(
          "d,t,q,votingRights,60,indirect,,2020,reg,,",
          "i1,t,h,shareholding,60,,,2020,dir,,",
          "i2,h,q,shareholding,51,,,2020,dir,,",
        ),
      },
      "t",
    );
    expect([d?.measure, d?.outcome, d?.computed?.range]).toEqual(["votes", "agrees", "60"]);
  });

  it("has an upper bound that is one figure, also where its decimals have no end", async () => {
    const [d] = await declared(
      "60",
      "i1,t,k,shareholding,50,,,2020,dir,,",
      "i2,t,r,shareholding,20,,,2020,dir,,",
      "i3,k,t,shareholding,10,,,2020,dir,,",
      "i4,k,q,shareholding,40,,,2020,dir,,",
    );
    expect([d?.outcome, d?.computed?.most]).toEqual(["wider", "78.947368421052631578947368421053"]);
  });

  it("rests also on what nominees and those bound by a concert hold, and adds it to the party's own", async () => {
    const [d, e] = await inCase(
      {
        "sources.csv": SOURCES,
        "entities.csv": people,
        "interests.csv": `${COLUMNS},leader,with
d,t,q,shareholding,20,indirect,,2020,reg,,,,
i1,t,q,shareholding,10,,,2020,dir,,,,
i2,t,k,shareholding,15,,,2020,dir,,,,
i3,t,k,nominee,,,,2020,dir,,,q,
i4,t,h,shareholding,50,,,2020,dir,,,,
i5,h,q,shareholding,40,,,2020,dir,,,,
e,t,r,votingRights,50,indirect,,2020,reg,,,,
i6,t,h,actingInConcert,,,,2020,dir,,,r,
`,
      },
      async (store) => {
        const { findings } = await answer(store, control, { entity: "t" }, "2024-01-01");
        return (findings[0] as ControlFinding).declared;
      },
    );
    expect([d?.outcome, d?.total, d?.computed?.because]).toEqual([
      "agrees",
      "45",
      ["i1", "i2", "i3", "i4", "i5", "i6"],
    ]);
    expect([e?.outcome, e?.computed?.range, e?.computed?.because]).toEqual(["agrees", "50", ["i4", "i6"]]);
  });

  it("of a company above the one asked about is tested too", async () => {
    const all = await asked(
      {
        "entities.csv": people,
        "interests.csv": interests(
          "i1,t,h,shareholding,60,,,2020,dir,,",
          "d,h,q,shareholding,40,indirect,,2020,reg,,",
          "i2,h,k,shareholding,80,,,2020,dir,,",
          "i3,k,q,shareholding,50,,,2020,dir,,",
        ),
      },
      "t",
    );
    expect(all.map((d) => [d.company, d.party, d.outcome])).toEqual([["h", "q", "agrees"]]);
  });
});

describe("a declared owner", () => {
  const owner = (share: string, ...more: string[]) =>
    asked(
      {
        "entities.csv": entities("t,Target,company,", "q,Quinn,person,", "r,Rob,person,"),
        "interests.csv": interests(
          `i1,t,q,shareholding,${share},,,2020,dir,,"{""beneficialOwnershipOrControl"":true}"`,
          ...more,
        ),
      },
      "t",
    );

  it("is one by a majority, by a law's lower threshold, possibly by what is not named, or not at all", async () => {
    const [majority] = await owner("60");
    expect([majority?.outcome, codes(majority)]).toEqual(["agrees", []]);
    const [quarter] = await owner("25");
    expect([quarter?.outcome, quarter?.explanations[0]]).toEqual([
      "agrees",
      expect.objectContaining({ code: "threshold", law: "eu-amlr" }),
    ]);
    const [small] = await owner("10");
    expect([small?.outcome, small?.missing]).toEqual(["wider", ["t"]]);
    const [none] = await owner("10", "i2,t,r,shareholding,90,,,2020,dir,,");
    expect([none?.outcome, codes(none)]).toEqual(["contradicts", ["other-rule", "other-means"]]);
  });
});
