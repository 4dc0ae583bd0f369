import type { Row } from "./measure.ts";

export interface Report {
  readonly size: string;
  readonly seed: number;
  readonly entities: number;
  readonly interests: number;
  readonly command: string;
  readonly machine: string;
  readonly versions: string;
  readonly commit: string;
  readonly date: string;
  /** Load of the machine before the start, from other work. */
  readonly load: number;
  readonly rows: readonly Row[];
}

/** A report as a page: what was run, on what, and a line a step. */
export function page(report: Report): string {
  const number = (n: number) => n.toLocaleString("en-GB");
  const lines = report.rows.map(({ step, measure }) => {
    const { peak, ...rest } = measure;
    const told = Object.entries(rest).map(([name, value]) => `${name} ${cell(name, value)}`);
    return `| ${step} | ${told.join(", ")} | ${peak} |`;
  });
  return `# Size ${report.size}: ${number(report.entities)} entities, ${number(report.interests)} interests

- command: \`${report.command}\` (seed ${report.seed})
- machine: ${report.machine}; load from other work before the start: ${report.load}
- versions: ${report.versions}
- commit: ${report.commit}, ${report.date}

Each step ran in a process of its own; peak is the most memory that process had, in MB.

| step | took, counted | peak MB |
|---|---|---|
${lines.join("\n")}
`;
}

const COUNTS = [
  "entities",
  "statements",
  "rejects",
  "interests",
  "held",
  "pairs",
  "paths",
  "rows",
  "digest",
  "asked",
  "runs",
  "megabytes",
];

function cell(name: string, value: number | string): string {
  if (typeof value === "string") return value;
  if (name === "ratio") return `${value} ×`;
  return COUNTS.includes(name) ? value.toLocaleString("en-GB") : `${value} s`;
}
