import type { Timeline } from "../../ask/block.ts";
import { formatDate } from "../../ask/say/date.ts";
import { drawWords } from "../../draw/words.ts";
import { cliWords } from "../words.ts";
import { spoken } from "./notes.ts";
import type { Page } from "./page.ts";
import { clean, wrap } from "./width.ts";

/** A timeline on a terminal: under each lane its spans, each with its days and how sure it is. */
export function drawTimeline(block: Timeline, page: Page): string[] {
  const { lang } = page;
  const { colon } = cliWords(lang);
  const lanes = block.lanes.flatMap((lane) => [
    spoken(lane.label, page.notes),
    ...lane.spans.flatMap((span) => {
      const open = span.to >= block.to;
      const days = open
        ? cliWords(lang).since(formatDate(span.from, lang))
        : `${formatDate(span.from, lang)} – ${formatDate(span.to, lang)}`;
      const says = span.label === "" ? drawWords(lang).styles[span.style] : clean(span.label);
      return hanging(`  ${days}${colon}`, `${says}${page.notes.of(span.because)}`, page.columns);
    }),
  ]);
  const named = block.marks.filter((mark) => mark.label !== "");
  const labels = new Set(named.map((mark) => mark.label));
  const marks =
    labels.size === 1 && named[0]
      ? hanging(
          `${clean(named[0].label)}${colon}`,
          named.map((mark) => formatDate(mark.date, lang)).join(lang === "zh" ? "；" : "; "),
          page.columns,
        )
      : named.map(
          (mark) =>
            `${formatDate(mark.date, lang)}${colon}${clean(mark.label)}${page.notes.of(mark.because)}`,
        );
  return [
    page.title(clean(block.title)),
    ...(lanes.length === 0 ? [cliWords(lang).nothing] : lanes),
    ...marks,
    ...wrap(clean(block.caption), page.columns),
  ];
}

/** A text after a head, its further lines indented. */
function hanging(head: string, text: string, columns: number): string[] {
  const lines = wrap(head + text, columns);
  const indent = " ".repeat(Math.min(4, head.length - head.trimStart().length + 2));
  const [first = "", ...rest] = lines;
  return rest.length === 0
    ? [first]
    : [first, ...wrap(rest.join(" "), columns - indent.length).map((each) => indent + each)];
}
