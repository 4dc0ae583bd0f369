import type { Gap } from "../../ask/answer.ts";
import type { Block, Figure, Series } from "../../ask/block.ts";
import { formatDate } from "../../ask/say/date.ts";
import { formatDay } from "../../model/date.ts";
import type { OverTime } from "./overall.ts";
import { overallWords } from "./overall-words.ts";
import type { ReachView } from "./speech.ts";

const LINES = ["certain", "possible", "jointly", "stake"] as const;
const STYLE = { certain: "certain", possible: "possible", jointly: "contract", stake: "nominal" } as const;
/** Days the picture runs on after the last step or the day asked for. */
const AFTER = 180;

/** Reach over time as steps: outlets where it ever reached any, then everything; what it had with others only where it ever did. */
export function seriesBlocks(view: ReachView, party: string): Block[] {
  const found = view.overall?.overTime;
  if (!found || found.steps.length < 2) return [];
  const outlets = found.steps.some(({ outlets: counts }) => LINES.some((line) => counts[line] > 0));
  return [...(outlets ? [block(view, found, party, "outlets")] : []), block(view, found, party, "all")];
}

function block(view: ReachView, found: OverTime, party: string, which: "all" | "outlets"): Series {
  const words = overallWords(view.lang);
  const names = which === "all" ? words.lines : words.outletLines;
  const ever = found.steps.some((step) => step[which].jointly > 0);
  const lines = LINES.filter((line) => line !== "jointly" || ever).map((line) => ({
    label: names[line],
    style: STYLE[line],
    steps: stepsOf(found, which, line, words.countHow),
  }));
  const today = formatDay(view.asOf);
  const day = formatDate(today, view.lang);
  const now = lines[0]?.steps.filter((step) => step.from <= today).at(-1)?.figure.value ?? "0";
  const first = found.steps[0]?.from ?? today;
  const last = [today, found.steps.at(-1)?.from ?? today].sort().at(-1) ?? today;
  const title = which === "all" ? words.overTime : words.outletsOverTime;
  return {
    kind: "series",
    title: title(party, day, Number(now), ever),
    caption: words.overTimeCaption(day, found.looked, found.moments) + (ever ? words.overTimeJointly : ""),
    alt: lines
      .map((line) => `${line.label}: ${line.steps.map((s) => `${s.from} ${s.figure.value}`).join(", ")}`)
      .join("; "),
    unit: "",
    from: first < today ? first : today,
    to: formatDay(Math.round(Date.parse(`${last}T00:00:00Z`) / 86_400_000) + AFTER),
    at: today,
    lines,
  };
}

/** One line's steps: only the days on which its own count changes, from the first day on. */
function stepsOf(found: OverTime, which: "all" | "outlets", line: (typeof LINES)[number], how: string) {
  const steps: { from: string; figure: Figure }[] = [];
  for (const step of found.steps) {
    const value = String(step[which][line]);
    if (steps.at(-1)?.figure.value === value) continue;
    steps.push({ from: step.from, figure: { value, unit: "", because: step.because, how } });
  }
  return steps;
}

/** What a series leaves out. */
export function seriesGaps(found: OverTime | null, party: string): Gap[] {
  const gap = (code: string, why: string): Gap[] => [
    { code, what: "the reach over time", why, about: [party], because: [] },
  ];
  if (found === null)
    return gap("series-left-out", "there are too many statements to work through every day");
  return found.looked < found.moments ? gap("days-left-out", "there are too many days to look at each") : [];
}
