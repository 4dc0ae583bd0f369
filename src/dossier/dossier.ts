import type { Answer, Lang } from "../ask/answer.ts";
import type { Block } from "../ask/block.ts";
import { formatDate } from "../ask/say/date.ts";
import { nameOf } from "../ask/say/name.ts";
import { el, join, type Markup, text } from "../draw/element.ts";
import { blockHtml, keyHtml, type Links } from "../draw/html.ts";
import { Problem } from "../errors.ts";
import { methodSection, namedSection, sourcesSection, statementsSection } from "./appendix.ts";
import { type Notes, notesOf } from "./notes.ts";
import { type Asked, payloadOf, sha256 } from "./payload.ts";
import { dossierCss, type FontFace } from "./style.ts";
import { dossierWords } from "./words.ts";

export interface DossierOptions extends Asked {
  readonly fonts: readonly FontFace[];
}

/**
 * Answers as one HTML file: without remote requests or scripts, on a screen and on paper. It reads no clock; the same
 * answers give the same bytes. Inside, as JSON, lies what `verify` needs. Throws `internal` without an answer.
 */
export function dossier(answers: readonly Answer[], options: DossierOptions): string {
  const [before, after] = pageOf(answers, options);
  const payload = payloadOf(answers, options, sha256(before + after));
  return `${before}${inScript(JSON.stringify(payload))}${after}`;
}

/** The payload of a dossier as text, and the page around it; null where there is none. */
export function partsOf(html: string): { readonly page: string; readonly payload: string } | null {
  const start = html.indexOf(OPENING);
  const end = html.indexOf("</script>", start);
  if (start < 0 || end < 0) return null;
  const from = start + OPENING.length;
  return { page: html.slice(0, from) + html.slice(end), payload: html.slice(from, end) };
}

const OPENING = '<script type="application/json" id="dossier">';

/** JSON that cannot end the element it stands in. */
const inScript = (json: string) => json.replaceAll("<", "\\u003c").replaceAll("\u2028", "\\u2028");

/** The page before and after its payload. */
function pageOf(answers: readonly Answer[], options: DossierOptions): readonly [string, string] {
  const { lang, fonts } = options;
  const { title, left, right, body } = sectionsOf(answers, options);
  const head = [
    el("title", {}, text(title)),
    el("style", {}, raw(dossierCss(fonts, { left, right, page: dossierWords(lang).page }))),
  ];
  const before = [
    "<!doctype html>",
    `<html lang="${lang === "zh" ? "zh-Hans" : "en"}">`,
    '<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">',
    '<meta name="color-scheme" content="light dark"><meta name="referrer" content="no-referrer">',
    ...head,
    OPENING,
  ];
  const after = ["</script>", "</head><body>", el("main", {}, ...body), "</body></html>", ""];
  return [before.join("\n"), after.join("\n")];
}

/** What a dossier says on any paper: its title, the running heads, and its sections in their order. */
export interface Sections {
  readonly title: string;
  readonly left: string;
  readonly right: string;
  readonly body: readonly Markup[];
}
export type About = Pick<Asked, "lang" | "subject" | "caseName" | "titles">;

/** The sections of a dossier. Throws `internal` without an answer. */
export function sectionsOf(answers: readonly Answer[], about: About): Sections {
  const { lang, subject } = about;
  const [first] = answers;
  if (!first) throw new Problem("internal", "a dossier of no answer", "Report this.");
  const words = dossierWords(lang);
  const notes = notesOf(answers);
  const name = subjectOf(notes, subject, lang);
  const shown = shownIn(
    answers.map((answer) => answer.blocks),
    notes,
  );
  const day = formatDate(first.asOf, lang);
  const links: Links = {
    notes: (because) => notes.of(because).map((n) => ({ n, href: `#s${n}` })),
    entity: (id) => (shown.includes(id) ? `#e${shown.indexOf(id) + 1}` : undefined),
    question: (id) => {
      const at = answers.findIndex((answer) => answer.question === id);
      return at < 0 ? undefined : `#answer-${at + 1}`;
    },
  };
  const body = [
    titleBlock(first, notes, about),
    el("section", { class: "summary" }, el("h2", {}, text(words.summary)), ...summary(answers, lang, links)),
    ...answers.map((answer, n) => answerSection(answer, n, about.titles[n], links)),
    namedSection(notes, shown, lang),
    sourcesSection(notes, lang),
    statementsSection(notes, lang),
    methodSection(answers, lang),
  ];
  const left = `${name} · ${words.kicker}`;
  return { title: `${left} · ${day}`, left, right: `${about.caseName} · ${day}`, body };
}

/** What the dossier is about: an entity by its name, a text by its title. */
function subjectOf({ entities, sources }: Notes, subject: string, lang: Lang): string {
  const text = sources.find(({ id }) => id === subject);
  return nameOf(entities[subject], lang, text?.title || subject);
}

/** Text of our own making that is not to be escaped. */
const raw = (trusted: string): Markup => trusted as Markup;

function titleBlock(first: Answer, notes: Notes, { lang, subject, caseName }: About): Markup {
  const words = dossierWords(lang);
  const entity = notes.entities[subject];
  const name = subjectOf(notes, subject, lang);
  const others = entity ? [entity.name, ...entity.names.map((one) => one.text)] : [];
  const shown = [...new Set(others)].filter((one) => one !== name);
  const known = first.knownAsOf === null ? "" : `, ${words.knownAsOf(formatDate(first.knownAsOf, lang))}`;
  const about: [string, string][] = [
    [words.asOf, `${formatDate(first.asOf, lang)}${known}`],
    [words.fromCase, caseName],
    [words.data, first.run.data],
  ];
  return el(
    "header",
    {},
    el("p", { class: "kicker" }, text(`Armslength · ${words.kicker}`)),
    el("h1", {}, text(name)),
    ...(shown.length > 0 ? [el("p", { class: "names" }, text(shown.join(" · ")))] : []),
    el(
      "dl",
      { class: "about" },
      join(about.map(([key, value]) => join([el("dt", {}, text(key)), el("dd", {}, text(value))]))),
    ),
  );
}

const summary = (answers: readonly Answer[], lang: Lang, links: Links): Markup[] =>
  answers
    .flatMap((answer) => answer.blocks)
    .filter((block) => block.kind === "headline")
    .map((block) => raw(blockHtml(block, lang, links)).replace('<p class="headline">', "<p>") as Markup);

const answerSection = (answer: Answer, n: number, title = answer.question, links: Links): Markup =>
  el(
    "section",
    { class: "answer", id: `answer-${n + 1}` },
    el("h2", {}, text(title)),
    ...withoutLoneHeadline(answer).map((block) => raw(blockHtml(block, answer.lang, links))),
    raw(keyHtml(answer.blocks, answer.lang)),
  );

/** An answer of one sentence stands in the summary and need not say it twice. */
function withoutLoneHeadline({ blocks }: Answer): readonly Block[] {
  const headlines = blocks.filter((block) => block.kind === "headline");
  return headlines.length === 1 ? blocks.filter((block) => block.kind !== "headline") : blocks;
}

/** Ids of the entities the blocks show, in the order a reader meets them. */
function shownIn(value: unknown, notes: Notes): readonly string[] {
  const ids = new Set<string>();
  const walk = (each: unknown): void => {
    if (Array.isArray(each)) each.forEach(walk);
    else if (each !== null && typeof each === "object") {
      for (const [key, inner] of Object.entries(each)) {
        if (key === "entity" && typeof inner === "string") ids.add(inner);
        else walk(inner);
      }
    }
  };
  walk(value);
  return [...ids].filter((id) => id in notes.entities);
}
