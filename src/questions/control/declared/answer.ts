import type { Gap } from "../../../ask/answer.ts";
import type { Context } from "../../../ask/question.ts";
import { LAWS } from "../../../laws/index.ts";
import { formatDay } from "../../../model/date.ts";
import type { Percent } from "../../../model/share.ts";
import { declarationMarks } from "../../../networks/declaration-marks.ts";
import { becauseOf, extraOf } from "../../../networks/held.ts";
import { type Interests, NO_DAY } from "../../../networks/interests.ts";
import { jurisdictionsOf } from "../../../networks/jurisdiction.ts";
import { type Above, type Analysis, codeOf, companiesShown, rangeOf, rowsOf } from "../analyse.ts";
import type { Known } from "../laws/answer.ts";
import { standingIn } from "../turns/trial.ts";
import { type Claim, claimsIn, type Marks, unknownDirectness } from "./claims.ts";
import type { Declared } from "./entry.ts";
import { type About, type Ground, groundOf, groundWithout, type Why, why } from "./ground.ts";
import { testInterest } from "./interest.ts";
import { testNobody } from "./nobody.ts";
import { restsOnItself, testOwner } from "./owner.ts";
import { percentOf, upTo } from "./ranges.ts";
import { type Tested, UNTESTED } from "./tested.ts";

interface Write {
  readonly id: (local: number) => string;
  readonly said: (statements: readonly number[]) => string[];
}

const MOST_CLAIMS = 60;
const NO_FIGURE: Percent = { low: "0", high: "100" };

/** Everything declared about the subject and those above it, each beside what the direct statements come to. */
export async function declaredAbout(
  context: Context,
  above: Above,
  analysis: Analysis,
  about: Pick<Known, "kind" | "ordinals">,
  write: Write,
): Promise<{ readonly declared: Declared[]; readonly leftOut: number }> {
  const companies = companiesShown(analysis);
  const shown = companies.flatMap((company) => rowsOf(analysis, company));
  const statements = shown.flatMap((row) => [...becauseOf(analysis.held, row)]);
  const marks = await declarationMarks(context.store, statements);
  const claims = claimsIn(analysis, companies, marks);
  if (claims.length === 0) return { declared: [], leftOut: 0 };
  const asked = new Set(claims.flatMap(({ company, party }) => [company, party]));
  const ordinals = about.ordinals.map((n, local) => (asked.has(local) ? n : -1));
  const jurisdiction = await jurisdictionsOf(context.store, ordinals);
  const all = { kind: about.kind, jurisdiction, laws: LAWS };
  const tester = new Tester(above, analysis, marks, all, write);
  return {
    declared: claims.slice(0, MOST_CLAIMS).flatMap((claim) => tester.test(claim) ?? []),
    leftOut: Math.max(0, claims.length - MOST_CLAIMS),
  };
}

/** Tests claims on the same facts, working out what they share once. */
class Tester {
  readonly #above: Above;
  readonly #analysis: Analysis;
  readonly #marks: Marks;
  readonly #about: About;
  readonly #write: Write;
  readonly #ground: Ground;

  constructor(above: Above, analysis: Analysis, marks: Marks, about: About, write: Write) {
    this.#above = above;
    this.#analysis = analysis;
    this.#marks = marks;
    this.#about = about;
    this.#write = write;
    this.#ground = groundOf(analysis.held, analysis.view);
  }

  /** Null for what nothing but itself could be tested on: it is the record, not a claim about it. */
  test(claim: Claim): Declared | null {
    const { held } = this.#analysis;
    const unclear = (rows: readonly number[]) => rows.filter((row) => unknownDirectness(held, row));
    if (claim.kind === "owner") {
      const ground = this.#groundBut(unclear(claim.rows));
      if (claim.counted && restsOnItself(ground, claim)) return null;
      const tested = testOwner(ground, claim, this.#about);
      return claim.counted && tested.outcome === "cannot be tested"
        ? null
        : this.#entry(claim, tested, ground);
    }
    if (!claim.counted) return this.#entry(claim, this.#tested(claim), this.#ground);
    const mine = rowsOf(this.#analysis, claim.company).filter((r) => held.party[r] === claim.party);
    const ground = this.#groundBut(unclear(mine));
    if (ground.between(claim.party, claim.company).length === 0) return null;
    return this.#entry(claim, testInterest(ground, claim, new Set()), ground);
  }

  #groundBut(rows: readonly number[]): Ground {
    return rows.length === 0 ? this.#ground : groundWithout(this.#above, this.#analysis, rows);
  }

  #tested(claim: Claim): Tested {
    if (claim.kind === "interest") return testInterest(this.#ground, claim, this.#components(claim).entities);
    return claim.kind === "nobody" ? testNobody(this.#ground, claim, this.#about) : UNTESTED;
  }

  /** The component records of a claim: the entities among them, and the rows of the relationships. */
  #components({ components }: Claim): { entities: Set<number>; rows: number[] } {
    const { held } = this.#analysis;
    const wanted = new Set(components);
    const entities = new Set<number>();
    const rows: number[] = [];
    if (wanted.size === 0) return { entities, rows };
    for (let n = 0; n < this.#above.entities; n++) if (wanted.has(this.#write.id(n))) entities.add(n);
    for (let row = 0; row < held.length; row++)
      if (becauseOf(held, row).some((n) => wanted.has(this.#marks.get(n)?.record ?? ""))) rows.push(row);
    return { entities, rows };
  }

  #entry(claim: Claim, tested: Tested, ground: Ground): Declared {
    const { held } = this.#analysis;
    const { id } = this.#write;
    const row = claim.rows[0] as number;
    const components = this.#components(claim);
    const explanations = [
      ...(components.rows.length > 0
        ? [why("components", { about: [...components.entities], rows: components.rows })]
        : []),
      ...tested.why,
      ...this.#apart(claim, tested),
    ];
    const controllers = ground.view.controllers(claim.company);
    const standing =
      claim.kind === "nobody"
        ? (controllers.ultimate[0]?.certainty ?? "none")
        : standingIn(controllers, claim.party);
    const certain = controllers.ultimate.filter((c) => c.certainty === "certain").map((c) => c.party);
    // Who ultimately controls is said where the party certainly does, and rests on the chains down to it.
    const ofControl = tested.measure === "control" && claim.party >= 0 && tested.rows.length > 0;
    const named = ofControl && standing === "certain" ? certain : [];
    const behind = named.flatMap((p) => ground.between(p, claim.party));
    const computed = [...new Set([...tested.rows, ...behind])];
    return {
      company: id(claim.company),
      claim: claim.kind,
      party: claim.party >= 0 ? id(claim.party) : null,
      right: claim.kind === "owner" ? "beneficialOwnershipOrControl" : codeOf(held, row),
      range: claim.kind === "owner" ? NO_FIGURE : rangeOf(held, row),
      reason: claim.kind === "owner" ? "" : extraOf(held, row).reason,
      measure: tested.measure,
      stated: this.#daysOf(claim.rows),
      computed:
        tested.measure === null
          ? null
          : {
              range: tested.range && percentOf(tested.range),
              most: tested.most && upTo(tested.most),
              standing,
              controllers: certain.map(id),
              stated: this.#daysOf(computed),
              because: this.#because(computed),
            },
      outcome: tested.outcome,
      explanations: explanations.map((e) => this.#explained(e)),
      // Each of several who hold it jointly declares the whole: what of it is whose does not follow.
      implied: tested.implied
        .filter((l) => !this.#jointly(l.holder, l.company))
        .map((l) => ({
          holder: id(l.holder),
          held: id(l.company),
          range: l.range,
          reading: l.reading,
          because: this.#because([...claim.rows, ...tested.rows]),
        })),
      sum: tested.sum && {
        together: tested.sum.together,
        constant: tested.sum.constant,
        terms: tested.sum.terms.map((t) => ({ holder: id(t.holder), held: id(t.company), weight: t.weight })),
      },
      total: tested.total && percentOf(tested.total),
      missing: tested.missing.map(id),
      because: this.#because(claim.rows),
    };
  }

  #jointly(holder: number, company: number): boolean {
    const { held } = this.#analysis;
    return rowsOf(this.#analysis, company).some(
      (row) => held.party[row] === holder && extraOf(held, row).joint !== "",
    );
  }

  /** The two sides speak of different days, where they do not agree. */
  #apart(claim: Claim, { outcome, rows }: Tested): Why[] {
    if (outcome === "agrees" || rows.length === 0) return [];
    const [declared, direct] = [this.#daysOf(claim.rows), this.#daysOf(rows)];
    const same = declared.join() === direct.join();
    return same ? [] : [why("dates", { rows: [...claim.rows, ...rows] })];
  }

  #explained({ code, law, range, about, rows }: Why): Declared["explanations"][number] {
    return { code, law, range, about: about.map(this.#write.id), because: this.#because(rows) };
  }

  #because(rows: readonly number[]): string[] {
    return this.#write.said(rows.flatMap((row) => [...becauseOf(this.#analysis.held, row)]));
  }

  /** First and last day on which rows were stated; one where they are the same, none where no source has a date. */
  #daysOf(rows: readonly number[]): string[] {
    const days = rows
      .flatMap((row) => [...becauseOf(this.#analysis.held, row)])
      .map((n) => statedDay(this.#above.interests, n))
      .filter((day) => day !== NO_DAY);
    if (days.length === 0) return [];
    return [...new Set([Math.min(...days), Math.max(...days)])].map(formatDay);
  }
}

/** The day a statement was stated, of statements in the order of their ordinals. */
function statedDay({ n, stated }: Interests, statement: number): number {
  let [from, to] = [0, n.length];
  while (from < to) {
    const middle = (from + to) >> 1;
    if ((n[middle] as number) < statement) from = middle + 1;
    else to = middle;
  }
  return n[from] === statement ? (stated[from] as number) : NO_DAY;
}

/** More is declared above the subject than is tested: said, not passed over. */
export const declarationsLeftOut = (subject: string, n: number): Gap => ({
  code: "declarations-left-out",
  what: "whether everything declared agrees with the direct statements",
  why: `${n} declarations about those above were not tested`,
  about: [subject],
  because: [],
});
