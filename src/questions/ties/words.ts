import type { Lang } from "../../ask/answer.ts";
import type { Evidence } from "../../networks/ties/strength.ts";
import { EN } from "./words-en.ts";
import { ZH } from "./words-zh.ts";

/** The dates of a statement in words; empty where none is stated. */
export interface When {
  readonly observed: boolean;
  readonly from: string;
  readonly to: string;
}

/** The sentences of `ties`. */
export interface TiesWords {
  readonly between: (
    x: string,
    y: string,
    day: string,
    paths: number,
    more: boolean,
    longest: number,
  ) => string;
  readonly near: (x: string, day: string, paths: number, longest: number) => string;
  readonly strongest: (way: string, links: number, evidence: string, only: boolean) => string;
  readonly nearest: (ends: string, paths: number) => string;
  readonly others: (n: number) => string;
  readonly deniedOn: (denied: number, paths: number) => string;
  readonly none: (x: string, y: string, day: string, longest: number) => string;
  readonly noneNear: (x: string, day: string, longest: number) => string;
  /** What a link rests on. */
  readonly evidence: Readonly<Record<Evidence, string>>;
  readonly contested: string;
  readonly path: (n: number, way: string, links: number, evidence: string) => string;
  readonly asBefore: (link: string, path: number) => string;
  readonly through: (name: string) => string;
  readonly as: Readonly<Record<"office" | "membership" | "association" | "family", (role: string) => string>>;
  readonly of: string;
  /** An agreement about a company, before the other party to it; `instead`: held in the place of the other. */
  readonly over: (what: string, company: string, instead: boolean) => string;
  readonly conditional: string;
  readonly indirect: string;
  readonly oneOrigin: string;
  readonly when: (when: When) => string;
  readonly more: (n: number) => string;
  readonly reported: (names: string, evidence: string, origins: number) => string;
  readonly andMore: (n: number) => string;
  readonly repeats: (name: string) => string;
  readonly side: (name: string) => string;
  readonly denied: (by: string, text: string) => string;
  readonly chart: (x: string, y: string | null) => string;
  /** `more`: a line stands for several ties, of which it names one. */
  readonly chartCaption: (day: string, more: boolean) => string;
  readonly lines: { readonly certain: string; readonly declared: string; readonly possible: string };
  readonly table: string;
  readonly tableCaption: string;
  readonly columns: {
    readonly paths: string;
    readonly link: string;
    readonly tie: string;
    readonly evidence: string;
    readonly reportedBy: string;
    readonly deniedBy: string;
  };
  readonly kinds: Readonly<Record<"interest" | "office" | "membership" | "association" | "family", string>>;
  readonly nobody: string;
  readonly furtherPaths: (n: number) => string;
  readonly unknown: string;
  readonly gap: Readonly<Record<string, (names: string, links: number) => string>>;
  readonly method: string;
  readonly methodText: (day: string, past: boolean, family: boolean) => string;
}

export const tiesWords = (lang: Lang): TiesWords => (lang === "zh" ? ZH : EN);
