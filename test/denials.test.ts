import { afterAll, beforeAll, expect, test } from "vitest";
import type { Answer, Lang } from "../src/ask/answer.ts";
import { readClocks } from "../src/ask/clocks.ts";
import { drawAnswer } from "../src/cli/draw/answer.ts";
import { answerMarkdown } from "../src/cli/draw/markdown.ts";
import { escapeText } from "../src/draw/escape.ts";
import type { Statement } from "../src/model/statement.ts";
import { QUESTIONS } from "../src/questions/index.ts";
import { type OpenCase, openCase } from "../src/store/duckdb.ts";
import { htmlOf, madeOf } from "../src/verify/make.ts";
import { answersOn } from "../src/verify/on.ts";
import { builtInCase } from "./built-in-case.ts";

const AT = "2026-01-02T03:04:05Z";
let store: OpenCase;
let remove: () => void;
let denials: Statement[];
let subjects: string[];
let texts: string[];
beforeAll(async () => {
  const built = await builtInCase();
  remove = built.remove;
  store = await openCase(built.path, { readOnly: true });
  const ids = await store.rows<{ id: string }>(
    "SELECT id FROM statement_all WHERE kind = 'denial' ORDER BY id",
  );
  denials = await store.statements(ids.map(({ id }) => id));
  const all = await store.rows<{ id: string }>("SELECT id FROM entity_now WHERE NOT placeholder ORDER BY id");
  texts = (await store.texts()).filter(({ attached }) => attached > 0).map(({ id }) => id);
  subjects = [...all.map(({ id }) => id), ...texts, ...texts];
});
afterAll(async () => {
  await store.close();
  remove();
});

const plain = (text: string) => text.replaceAll(/\s+/g, " ");
const denialsOf = ({ statements }: Pick<Answer, "statements">) =>
  denials.filter(({ properties }) => (properties.of ?? "") in statements);

/** A denial reads by its words; of one without words, by whose it is. */
const words = ({ properties, object }: Statement, { entities }: Answer) =>
  properties.text || entities[object ?? ""]?.name || "?";

/** Every answer about one subject: the questions that are asked of one entity, or of one text. */
const answersAbout = (subject: string, day: string, lang: Lang): Promise<Answer[]> =>
  answersOn(store, QUESTIONS, subject, texts.includes(subject) ? "text" : "entity", {
    ...{ clocks: readClocks({ "as-of": day }, AT), lang, at: AT, version: "0", options: {} },
  });

test("whoever is shown an allegation is shown who denies it and who makes it: every answer, every face", async () => {
  expect(denials.length).toBeGreaterThan(10);
  let shown = 0;
  for (const [n, entity] of subjects.entries()) {
    const lang = n % 2 === 0 ? "en" : "zh";
    for (const answer of await answersAbout(entity, n % 3 === 0 ? "2016-06-30" : "2021-03-31", lang)) {
      const of = denialsOf(answer);
      if (of.length === 0) continue;
      const text = plain(drawAnswer(answer, { columns: 100_000, terminal: false }));
      const markdown = plain(answerMarkdown(answer));
      for (const denial of of) {
        const where = [entity, answer.question, denial.id];
        expect([...where, text.includes(plain(words(denial, answer)))]).toEqual([...where, true]);
        expect([...where, markdown.replaceAll("\\", "").includes(plain(words(denial, answer)))]).toEqual([
          ...where,
          true,
        ]);
        const denied = answer.statements[denial.properties.of ?? ""];
        expect([...where, answer.sources[denied?.source ?? ""] !== undefined]).toEqual([...where, true]);
        shown++;
      }
    }
  }
  expect(shown).toBeGreaterThan(5);
}, 180_000);

test("and so is whoever reads a dossier, beside the statement and among the answers", async () => {
  let shown = 0;
  for (const [name, day] of [
    ["Alibaba Group", "2014-12-31"],
    ["21st Century Media Group", "2014-12-31"],
    ["Jack Ma", "2015-06-30"],
    ["Ant Group", "2021-03-31"],
    ["oped", "2026-01-01"],
  ] as const)
    for (const lang of ["en", "zh"] as const) {
      const clocks = readClocks({ "as-of": day }, AT);
      const made = await madeOf(store, QUESTIONS, name, {
        ...{ clocks, lang, at: AT, version: "0", caseName: "case", options: {} },
      });
      const html = htmlOf(made);
      const body = html.slice(html.indexOf("</head>"));
      for (const answer of made.answers)
        for (const denial of denialsOf(answer)) {
          const said = escapeText(words(denial, answer));
          expect([name, lang, denial.id, body.split(said).length > 2]).toEqual([name, lang, denial.id, true]);
          shown++;
        }
    }
  expect(shown).toBeGreaterThan(3);
}, 120_000);
