import { answerCsv } from "../src/ask/csv.ts";
import type { ControlFinding } from "../src/questions/control/finding.ts";
import { control } from "../src/questions/control/index.ts";
import { answerIn } from "./answer-in.ts";

const COLUMNS =
  "id,subject,party,right,share,class,direct,joint,with,leader,conditional,dispute,from,to,basis,source,note";
const people = ["p", "q", "r"].map((id) => `${id},${id.toUpperCase()},person`);
const companies = ["x", "b", "c"].map((id) => `${id},${id.toUpperCase()},company`);

/** A holding, or a right, of `party` in `subject`. */
export const row = (subject: string, party: string, share: string, more: Record<string, string> = {}) => ({
  ...{ subject, party, share, right: "shareholding", from: "2020-01-01", source: "s" },
  ...more,
});

/** What `control` says of X in a case of these holdings: its finding, its sentences, its chart and its CSV. */
export async function asked(rows: readonly Record<string, string>[], input: object = {}, jurisdiction = "") {
  const lines = rows.map((each, i) =>
    COLUMNS.split(",")
      .map((column) => ({ ...each, id: `i${i}` })[column] ?? "")
      .join(","),
  );
  const files = {
    "sources.csv": "id,title,published\ns,A register,2024-01-02\nt,A report,2024-01-03\n",
    "entities.csv": [
      "id,name,kind,jurisdiction",
      ...[...people, ...companies].map((each) => `${each},${jurisdiction}`),
      "",
    ].join("\n"),
    "interests.csv": [COLUMNS, ...lines, ""].join("\n"),
  };
  const answer = await answerIn(files, control, { entity: "x", ...input }, "2023-06-01");
  const [finding] = answer.findings as [ControlFinding];
  const prose = answer.blocks.flatMap((block) => (block.kind === "prose" ? block.sentences : []));
  const said = prose.map((each) =>
    each.map((span) => (typeof span === "string" ? span : span.text)).join(""),
  );
  const chart = answer.blocks.find((block) => block.kind === "network");
  const csv = answerCsv(control, answer).trimEnd().split("\n");
  return { answer, finding, said: said.map((s) => s.replaceAll("\u00a0", " ")), chart, csv };
}
