import { expect, test } from "vitest";
import { openBuiltIn } from "../../test/open-built-in.ts";
import type { Answer } from "../ask/answer.ts";
import { readClocks } from "../ask/clocks.ts";
import { formatFigure } from "../ask/say/figure.ts";
import { escapeText } from "../draw/escape.ts";
import { QUESTIONS } from "../questions/index.ts";
import { answersOn } from "../verify/on.ts";
import { dossier, partsOf } from "./dossier.ts";
import { Payload } from "./payload.ts";

const store = openBuiltIn();

const answersOf = (lang: "en" | "zh", at: string): Promise<Answer[]> =>
  answersOn(store(), QUESTIONS, "org:alibaba_group", "entity", {
    ...{ clocks: readClocks({ "as-of": "2021-03-31" }, at), lang, at, version: "0", options: {} },
  });
const font = { family: "Inter", weight: 400, style: "normal" as const, woff2: "AAAA" };
const print = (answers: readonly Answer[], lang: "en" | "zh") =>
  dossier(answers, { ...ASKED, lang, caseName: "case", titles: [], fonts: [font] });

const ASKED = {
  ...{ subject: "org:alibaba_group", asOf: "2021-03-31", known: null, carry: 400, made: "2021-03-31" },
  carried: { entities: [], sources: [], events: [] },
};

const embedded = (html: string) => Payload.parse(JSON.parse(partsOf(html)?.payload ?? "null")).answers;

test.each(["en", "zh"] as const)(
  "a dossier in %s asks for nothing from elsewhere and runs nothing",
  async (lang) => {
    const html = print(await answersOf(lang, "2026-01-01T00:00:00Z"), lang);
    expect([...html.matchAll(/<script(?! type="application\/json")/g)]).toEqual([]);
    expect([
      ...html.matchAll(/<(link|img|iframe|object|embed|base|form|video|audio|source|image)\b/g),
    ]).toEqual([]);
    expect([...html.matchAll(/\s(on\w+|src|srcset|style)=/g)]).toEqual([]);
    expect([...html.matchAll(/url\((?!data:font\/woff2;base64,)/g)]).toEqual([]);
    expect(html).not.toContain("@import");
    const hrefs = [...html.matchAll(/href="([^"]*)"/g)].map((match) => match[1] ?? "");
    expect(hrefs.length).toBeGreaterThan(50);
    expect(hrefs.filter((href) => !/^(#[es]\d+|https?:\/\/)/.test(href))).toEqual([]);
  },
);

test("every link within a dossier leads somewhere in it", async () => {
  const html = print(await answersOf("en", "2026-01-01T00:00:00Z"), "en");
  const ids = new Set([...html.matchAll(/\sid="([^"]+)"/g)].map((match) => match[1]));
  const inside = [...html.matchAll(/href="#([^"]+)"/g)].map((match) => match[1]);
  expect(inside.filter((id) => !ids.has(id))).toEqual([]);
});

test("the same case gives the same bytes whenever it is asked", async () => {
  const [first, second] = [
    await answersOf("en", "2026-01-01T00:00:00Z"),
    await answersOf("en", "2027-06-05T04:03:02Z"),
  ];
  expect(print(first, "en")).toBe(print(second, "en"));
});

test("a dossier shows the figures of its answers, and carries the answers themselves", async () => {
  const answers = await answersOf("en", "2026-01-01T00:00:00Z");
  const html = print(answers, "en");
  const figures = answers
    .flatMap((answer) => answer.blocks)
    .flatMap((block) => (block.kind === "table" ? block.rows.flat() : []))
    .flatMap((cell) => ("figure" in cell ? [formatFigure(cell.figure, "en")] : []));
  expect(figures.length).toBeGreaterThan(10);
  expect(figures.filter((figure) => !html.includes(escapeText(figure)))).toEqual([]);
  const still = answers.map(({ run: { at: _, ...run }, ...rest }) => ({ ...rest, run }));
  expect(embedded(html)).toEqual(JSON.parse(JSON.stringify(still)));
});

test("every source and every statement an answer rests on is listed, addresses spelled out", async () => {
  const answers = await answersOf("en", "2026-01-01T00:00:00Z");
  const html = print(answers, "en");
  for (const answer of answers) {
    for (const source of Object.values(answer.sources)) expect(html).toContain(escapeText(source.title));
    const addresses = Object.values(answer.sources).flatMap(({ url }) => (url === "" ? [] : [url]));
    expect(addresses.length).toBeGreaterThan(5);
    for (const url of addresses) expect(html).toContain(`>${escapeText(url)}</a>`);
  }
  const statements = new Set(answers.flatMap((answer) => Object.keys(answer.statements)));
  const rows = html.slice(html.indexOf('<h2 id="statements">')).match(/<tr><th scope="row">/g) ?? [];
  expect(rows).toHaveLength(statements.size);
});

test("data cannot become markup, end the data inside, or leave the style", async () => {
  const [answer] = await answersOf("en", "2026-01-01T00:00:00Z");
  const evil = '</script><script>alert(1)</script></style>"<!--';
  const hurt = JSON.parse(
    JSON.stringify(answer).replaceAll('"Alibaba Group"', JSON.stringify(evil)),
  ) as Answer;
  const html = dossier([hurt], {
    ...ASKED,
    lang: "en",
    caseName: evil,
    titles: [evil],
    fonts: [],
  });
  expect(html.match(/<script/g)).toHaveLength(1);
  expect(html.match(/<\/script>/g)).toHaveLength(1);
  expect(html.match(/<\/style>/g)).toHaveLength(1);
  expect(html).not.toContain("<!--");
  expect(JSON.stringify(embedded(html)[0])).toContain(JSON.stringify(evil).slice(1, -1));
});
