import type { Lang } from "../ask/answer.ts";
import type { Became } from "./against.ts";
import type { Report } from "./check.ts";
import type { CaseReport } from "./check-case.ts";
import type { Differing } from "./compare.ts";
import { valueSays } from "./value-says.ts";
import { type VerifyWords, verifyWords } from "./words.ts";

/** A report in sentences, the verdict first; each thing that is wrong stands on a line of its own. */
export function reportSays(report: Report, lang: Lang, became: readonly Became[] | null = null): string[] {
  const w = verifyWords(lang);
  const { carried, figures, answers, page, bytes } = report;
  const { statements, entities, sources } = carried;
  return [
    report.holds ? w.holds : report.elsewhere ? w.elsewhere : w.fails,
    w.carries(statements, entities, sources),
    ...(report.sealed ? [] : [w.unsealed]),
    ...Object.entries(carried.differing).flatMap(([kind, differing]) =>
      differs(w, kind as keyof typeof carried.differing, differing),
    ),
    w.figures(figures.checked - figures.wrong.filter(({ says }) => says !== null).length, figures.checked),
    ...figures.wrong.map(({ question, where, says, gives }) =>
      w.wrong(question, where, valueSays(says, lang), valueSays(gives, lang)),
    ),
    ...answers.map(({ question, asked, same, why }) => {
      if (same) return w.same(question);
      return asked ? w.other(question, why) : w.unasked(question, why);
    }),
    pageSays(w, report),
    ...page.differs.map(({ says, gives }) => w.page(says, gives)),
    ...bytesSay(w, bytes),
    ...(became === null ? [] : [w.since(became.length)]),
    ...(became ?? []).map(({ statement, what, on, why }) => w.became(statement, what, on, why)),
    w.fingerprint(report.sha256),
  ];
}

function pageSays(w: VerifyWords, { page, version }: Report): string {
  if (page.by === "printing") return w.printed(page.same);
  return page.by === "digest" ? w.digested(page.same, version) : w.unprinted(version);
}

function differs(
  w: VerifyWords,
  kind: "statements" | "entities" | "sources",
  differing: Differing,
): string[] {
  const { changed, missing, added } = differing;
  return [
    ...changed.map((id) => w.changed(w.kinds[kind], id)),
    ...missing.map((id) => w.missing(w.kinds[kind], id)),
    ...added.map((id) => w.added(w.kinds[kind], id)),
  ];
}

function bytesSay(w: VerifyWords, bytes: Report["bytes"]): string[] {
  const of = (state: Report["bytes"][number]["state"]) => bytes.filter((one) => one.state === state);
  if (bytes.length === 0) return [w.noBytes];
  return [
    w.bytes(of("same").length, of("not given").length),
    ...of("changed").map(({ source, file }) => w.bytesChanged(source, file)),
  ];
}

/** The same of a case file. */
export function caseSays({ holds, data, log, statements }: CaseReport, lang: Lang): string[] {
  const w = verifyWords(lang);
  return [
    holds ? w.caseHolds : w.caseFails,
    log.broken === null ? w.chain(log.lines) : w.chainBroken(log.broken.k, log.broken.why),
    ...(log.current ? [] : [w.behind]),
    ...(statements === null
      ? [w.tooMany]
      : [w.derived(statements.checked, statements.wrong.length), ...statements.wrong.map(w.underived)]),
    w.data(data),
  ];
}
