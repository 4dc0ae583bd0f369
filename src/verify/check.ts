import type { Answer } from "../ask/answer.ts";
import type { Question } from "../ask/question.ts";
import { partsOf } from "../dossier/dossier.ts";
import { digestsOf, type Payload, sealOf, sha256, still } from "../dossier/payload.ts";
import { PAPERS } from "../dossier/pdf/paper.ts";
import { Problem } from "../errors.ts";
import { type Again, againOf, askedAgain, statedIn } from "./again.ts";
import {
  type Differing,
  digestsAgainst,
  figuresAgainst,
  foundIn,
  pagesAgainst,
  type Wrong,
} from "./compare.ts";
import { htmlOf } from "./make.ts";
import { isPdf, type Opened, opened, readable } from "./read.ts";
import { type Bytes, bytesOf, type GivenFile } from "./source-bytes.ts";
import { titlesFor } from "./titles.ts";

/** What was found of a dossier. `holds` is true where nothing at all is wrong with it. */
export interface Report {
  readonly holds: boolean;
  /** Nothing is wrong with it, but that answers follow rules which are not those of this program: these are not known to hold. */
  readonly elsewhere: boolean;
  /** Digest of the file: whoever has it from elsewhere knows that this is that dossier. */
  readonly sha256: string;
  /** The program that wrote it; only the same version prints the same page. */
  readonly version: string;
  /** Whether what it carries is as it was sealed. */
  readonly sealed: boolean;
  readonly carried: {
    readonly statements: number;
    readonly entities: number;
    readonly sources: number;
    /** By kind of thing, the ids that are not as they were listed. */
    readonly differing: Readonly<Record<"statements" | "entities" | "sources", Differing>>;
  };
  readonly figures: { readonly checked: number; readonly wrong: readonly Wrong[] };
  /** Each answer asked again. */
  readonly answers: readonly Again[];
  readonly page: {
    /**
     * How the page was held against its answers: printed again; by its digest alone, where another
     * version wrote it; not at all, where that wrote a PDF: then it is not known to be the same.
     */
    readonly by: "printing" | "digest" | "nothing";
    readonly same: boolean;
    readonly differs: readonly { readonly says: string; readonly gives: string }[];
  };
  /** Of each source with a digest, whether the bytes given are those. */
  readonly bytes: readonly Bytes[];
}

export interface Checking {
  readonly questions: readonly Question[];
  /** Of this program. */
  readonly version: string;
  /** Files to hold against the digests of the sources. */
  readonly files?: readonly GivenFile[];
}

/** Whether what a dossier carries, and the page around it, have the digests it names: seen without computing anything. */
export const isSealed = ({ payload, page }: Opened): boolean =>
  sealOf(payload) === payload.seal && (page === null || sha256(page) === payload.page);

/**
 * Checks a dossier that is to be worked with, and returns what it carries. One of this version must hold. One of another
 * must be as it was sealed, and find what its statements give: where a question was not revised since, its answers come
 * back in the words of this version. Throws `does-not-hold`, and what `checked` throws.
 */
export async function sound(bytes: Uint8Array, name: string, checking: Checking): Promise<Payload> {
  const { holds, version } = await checked(bytes, name, checking);
  const file = opened(bytes, name);
  const payload =
    version === checking.version
      ? holds && file.payload
      : isSealed(file) && (await inOurWords(file, checking, name));
  if (payload) return payload;
  throw new Problem(
    "does-not-hold",
    `${name} does not hold: what is in it is not what its makers sealed, or not what its statements give`,
    `\`armslength verify ${name}\` says what is wrong with it.`,
  );
}

/** A payload with its answers asked again; those to a question revised since as they are stated. Null where they find something else. */
async function inOurWords({ payload }: Opened, checking: Checking, name: string): Promise<Payload | null> {
  const again = await askedAgain(checking.questions, payload);
  if (!allAsked(again)) return null;
  const pairs = statedIn(payload).map((stated, n) => {
    const other = again[n] as Answer;
    return { stated, other, revised: stated.revision !== other.revision };
  });
  const told = (answer: Answer) =>
    foundIn({ ...answer, gaps: answer.gaps.map((gap) => ({ ...gap, what: "", why: "" })) });
  const same = readable(name, () =>
    pairs.every(({ stated, other, revised }) => revised || told(stated) === told(other)),
  );
  if (!same) return null;
  const answers = pairs.map(({ stated, other, revised }) => (revised ? stated : still(other)));
  return { ...payload, answers: answers as unknown as Payload["answers"] };
}

/** Checks a dossier against nothing but itself. Throws `not-a-dossier`. */
export async function checked(bytes: Uint8Array, name: string, checking: Checking): Promise<Report> {
  const { payload, page } = opened(bytes, name);
  const { carried, digests } = payload;
  const now = digestsOf(carried);
  const again = await askedAgain(checking.questions, payload);
  const answers = againOf(checking.questions, payload, again);
  const figures = readable(name, () =>
    statedIn(payload).map((answer, n) => {
      const other = again[n] as Answer | string;
      return typeof other === "string" ? NONE : figuresAgainst(answer, other);
    }),
  );
  const report = {
    sha256: sha256(bytes),
    version: payload.version,
    sealed: sealOf(payload) === payload.seal,
    carried: {
      statements: Object.keys(now.statements).length,
      entities: carried.entities.length,
      sources: carried.sources.length,
      differing: {
        statements: digestsAgainst(digests.statements, now.statements),
        entities: digestsAgainst(digests.entities, now.entities),
        sources: digestsAgainst(digests.sources, now.sources),
      },
    },
    figures: {
      checked: figures.reduce((sum, one) => sum + one.checked, 0),
      wrong: figures.flatMap(({ wrong }) => wrong),
    },
    answers,
    page: await pageOf(
      checking,
      { payload, page },
      answers.some((a) => a.elsewhere) ? null : again,
      bytes,
      name,
    ),
    bytes: bytesOf(carried.sources, checking.files ?? []),
  };
  const whole = holds(report);
  const known = withoutElsewhere(report);
  return { holds: whole, elsewhere: !whole && holds(known), ...report };
}

/** The same without the answers that follow other rules, and their figures. */
function withoutElsewhere<R extends Pick<Report, "answers" | "figures">>(report: R): R {
  const others = new Set(report.answers.filter((a) => a.elsewhere).map((a) => a.question));
  const wrong = report.figures.wrong.filter(({ question }) => !others.has(question));
  const answers = report.answers.filter(({ question }) => !others.has(question));
  return { ...report, answers, figures: { ...report.figures, wrong } };
}

const allAsked = (again: readonly (Answer | string)[] | null): again is readonly Answer[] =>
  again?.every((one) => typeof one !== "string") ?? false;

const NONE = { checked: 0, wrong: [] };

/** The page printed again from the answers as they are computed now; of another version's page, or where they are not to be had, its digest. */
async function pageOf(
  { questions, version }: Checking,
  { payload, page }: Opened,
  again: readonly (Answer | string)[] | null,
  bytes: Uint8Array,
  name: string,
): Promise<Report["page"]> {
  if (payload.version !== version || !allAsked(again)) {
    if (page === null) return { by: "nothing", same: false, differs: [] };
    return { by: "digest", same: sha256(page) === payload.page, differs: [] };
  }
  const titles = readable(name, () => titlesFor(questions, again, payload.subject));
  const made = { answers: again, asked: { ...payload, titles } };
  if (isPdf(bytes)) {
    const { pdfOf } = await import("./make-pdf.ts");
    const same = readable(name, () => PAPERS.some((paper) => Buffer.from(pdfOf(made, paper)).equals(bytes)));
    return { by: "printing", same, differs: [] };
  }
  const printed = readable(name, () => htmlOf(made));
  const differs = pagesAgainst(page ?? "", partsOf(printed)?.page ?? "").slice(0, MOST_SHOWN);
  return { by: "printing", same: Buffer.from(printed).equals(bytes), differs };
}

const MOST_SHOWN = 20;

function holds({
  sealed,
  carried,
  figures,
  answers,
  page,
  bytes,
}: Omit<Report, "holds" | "elsewhere">): boolean {
  const asListed = Object.values(carried.differing).every(
    ({ changed, missing, added }) => changed.length + missing.length + added.length === 0,
  );
  return (
    sealed &&
    asListed &&
    figures.wrong.length === 0 &&
    answers.every(({ same }) => same) &&
    page.same &&
    bytes.every(({ state }) => state !== "changed")
  );
}
