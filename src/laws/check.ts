import { Problem } from "../errors.ts";
import { type Effect, RIGHTS } from "../model/rights.ts";
import { parseShare, type Share } from "../model/share.ts";
import { asksOfHolders, type Law, type Rule } from "./law.ts";

/** What is wrong with a law, and where in it. */
export interface Fault {
  readonly at: readonly PropertyKey[];
  readonly why: string;
}

type ChainRule = Extract<Rule, { mechanism: "majority-stake-chain" }>;

/** What mechanisms take for granted and the shape of a law does not say; everything that is not so. */
export function faultsOf(law: Law): Fault[] {
  return [
    ...(law.from !== "" && law.to !== "" && law.from > law.to
      ? [{ at: ["from"], why: `it is after "to", ${law.to}` }]
      : []),
    ...kindsOf(law),
    ...(law.control ? controlOf(law) : []),
    ...listOf(law),
    ...(law.stops !== null && !law.rules.some((rule) => rule.mechanism === "majority-stake-chain")
      ? [{ at: ["stops"], why: "only chains of majority stakes stop, and no rule is about them" }]
      : []),
    ...(law.declared && law.rules.every((rule) => asksOfHolders(rule) === null)
      ? [{ at: ["declared"], why: "no rule says how many shares or votes, to hold a declaration against" }]
      : []),
    ...law.rules.flatMap((rule, n) => ruleOf(law, rule, n)),
  ];
}

function kindsOf({ kinds, stops }: Law): Fault[] {
  const unknown = (all: readonly string[], ...at: string[]) =>
    all.includes("unknown")
      ? [{ at: [...at, all.indexOf("unknown")], why: "what nobody knows is not of a kind a law can name" }]
      : [];
  return [...unknown(kinds, "kinds"), ...(stops ? unknown(stops.kinds, "stops", "kinds") : [])];
}

/** The rule `control` is worked out by is majority rule and nothing else, always and everywhere. */
function controlOf(law: Law): Fault[] {
  const only = law.rules.length === 1 && law.rules[0]?.mechanism === "majority-fixpoint";
  const bare = law.kinds.length === 0 && law.stops === null && law.subjects === null && !law.declared;
  if (only && bare && law.from === "" && law.to === "") return [];
  return [
    {
      at: ["control"],
      why: "such a law has one rule, majority-fixpoint, and no kinds, stops, subjects or days",
    },
  ];
}

/** Of a list only the cascade knows anything, and it asks of nobody what kind it is. */
function listOf({ list, rules, kinds, declared }: Law): Fault[] {
  const cascades = rules.map((rule) => rule.mechanism === "aggregate-cascade");
  const at = cascades.indexOf(true);
  return [
    ...(list && at < 0 ? [{ at: ["list"], why: "no rule is about a list, as aggregate-cascade is" }] : []),
    ...(!list && at >= 0 ? [{ at: ["rules", at, "mechanism"], why: 'it asks for "list": true' }] : []),
    ...(kinds.length > 0 && !cascades.includes(false)
      ? [{ at: ["kinds"], why: "whoever is on the list counts, of any kind" }]
      : []),
    ...(list && declared ? [{ at: ["declared"], why: "nobody is declared to be on a list" }] : []),
  ];
}

function ruleOf(law: Law, rule: Rule, n: number): Fault[] {
  const at = (...path: PropertyKey[]) => ["rules", n, ...path];
  const first = law.rules.findIndex(({ id }) => id === rule.id);
  const twice = "of" in rule && Array.isArray(rule.of) && new Set(rule.of).size < rule.of.length;
  return [
    ...(first < n ? [{ at: at("id"), why: `rules[${first}] has the same` }] : []),
    ...(twice ? [{ at: at("of"), why: "something is named twice" }] : []),
    ...(rule.mechanism === "majority-stake-chain" ? chainOf(rule, at) : []),
  ];
}

const NEVER_A_LINK: ReadonlySet<Effect> = new Set(["none", "economic", "nominal", "concert"]);

function chainOf(rule: ChainRule, at: (...path: PropertyKey[]) => PropertyKey[]): Fault[] {
  const counted = rule.of === "shares" || rule.of === "votes";
  const idle = rule.trustees.findIndex((code) => NEVER_A_LINK.has(RIGHTS[code].effect));
  return [
    ...(counted && rule.threshold === undefined
      ? [{ at: at("threshold"), why: `a rule of ${rule.of} says how many` }]
      : []),
    ...(!counted && rule.threshold !== undefined
      ? [{ at: at("threshold"), why: `a rule of ${rule.of} counts none` }]
      : []),
    ...(!counted && rule.bands.length > 0 ? [{ at: at("bands"), why: `a rule of ${rule.of} has none` }] : []),
    ...bandsOf(rule.bands).map(({ at: path, why }) => ({ at: at("bands", ...path), why })),
    ...(idle < 0 ? [] : [{ at: at("trustees", idle), why: "such a right gives no say in a trust" }]),
  ];
}

/** Bands are ranges, each above the one before. */
function bandsOf(bands: readonly string[]): Fault[] {
  const read = bands.map(readBand);
  const wrong = read.findIndex((band) => typeof band === "string");
  if (wrong >= 0) return [{ at: [wrong], why: read[wrong] as string }];
  const shares = read as Share[];
  const low = shares.findIndex((band, n) => {
    const before = shares[n - 1];
    if (before === undefined) return false;
    return band.low < before.high || (band.low === before.high && !band.lowOpen && !before.highOpen);
  });
  return low < 0 ? [] : [{ at: [low], why: `it begins below the end of the one before, ${bands[low - 1]}` }];
}

function readBand(text: string): Share | string {
  if (!text.includes("-") || /about/i.test(text)) return "a band has two ends, as >25-50";
  try {
    return parseShare(text);
  } catch (error) {
    if (error instanceof Problem) return error.message;
    throw error;
  }
}
