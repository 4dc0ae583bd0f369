import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Tables } from "./answer-in.ts";
import { ROOT } from "./source-files.ts";

/** A network as the conformance cases write it: shares are fractions of 1, or a band of them. */
export interface Edge {
  readonly owner: string;
  readonly owned: string;
  readonly share?: string;
  readonly min?: number;
  readonly max?: number;
}

export interface ConformanceCase {
  readonly id: string;
  readonly title: string;
  readonly source: string;
  readonly needed_by?: string;
  readonly edges: readonly Edge[];
  readonly expected: {
    /** Everyone and everything each controls under majority rule. */
    readonly controls?: readonly (readonly [string, string])[];
    /** The same where the case also has another threshold. */
    readonly controls_strict?: readonly (readonly [string, string])[];
    /** "A>D": the economic share of A in D, a fraction. */
    readonly integrated?: Readonly<Record<string, string>>;
    /** The same as a range. */
    readonly [pair: string]: unknown;
  };
}

/** A fraction of 1 as a percentage, exactly: ".45" → "45", "0.0335" → "3.35". */
export function percent(fraction: string): string {
  const [whole = "", decimals = ""] = fraction.split(".");
  const digits = decimals.padEnd(2, "0");
  const integer = `${whole}${digits.slice(0, 2)}`.replace(/^0+(?=\d)/, "");
  const rest = digits.slice(2).replace(/0+$/, "");
  return rest === "" ? integer : `${integer}.${rest}`;
}

const shareOf = (edge: Edge): string =>
  edge.share === undefined
    ? `${percent(String(edge.min))}-${percent(String(edge.max))}`
    : percent(edge.share);

export const namesIn = (edges: readonly Edge[]): string[] =>
  [...new Set(edges.flatMap((edge) => [edge.owner, edge.owned]))].sort();

/** The edges as a case folder in which everyone is a company. */
export function tablesOf(edges: readonly Edge[]): Tables {
  const rows = edges.map(
    (edge, n) => `i${n + 1},${edge.owned},${edge.owner},shareholding,${shareOf(edge)},c`,
  );
  return {
    "sources.csv": "id,title\nc,Conformance\n",
    "entities.csv": `id,name,kind\n${namesIn(edges)
      .map((name) => `${name},Company ${name},company\n`)
      .join("")}`,
    "interests.csv": `id,subject,party,right,share,source\n${rows.join("\n")}\n`,
  };
}

export const SHARED_CONTROL = join(ROOT, "../shared/conformance/control.json");

/** One question under a law: who certainly comes under it, by what, and the share as the law counts it. */
export interface LawAsked {
  readonly entity: string;
  readonly law: string;
  readonly certain: readonly string[];
  readonly basis?: string;
  readonly share?: string | null;
  readonly band?: string;
  readonly list?: readonly string[];
}

/** What each law answers, of the public cases by id and of our own: `fixtures/conformance/laws.json`. */
export const LAW_CASES = JSON.parse(readFileSync(join(ROOT, "fixtures/conformance/laws.json"), "utf8")) as {
  readonly public: readonly { readonly id: string; readonly ask: readonly LawAsked[] }[];
  readonly own: readonly {
    readonly id: string;
    readonly title: string;
    readonly edges: readonly Edge[];
    readonly ask: readonly LawAsked[];
  }[];
};
