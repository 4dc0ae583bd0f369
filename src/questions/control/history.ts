import { type Day, formatDay } from "../../model/date.ts";
import { type Above, type Analysis, analyse, becauseOf, rowsOf, stepsFor } from "./analyse.ts";
import type { ControlFinding } from "./finding.ts";
import { firstKnown } from "./first-known.ts";

/** How it stands on one day, in local numbers and statement ordinals. */
export interface Standing {
  readonly verdict: string;
  readonly parties: readonly { readonly party: number; readonly certainty: "certain" | "possible" }[];
  /** What those named rest on. */
  readonly because: () => readonly number[];
  /** All that bears on it. */
  readonly rests: readonly number[];
}

interface Era extends Pick<Standing, "verdict" | "parties"> {
  readonly from: Day;
  readonly to: Day | null;
  readonly because: readonly number[];
}

export interface History {
  readonly eras: readonly Era[];
  /** Statement ordinals that bear on it on any of the days. */
  readonly rests: ReadonlySet<number>;
}

export const MOST_MOMENTS = 200;

/** A rule put to one day after another. */
export interface Course {
  readonly on: (analysis: Analysis) => Standing;
  /** The first day it applies on, and the first it does not any more. */
  readonly from: Day;
  readonly to: Day;
  /** Statements gone through at most, day by day. */
  readonly most: number;
}

/** Who ultimately controlled entity 0. */
export const byControl: Course = {
  on: (analysis) => {
    const { verdict, ultimate } = analysis.controllers;
    return {
      verdict,
      parties: ultimate,
      because: () =>
        ultimate.flatMap((c) =>
          stepsFor(analysis, c.through, c.certainty === "certain").flatMap((s) => s.statements),
        ),
      rests: bearingOn(analysis),
    };
  },
  from: Number.NEGATIVE_INFINITY,
  to: Number.POSITIVE_INFINITY,
  most: 20_000 * MOST_MOMENTS,
};

/** How it stood with entity 0 from one change to the next, once anything is said of it; null where there is too much to work through. */
export function historyOf(above: Above, moments: readonly Day[], course: Course): History | null {
  const { from, to, most } = course;
  if (moments.length > MOST_MOMENTS || above.interests.length * moments.length > most) return null;
  const eras: (Era & { to: Day | null; key: string })[] = [];
  const rests = new Set<number>();
  const first = Math.max(from, firstKnown(above.interests));
  const begins = moments.findIndex((day) => day >= first);
  const after = begins < 0 ? [] : moments.slice(begins).filter((day) => day < to);
  for (const day of first === from && after[0] !== from ? [from, ...after] : after) {
    const analysis = analyse(above, day);
    if (eras.length === 0 && rowsOf(analysis, 0).length === 0) continue;
    const { verdict, parties, because, rests: bearing } = course.on(analysis);
    for (const n of bearing) rests.add(n);
    const standing = parties.map((c) => `${c.party} ${c.certainty}`).sort();
    const key = `${verdict} ${standing.join("|")}`;
    const last = eras.at(-1);
    if (last?.key === key) continue;
    if (last) last.to = day;
    eras.push({ from: day, to: null, verdict, parties, because: [...new Set(because())], key });
  }
  const last = eras.at(-1);
  if (last && Number.isFinite(to)) last.to = to;
  return { eras, rests };
}

/** Statements about entity 0 and everyone from whom control over it could come at all. */
function bearingOn(analysis: Analysis): number[] {
  const { view, held } = analysis;
  const companies = new Set([0, ...view.ancestorsOf(0)].filter((n) => n < view.own.entities));
  return [...companies].flatMap((n) => rowsOf(analysis, n)).flatMap((row) => [...becauseOf(held, row)]);
}

interface Write {
  readonly id: (local: number) => string;
  readonly said: (statements: readonly number[]) => string[];
}

/** A history as it stands in an answer. */
export function writeHistory(
  past: History | null,
  { id, said }: Write,
): Pick<ControlFinding, "history" | "historyRests"> {
  return {
    history: (past?.eras ?? []).map((era) => ({
      from: formatDay(era.from),
      to: era.to === null ? "" : formatDay(era.to),
      verdict: era.verdict,
      controllers: era.parties
        .map((c) => ({ party: id(c.party), certainty: c.certainty }))
        .sort((x, y) => (x.certainty + x.party < y.certainty + y.party ? -1 : 1)),
      because: said(era.because),
    })),
    historyRests: { because: said([...(past?.rests ?? [])]) },
  };
}
