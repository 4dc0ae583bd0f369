import fc from "fast-check";
import { expect, test } from "vitest";
import { CLAIM_KINDS } from "./finding.ts";
import { standingOf, type Weighed } from "./standing.ts";

const side = fc
  .record({ whole: fc.nat(3), part: fc.nat(3), named: fc.nat(3) })
  .map((each) => ({ ...each, named: Math.min(each.named, each.whole) }));
const claims: fc.Arbitrary<Weighed> = fc
  .record({
    kind: fc.constantFrom(...CLAIM_KINDS),
    guarded: fc.boolean(),
    for: side,
    against: side,
    indirect: fc.boolean(),
    denied: fc.boolean(),
    differs: fc.boolean(),
  })
  .map((each) => ({
    ...each,
    attached:
      each.indirect ||
      each.denied ||
      each.for.whole + each.for.part + each.against.whole + each.against.part > 0,
  }));

/** The rules of method.md as a list of conditions, each standing from its own words and not from the others' order. */
function byTheWords(claim: Weighed): string {
  const pro = claim.for.whole + claim.for.part > 0;
  const con = claim.against.whole + claim.against.part > 0;
  const checkable =
    claim.kind !== "opinion" &&
    !(claim.kind === "motive" && !claim.attached) &&
    !(claim.kind === "prediction" && !pro && !con);
  if (!checkable) return "not checkable";
  const draws = claim.kind === "inference" || claim.kind === "motive";
  const nobody = (claim.guarded || claim.kind === "motive") && claim.for.named === 0;
  const enough = claim.for.whole >= (draws ? 2 : 1) && !nobody;
  const holds: Readonly<Record<string, boolean>> = {
    supported: enough && !con && !claim.differs,
    contested: pro && (con || claim.differs),
    contradicted: !pro && (claim.against.whole > 0 || claim.differs),
  };
  const found = Object.keys(holds).filter((standing) => holds[standing]);
  expect(found.length).toBeLessThanOrEqual(1);
  return found[0] ?? "unsupported";
}

test("the standing is that of the rules as they are worded, for every claim", () => {
  fc.assert(
    fc.property(claims, (claim) => {
      expect(standingOf(claim).standing).toBe(byTheWords(claim));
    }),
    { numRuns: 2000 },
  );
});

test("a denial or a statement that shows nothing moves no standing but that of a motive nobody had stated", () => {
  fc.assert(
    fc.property(claims, (claim) => {
      const more = { ...claim, denied: true, indirect: true, attached: true };
      if (claim.kind === "motive" && !claim.attached) return;
      expect(standingOf(more).standing).toBe(standingOf(claim).standing);
    }),
    { numRuns: 1000 },
  );
});

test("people who are not named alone never support wrongdoing of a person", () => {
  fc.assert(
    fc.property(claims, (claim) => {
      const unnamed = { ...claim, guarded: true, for: { ...claim.for, named: 0 } };
      expect(standingOf(unnamed).standing).not.toBe("supported");
    }),
    { numRuns: 1000 },
  );
});
