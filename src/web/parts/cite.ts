import type { Answer, Lang } from "../../ask/answer.ts";
import type { Block, Cell, Sentence } from "../../ask/block.ts";
import { plain } from "../../draw/sentence.ts";
import { formatDate } from "../../draw/statement.ts";

/** Numbers for the sources of an answer, in the order a reader meets them. */
export function sourceNumbers(answer: Answer): ReadonlyMap<string, number> {
  const numbers = new Map<string, number>();
  const meet = (ids: readonly string[]) => {
    for (const id of ids) {
      const source = answer.statements[id]?.source;
      if (source !== undefined && !numbers.has(source)) numbers.set(source, numbers.size + 1);
    }
  };
  for (const block of answer.blocks) meet(restsOn(block));
  meet(Object.keys(answer.statements));
  return numbers;
}

const inSentence = (sentence: Sentence): string[] =>
  sentence.flatMap((span) => (typeof span === "string" ? [] : [...(span.because ?? [])]));
const inCell = (cell: Cell): readonly string[] => ("figure" in cell ? cell.figure.because : inSentence(cell));

function restsOn(block: Block): readonly string[] {
  switch (block.kind) {
    case "headline":
      return [...inSentence(block.text), ...block.because];
    case "figures":
      return block.items.flatMap((item) => item.figure.because);
    case "table":
      return block.rows.flatMap((row) => row.flatMap(inCell));
    case "claims":
      return block.items.flatMap((item) => [
        ...[item.text, item.brief, ...item.why].flatMap(inSentence),
        ...item.figures.flatMap((each) => each.figure.because),
        ...item.sides.flatMap((side) => side.entries.flatMap(inSentence)),
      ]);
    case "prose":
      return block.sentences.flatMap(inSentence);
    case "network":
      return block.edges.flatMap((edge) => edge.because);
    case "bars":
      return block.rows.flatMap((row) => row.series.flatMap((each) => each.figure.because));
    case "timeline":
      return block.lanes.flatMap((lane) => lane.spans.flatMap((span) => span.because));
    case "series":
      return block.lines.flatMap((line) => line.steps.flatMap((step) => step.figure.because));
    case "matrix":
      return block.cells.flatMap((row) => row.flatMap((cell) => cell.because));
  }
}

/** An answer as a reader cites it: the finding, the question, the day, the program and the data it used. */
export function answerCitation(answer: Answer, lang: Lang): string {
  const headline = answer.blocks.find((block) => block.kind === "headline");
  const finding = headline ? plain(headline.text) : answer.question;
  const [day, run] = [formatDate(answer.asOf, lang), answer.run];
  const digest = run.data.slice(0, 19);
  return lang === "zh"
    ? `${finding}\n截至${day}。Armslength ${run.version}，“${answer.question}”第 ${answer.revision} 版，数据 ${digest}…`
    : `${finding}\nAs of ${day}. Armslength ${run.version}, “${answer.question}” revision ${answer.revision}, data ${digest}….`;
}
