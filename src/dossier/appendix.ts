import type { Answer, Lang } from "../ask/answer.ts";
import { formatDate } from "../ask/say/date.ts";
import { kindCalled } from "../ask/say/entity-kinds.ts";
import { nameOf } from "../ask/say/name.ts";
import { denialsSay } from "../draw/denied.ts";
import { el, join, type Markup, text } from "../draw/element.ts";
import { plain } from "../draw/sentence.ts";
import { citation, safeUrl, statementDates, statementSays } from "../draw/statement.ts";
import type { Source } from "../model/source.ts";
import type { Notes } from "./notes.ts";
import { type DossierWords, dossierWords } from "./words.ts";

/** The numbered list of sources: each as a reader cites it, its address spelled out, with what it repeats and its digest. */
export function sourcesSection(notes: Notes, lang: Lang): Markup {
  const words = dossierWords(lang);
  const items = notes.sources.map((source, index) =>
    el(
      "li",
      { id: `s${index + 1}` },
      el("span", { class: "n" }, text(`${index + 1}`)),
      el("div", {}, el("p", {}, ...cited(source, lang)), ...more(source, notes, words, lang)),
    ),
  );
  return el(
    "section",
    { class: "sources-section" },
    el("h2", { id: "sources" }, text(words.sources)),
    el("p", { class: "lead" }, text(words.sourcesLead)),
    el("ol", { class: "sources" }, ...items),
  );
}

/** The citation with its address as a link, and the address still to read. */
function cited(source: Source, lang: Lang): Markup[] {
  const whole = citation(source, "", lang);
  const url = safeUrl(source.url);
  const at = url === undefined ? -1 : whole.indexOf(url);
  if (url === undefined || at < 0) return [text(whole)];
  const link = el("a", { href: url, rel: "noopener noreferrer" }, text(url));
  return [text(whole.slice(0, at)), link, text(whole.slice(at + url.length))];
}

function more(source: Source, notes: Notes, words: DossierWords, lang: Lang): Markup[] {
  const parts: string[] = [];
  for (const id of source.derivedFrom.split("|").filter((one) => one !== "")) {
    parts.push(`${words.repeats} ${notes.numberOf(id) ?? id}`);
  }
  const side = source.interested;
  if (side !== "") parts.push(`${words.interested} ${nameOf(notes.entities[side], lang, side)}`);
  if (source.archivedUrl !== "") parts.push(`${words.archived} ${source.archivedUrl}`);
  if (source.licence !== "") parts.push(`${words.licence} ${source.licence}`);
  if (source.sha256 !== "") parts.push(`${words.bytes}: ${source.sha256}`);
  return parts.length === 0 ? [] : [el("p", { class: "more" }, text(parts.join(" · ")))];
}

/** Every statement the answers rest on, by id, with its source's number and the place in it. */
export function statementsSection(notes: Notes, lang: Lang): Markup {
  const words = dossierWords(lang);
  const rows = Object.values(notes.statements).map((statement) => {
    const n = notes.numberOf(statement.source);
    const { on = "", why = "" } = statement.withdrawn ?? {};
    const gone = [words.status[statement.status], formatDate(on, lang), why].filter(Boolean).join(", ");
    const said = plain(statementSays(statement, notes.entities, lang, notes.statements));
    const quote = statement.quote === "" ? [] : [el("blockquote", {}, text(statement.quote))];
    const denied = denialsSay(statement, notes.statements, notes.entities, lang).map((says) =>
      el("p", { class: "denied" }, text(plain(says))),
    );
    const state = gone === "" ? [] : [el("em", { class: "gone" }, text(` (${gone})`))];
    return el(
      "tr",
      {},
      el("th", { scope: "row" }, text(said), ...state, ...quote, ...denied),
      el("td", {}, text(statementDates(statement, lang))),
      el("td", {}, n === undefined ? text("") : el("a", { href: `#s${n}` }, text(`[${n}]`))),
      el("td", { class: "id" }, text(statement.locator), el("div", { class: "gone" }, text(statement.id))),
    );
  });
  const heads = [words.says, words.when, words.source, words.place];
  return el(
    "section",
    { class: "statements" },
    el("h2", { id: "statements" }, text(words.statements)),
    el("p", { class: "lead" }, text(words.statementsLead)),
    tableOf(heads, rows),
  );
}

/** Everyone and everything the answers show by name. */
export function namedSection(notes: Notes, shown: readonly string[], lang: Lang): Markup {
  const words = dossierWords(lang);
  const rows = shown.flatMap((id, index) => {
    const entity = notes.entities[id];
    if (!entity) return [];
    const name = nameOf(entity, lang);
    const others = [entity.name, ...entity.names.map((one) => one.text)].filter((one) => one !== name);
    const known = entity.identifiers.map(({ scheme, value }) => `${scheme}:${value}`);
    return el(
      "tr",
      { id: `e${index + 1}` },
      el("th", { scope: "row" }, text(name)),
      el("td", {}, text([...new Set(others)].join(" · "))),
      el("td", {}, text([kindCalled(entity.kind, lang), entity.jurisdiction].filter(Boolean).join(", "))),
      el("td", { class: "id" }, text([entity.id, ...known].join(" · "))),
    );
  });
  return el(
    "section",
    { class: "named" },
    el("h2", { id: "named" }, text(words.named)),
    tableOf([words.name, words.otherNames, words.kind, words.id], rows),
  );
}

const tableOf = (heads: readonly string[], rows: readonly Markup[]): Markup =>
  el(
    "table",
    {},
    el("thead", {}, el("tr", {}, ...heads.map((head) => el("th", { scope: "col" }, text(head))))),
    el("tbody", {}, ...rows),
  );

/** How the answers came about: the questions and their revisions, the program, the digest of the data. */
export function methodSection(answers: readonly Answer[], lang: Lang): Markup {
  const words = dossierWords(lang);
  const rows: [string, string][] = answers.flatMap(({ question, revision, run }, index) => {
    const asked: [string, string] = [words.question, `${question}, ${words.revision} ${revision}`];
    const about: [string, string][] = [
      [words.program, `armslength ${run.version}`],
      [words.engine, run.engine],
      [words.data, run.data],
    ];
    return index === answers.length - 1 ? [asked, ...about] : [asked];
  });
  return el(
    "section",
    { class: "method" },
    el("h2", { id: "method" }, text(words.method)),
    ...words.methodText.map((each) => el("p", {}, text(each))),
    el(
      "dl",
      { class: "about" },
      join(rows.map(([key, value]) => join([el("dt", {}, text(key)), el("dd", {}, text(value))]))),
    ),
  );
}
