import { companyName, outletName, personName } from "./names.ts";
import { type Random, random } from "./random.ts";
import type { Size } from "./sizes.ts";

export interface WorldEntity {
  readonly id: string;
  readonly name: string;
  readonly kind: "company" | "person" | "outlet";
  readonly jurisdiction: string;
}

export interface WorldInterest {
  readonly id: string;
  readonly subject: string;
  readonly party: string;
  readonly right: string;
  /** In the notation of a case folder. */
  readonly share: string;
  readonly direct: "direct" | "indirect" | "unknown";
  readonly from: string;
  readonly to: string;
}

export interface WorldOutlet {
  readonly id: string;
  readonly publisher: string;
  readonly outlet: string;
}

/** An invented world of companies, persons and outlets. The same size and seed always give the same rows. */
export interface World {
  entities(): Generator<WorldEntity>;
  interests(): Generator<WorldInterest>;
  publishes(): Generator<WorldOutlet>;
}

/** The bands of the UK register, as SI 2016/339 draws them. */
const BANDS = [">25-50", ">50-<75", "75-100"] as const;

const company = (n: number) => `c${n}`;
const person = (n: number) => `p${n}`;
const outlet = (n: number) => `o${n}`;

export function world(size: Size, seed: number): World {
  const companies = Math.round(size.entities * size.companies);
  const persons = size.entities - companies - size.outlets;
  return {
    entities: () => entities(size, seed, companies, persons),
    interests: () => interests(size, seed, companies, persons),
    publishes: () => publishes(size, seed, companies),
  };
}

function* entities(size: Size, seed: number, companies: number, persons: number): Generator<WorldEntity> {
  const r = random(seed, "entities");
  const places = ["GB", "GB", "GB", "DE", "FR", "CN", "US", "KY"];
  for (let n = 0; n < companies; n++)
    yield { id: company(n), name: companyName(r, n), kind: "company", jurisdiction: r.pick(places) };
  for (let n = 0; n < persons; n++)
    yield { id: person(n), name: personName(r, n), kind: "person", jurisdiction: r.pick(places) };
  for (let n = 0; n < size.outlets; n++)
    yield { id: outlet(n), name: outletName(r, n), kind: "outlet", jurisdiction: r.pick(places) };
}

function* publishes(size: Size, seed: number, companies: number): Generator<WorldOutlet> {
  const r = random(seed, "publishes");
  for (let n = 0; n < size.outlets; n++)
    yield { id: `pub${n}`, publisher: company(r.below(companies)), outlet: outlet(n) };
}

type Holding = Omit<WorldInterest, "id" | "from" | "to">;

/** Company by company until the number is reached; what is left over is filled with holdings that have ended. */
function* interests(size: Size, seed: number, companies: number, persons: number): Generator<WorldInterest> {
  const r = random(seed, "interests");
  let written = 0;
  for (let n = 0; n < companies && written < size.interests; n++) {
    for (const holding of holdingsIn(r, size, n, companies, persons)) {
      if (written === size.interests) return;
      yield { id: `i${written++}`, ...holding, from: dateIn(r, 2016, 6), to: "" };
    }
  }
  while (written < size.interests) {
    const subject = r.below(companies);
    const party = holder(r, subject, companies, persons);
    const share = r.chance(size.register) ? r.pick(BANDS) : percent(r, 5, 90);
    const from = dateIn(r, 2005, 8);
    yield {
      id: `i${written++}`,
      subject: company(subject),
      party,
      right: "shareholding",
      share,
      direct: "unknown",
      from,
      to: dateIn(r, 2013, 2),
    };
  }
}

function* holdingsIn(
  r: Random,
  size: Size,
  n: number,
  companies: number,
  persons: number,
): Generator<Holding> {
  if (n < size.core) yield* coreHoldings(r, size, n);
  if (!r.chance(size.recorded)) return;
  const named = () => holder(r, n, companies, persons);
  if (n >= size.core) yield* r.chance(size.register) ? registerRecord(r, n, named) : exactRecord(r, n, named);
  if (r.chance(0.004))
    yield {
      subject: company(n),
      party: named(),
      right: "rightsGrantedByContract",
      share: "",
      direct: "direct",
    };
  if (r.chance(0.01))
    yield {
      subject: company(n),
      party: company(n),
      right: "shareholding",
      share: percent(r, 1, 9),
      direct: "direct",
    };
}

/** Small stakes all round a core: rings of every length, none of them control by itself. */
function* coreHoldings(r: Random, size: Size, n: number): Generator<Holding> {
  const others = new Set<number>();
  while (others.size < size.coreHoldings) others.add(r.below(size.core));
  for (const other of others) {
    const share = percent(r, 0, Math.floor(180 / size.coreHoldings) / 2);
    if (other !== n)
      yield { subject: company(other), party: company(n), right: "shareholding", share, direct: "direct" };
  }
}

/** One or two persons with significant control: a band, most with votes beside the shares, some with the board. */
function* registerRecord(r: Random, n: number, named: () => string): Generator<Holding> {
  const subject = company(n);
  const bands = r.chance(0.7) ? [pickBand(r)] : [BANDS[0], r.chance(0.8) ? BANDS[0] : BANDS[1]];
  for (const share of bands) {
    const party = named();
    yield { subject, party, right: "shareholding", share, direct: "unknown" };
    if (r.chance(0.45)) yield { subject, party, right: "votingRights", share, direct: "unknown" };
    if (r.chance(0.2) && share !== BANDS[0])
      yield { subject, party, right: "appointmentOfBoard", share: ">50", direct: "unknown" };
  }
}

const pickBand = (r: Random) => {
  const x = r.next();
  return x < 0.62 ? BANDS[2] : x < 0.75 ? BANDS[1] : BANDS[0];
};

/** Up to five direct holders who together hold at most all of it; now and then a declared indirect one. */
function* exactRecord(r: Random, n: number, named: () => string): Generator<Holding> {
  const subject = company(n);
  let left = 1000;
  const holders = 1 + r.below(5);
  for (let k = 0; k < holders && left > 10; k++) {
    const units = k === 0 && r.chance(0.5) ? 501 + r.below(500) : 1 + r.below(left - 1);
    const taken = Math.min(units, left);
    left -= taken;
    const share = r.chance(0.1) ? `${taken / 20}-${taken / 10}` : String(taken / 10);
    yield { subject, party: named(), right: "shareholding", share, direct: "direct" };
  }
  if (r.chance(0.03))
    yield { subject, party: named(), right: "shareholding", share: percent(r, 10, 80), direct: "indirect" };
}

/** Persons mostly; else a company, mostly an older one, so that chains are long and rings are few. */
function holder(r: Random, n: number, companies: number, persons: number): string {
  const x = r.next();
  if (x < 0.68 || n === 0) return person(r.below(persons));
  const other = x < 0.99 ? Math.floor(n * r.next() ** 2) : r.below(companies);
  return other === n ? person(r.below(persons)) : company(other);
}

const percent = (r: Random, least: number, span: number): string =>
  ((Math.floor(r.next() * span * 100) + least * 100 + 1) / 100).toString();

function dateIn(r: Random, year: number, years: number): string {
  const two = (n: number) => String(n).padStart(2, "0");
  return `${year + r.below(years)}-${two(1 + r.below(12))}-${two(1 + r.below(28))}`;
}
