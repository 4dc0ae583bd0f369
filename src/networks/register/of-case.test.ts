import { expect, it } from "vitest";
import { parseDay } from "../../model/date.ts";
import { RIGHT_CODES } from "../../model/rights.ts";
import { bring, entity, interest } from "../../store/contract/landing.ts";
import { openCase } from "../../store/duckdb.ts";
import { caseNetwork, kindsOf } from "../case-network.ts";
import { type Controller, ControlView } from "../controllers.ts";
import { heldOn } from "../held.ts";
import { ownership } from "../ownership.ts";
import { random } from "../worlds.oracle.ts";
import { registerOf } from "./of-case.ts";
import { ultimatePairs } from "./ultimate.ts";
import { verdictsOf } from "./verdicts.ts";

const ENTITIES = 24;
const id = (n: number) => `e${n}`;

/** Statements as registers and news make them: periods with loose dates, observations, bands, told twice, withdrawn. */
function statements(r: (below: number) => number) {
  const one = <T>(list: readonly T[]): T => list[r(list.length)] as T;
  const plain = ["shareholding", "shareholding", "votingRights", "appointmentOfBoard"];
  return Array.from({ length: 40 + r(40) }, (_, k) =>
    interest(`i${k}`, id(4 + r(ENTITIES - 4)), r(30) === 0 ? "" : id(r(ENTITIES)), {
      interest_type: r(6) === 0 ? one(RIGHT_CODES) : one(plain),
      share_text: one(["60", "30", "25-50", ">50-<75", "75-100", "50", "", "about 30", ">50", "100", "12.5"]),
      direct: one(["direct", "direct", "direct", "unknown", "indirect"]),
      from_text: one([
        "",
        "2015",
        "2019-05",
        "2020-01-01",
        "2022-03-04",
        "..2016",
        "[2019-01-01..2021-06-01]",
      ]),
      to_text: one(["", "", "", "", "2021-02-01", "2023", "2020-01-01"]),
      basis: one(["", "", "", "period", "observation"]),
      stated_text: one(["", "2018-01-01", "2020-05-05"]),
      conditional: one(["", "", "", "", "", "yes"]),
      class: one(["", "", "", "", "", "", "A"]),
      dispute: one(["", "", "", "", "", "", "d1"]),
      joint: one(["", "", "", "", "", "", "j1"]),
    }),
  );
}

/** Without the number of what was looked through: what is no entity is numbered as it comes. */
const said = (list: readonly Controller[]) =>
  list.map(({ through: _, joint, ...rest }) => ({ ...rest, joint: [...joint].sort((a, b) => a - b) }));

it("everyone at once, read from a case, stands as each asked alone, on any day and by any state of knowledge", async () => {
  let [odd, plain, certain, possible] = [0, 0, 0, 0];
  for (let seed = 1; seed <= 12; seed++) {
    const r = random(seed);
    const store = await openCase(":memory:", { create: true });
    const kind = (n: number) =>
      n < 4 ? "person" : n === 5 ? "arrangement" : n === 6 ? "state-body" : "company";
    await bring(store, {
      entities: Array.from({ length: ENTITIES }, (_, n) => entity(id(n), { kind: kind(n) })),
      statements: statements(r),
    });
    await bring(store, {
      at: "2021-01-01T00:00:00Z",
      statements: statements(random(seed + 100)).slice(0, 10),
    });
    await store.withdraw(["i3"], "wrong", "2022-01-01T00:00:00Z");
    for (const [day, known] of [
      ["2020-03-01", null],
      ["2022-06-01", null],
      ["2021-02-01", "2020-12-31"],
      ["2020-01-01", "2021-06-01"],
    ] as const) {
      const clocks = { asOf: parseDay(day), known: known && parseDay(known), carry: 400 };
      const all = await registerOf(store, clocks);
      const verdictOf = verdictsOf(all, await ultimatePairs(all, () => undefined));
      const network = await caseNetwork(store, clocks.known);
      const held = heldOn(network.interests, clocks.asOf, clocks.carry);
      const view = new ControlView(ownership(held, network.entities, kindsOf(network)));
      for (let n = 0; n < ENTITIES; n++) {
        const one = view.controllers(n);
        const { verdict, controllers } = verdictOf(n);
        expect([seed, day, known, n, verdict, said(controllers)]).toEqual([
          seed,
          day,
          known,
          n,
          one.verdict,
          said(one.ultimate),
        ]);
        certain += one.ultimate.filter((c) => c.certainty === "certain").length;
        possible += one.ultimate.filter((c) => c.certainty === "possible").length;
      }
      for (const flag of all.holders.odd) flag === 1 ? odd++ : plain++;
    }
    await store.close();
  }
  expect(Math.min(odd, plain, certain, possible)).toBeGreaterThan(100);
});
