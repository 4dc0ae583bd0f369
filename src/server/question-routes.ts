import { stream } from "hono/streaming";
import { ask, contextOf } from "../ask/ask.ts";
import { checkAskedOfAll } from "../ask/asked-of-all.ts";
import { readClocks } from "../ask/clocks.ts";
import { answerCsv, csvRow } from "../ask/csv.ts";
import { inputSchema, questionOf } from "../ask/fields.ts";
import { idsNamed, readInput } from "../ask/input.ts";
import { printAnswer, printJson } from "../ask/print.ts";
import { Problem } from "../errors.ts";
import { majority } from "../laws/index.ts";
import { formatDay } from "../model/date.ts";
import { begun } from "../networks/begun.ts";
import { readAhead } from "../networks/case-network.ts";
import { askingOf, readAsked } from "./asking.ts";
import { guardedApp } from "./guard.ts";
import type { Setting } from "./setting.ts";

export const JSON_TYPE = { "content-type": "application/json; charset=utf-8" };
/** What the rows of everyone have no column for: a list of sentences, in JSON of ASCII alone, as headers are. */
const NOTES = "armslength-notes";
const asciiJson = (value: unknown): string =>
  JSON.stringify(value).replace(
    /[^\x20-\x7e]/g,
    (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
const CSV_TYPE = { "content-type": "text/csv; charset=utf-8" };
/** One route a question, all of them derived from the definitions. */
export function questionRoutes(setting: Setting) {
  const { questions, store } = setting;
  const app = guardedApp();

  app.get("/questions", (c) => {
    const cards = questions.map((question) => ({
      id: question.id,
      ask: question.ask,
      built: true,
      revision: question.revision,
      needs: question.needs,
      input: inputSchema(question),
      example: question.example,
      everything: question.everything !== undefined,
    }));
    return c.body(printJson(cards), 200, JSON_TYPE);
  });

  app.on(["GET", "POST"], "/ask/:question", async (c) => {
    const question = questionOf(questions, c.req.param("question"));
    const { input, common } = await readAsked(c);
    const { format, ...own } = input;
    const answer = await ask(question, store, askingOf(c, setting, { input: own, common }));
    if (question.needs.includes("interest")) begun(readAhead(store));
    if (format === "csv") return c.body(answerCsv(question, answer), 200, CSV_TYPE);
    if (format === undefined || format === "json") return c.body(printAnswer(answer), 200, JSON_TYPE);
    throw new Problem(
      "unknown-format",
      `an answer does not come as "${format}"`,
      "It can be json or csv.",
      [],
      [`答案不能以“${format}”给出。`, "可以是 json 或 csv。"],
    );
  });

  app.get("/moments/:question", async (c) => {
    const question = questionOf(questions, c.req.param("question"));
    const asked = await readAsked(c);
    const context = contextOf(store, askingOf(c, setting, asked));
    const input = await readInput(question, asked.input, store);
    const days = (await question.moments?.(context, input)) ?? [];
    return c.body(printJson({ days: days.map(formatDay) }), 200, JSON_TYPE);
  });

  app.get("/everything/:question", async (c) => {
    const question = questionOf(questions, c.req.param("question"));
    const { input, common } = await readAsked(c);
    if (!question.everything) {
      throw new Problem(
        "bad-input",
        `"${question.id}" is asked of one entity`,
        "Ask /api/ask instead.",
        [],
        [`问题“${question.id}”一次只问一个对象。`, "请改用 /api/ask。"],
      );
    }
    checkAskedOfAll(input);
    const clocks = readClocks(common, setting.now());
    const context = contextOf(store, { clocks, signal: c.req.raw.signal });
    const list = input.list === undefined ? {} : { list: await idsNamed(String(input.list), store) };
    const options = { pairs: input.pairs === "true", law: String(input.law ?? majority.id), ...list };
    const { columns, notes, csv } = question.everything(context, options);
    const rows = csv[Symbol.asyncIterator]();
    // What stands beside the rows is known with the first of them, and so is most of what can go wrong.
    const first = await rows.next();
    c.header("content-type", CSV_TYPE["content-type"]);
    if (notes && notes.length > 0) c.header(NOTES, asciiJson(notes));
    return stream(c, async (out) => {
      try {
        await out.write(csvRow(columns));
        for (let piece = first; !piece.done; piece = await rows.next()) await out.write(piece.value);
      } finally {
        await rows.return?.();
      }
    });
  });

  return app;
}
