import type { Answer } from "../../ask/answer.ts";
import { marksIn } from "../../draw/key.ts";
import { drawWords } from "../../draw/words.ts";
import { cliWords } from "../words.ts";
import { drawBlock } from "./block.ts";
import { numbered } from "./notes.ts";
import { wrap } from "./width.ts";

export interface Terminal {
  readonly columns: number;
  readonly terminal: boolean;
}

const MOST_COLUMNS = 120;
const BOLD = ["\u001b[1m", "\u001b[22m"] as const;

/** An answer as it reads on a terminal: its blocks, then its sources by number. */
export function drawAnswer(answer: Answer, { columns, terminal }: Terminal): string {
  const room = Math.max(40, Math.min(columns, MOST_COLUMNS));
  const notes = numbered(answer);
  const title = (text: string) => (terminal ? BOLD[0] + text + BOLD[1] : text);
  const page = { columns: room, lang: answer.lang, notes, title };
  const blocks = answer.blocks.map((block) => drawBlock(block, page).join("\n"));
  const sources = notes.list().map(({ n, text }) => {
    const head = `[${n}] `;
    const [first = "", ...rest] = wrap(text, room - head.length);
    return [head + first, ...rest.map((line) => " ".repeat(head.length) + line)].join("\n");
  });
  const marks = marksIn(answer.blocks, answer.lang).flatMap(({ sign, says }) =>
    wrap(`${sign} ${says}`, room),
  );
  const key = marks.length === 0 ? [] : [[title(drawWords(answer.lang).signs), ...marks].join("\n")];
  const list = sources.length === 0 ? [] : [[title(cliWords(answer.lang).sources), ...sources].join("\n")];
  return `${[...blocks, ...key, ...list].join("\n\n")}\n`;
}
