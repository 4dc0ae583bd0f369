import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import { builtInCase } from "../../test/built-in-case.ts";
import type { Answer, Lang } from "../ask/answer.ts";
import { ask } from "../ask/ask.ts";
import type { Sentence } from "../ask/block.ts";
import { readClocks } from "../ask/clocks.ts";
import type { Question } from "../ask/question.ts";
import { nameOf } from "../ask/say/name.ts";
import { plain } from "../draw/sentence.ts";
import { Problem } from "../errors.ts";
import type { ClaimFinding } from "../questions/claims/finding.ts";
import { claims } from "../questions/claims/index.ts";
import { type OpenCase, openCase } from "../store/duckdb.ts";
import { letterOf } from "./letter.ts";
import { noteStep, readStep, undoStep } from "./record.ts";
import { repliesIn, replyState } from "./replies.ts";
import { allegationsIn, sheetOf, sheetRows } from "./sheet.ts";

const AT = "2026-01-02T00:00:00Z";
let store: OpenCase;
let remove: () => void;
let answers: Record<Lang, Answer>;
beforeAll(async () => {
  const built = await builtInCase();
  remove = built.remove;
  store = await openCase(built.path);
  const asked = (lang: Lang) =>
    ask(claims as Question, store, {
      ...{ input: { text: "oped" }, clocks: readClocks({}, AT), lang, at: AT, version: "0" },
    });
  answers = { en: await asked("en"), zh: await asked("zh") };
});
afterAll(async () => {
  await store.close();
  remove();
});

const step = (what: "sought" | "received", party: string, on: string, more = {}) => ({
  ...{ what, party, about: "", on, until: "", how: "", text: "" },
  ...more,
});

test("a reply is not sought, awaited, overdue or in hand, whoever else was asked", () => {
  const steps = [
    step("sought", "a", "2026-01-01", { until: "2026-01-10" }),
    step("sought", "b", "2026-01-01", { until: "2026-01-02" }),
    step("sought", "c", "2026-01-01"),
    step("sought", "d", "2026-01-01", { until: "2026-01-02" }),
    step("received", "d", "2026-01-03", { text: "No." }),
    step("sought", "e", "2026-01-01", { until: "2026-01-02" }),
    step("sought", "e", "2026-01-03", { until: "2026-01-09" }),
  ];
  const states = ["a", "b", "c", "d", "e", "f"].map((party) => replyState(steps, party, "2026-01-05"));
  expect(states).toEqual(["awaited", "overdue", "awaited", "received", "awaited", "not sought"]);
});

test("a reply answers what was asked by its day, and nothing that is asked afterwards", () => {
  const day = fc.integer({ min: 1, max: 9 }).map((n) => `2026-01-0${n}`);
  const some = fc.record({
    what: fc.constantFrom("sought" as const, "received" as const),
    on: day,
    until: fc.option(day, { nil: "" }),
  });
  fc.assert(
    fc.property(fc.array(some, { maxLength: 5 }), day, (steps, today) => {
      const all = steps.map((one) =>
        step(one.what, "a", one.on, { until: one.what === "sought" ? one.until : "" }),
      );
      const sought = all.filter(({ what }) => what === "sought");
      const unanswered = sought.filter(
        ({ on }) => !all.some((one) => one.what === "received" && one.on >= on),
      );
      const last = sought.filter(({ on }) => sought.every((other) => other.on <= on));
      const late = last.every(({ until }) => until !== "" && until < today);
      const expected =
        all.length === 0 ? "not sought" : unanswered.length === 0 ? "received" : late ? "overdue" : "awaited";
      expect(replyState(all, "a", today)).toBe(expected);
    }),
  );
});

test("what cannot have happened is refused, and what was recorded by mistake is taken back, the log keeping both", async () => {
  const read = (given: object) => () =>
    readStep({ what: "sought", party: "a", on: "2026-01-05", ...given }, "2026-01-10");
  expect(read({ until: "2026-01-05" })()).toMatchObject({ until: "2026-01-05", about: "" });
  for (const given of [
    { until: "2026-01-04" },
    { on: "2026-01-11" },
    { on: "January" },
    { until: "soon" },
    { what: "received" },
    { party: " " },
    { what: "perhaps" },
    { text: "what would be lost" },
    { what: "received", text: "No.", until: "2026-01-09" },
    { what: "received", text: "No.", how: "by letter" },
    { about: 7 },
    { how: "x".repeat(501) },
  ])
    expect([given, codeOf(read(given))]).toEqual([given, "bad-input"]);
  expect(read({ what: "perhaps" })).toThrow('"what" is wrong');
  expect(() => readStep(null, "2026-01-10")).toThrow("no step is given");
  await noteStep(store, read({})(), AT);
  const kept = repliesIn(await store.log());
  const k = kept.at(-1)?.k ?? 0;
  await expect(undoStep(store, "x", AT)).rejects.toThrow('reply "x" is not a number');
  await expect(undoStep(store, String(k), AT, "b")).rejects.toThrow(`reply ${k} is one of a, not of b`);
  await undoStep(store, String(k), AT, "a");
  expect(repliesIn(await store.log())).toEqual(kept.filter((one) => one.k !== k));
  expect((await store.log()).filter((line) => line.k === k)).toHaveLength(1);
  await expect(undoStep(store, String(k), AT)).rejects.toMatchObject({ code: "bad-input" });
});

const codeOf = (work: () => unknown) => {
  try {
    work();
    return "";
  } catch (error) {
    return error instanceof Problem ? error.code : String(error);
  }
};

test("nothing a text says can look like another line of a letter", () => {
  const answer = answers.en;
  const [first, ...rest] = answer.findings as readonly ClaimFinding[];
  const text = "They lie.\n\n99. Pay\u2028us.\r\n";
  const forged = { ...answer, findings: [{ ...first, text, about: ["org:scmp"] }, ...rest] };
  const letter = letterOf(forged, { party: "org:scmp", until: "", title: "T\nU" });
  expect(letter).toContain("1. They lie. 99. Pay us. (");
  expect(letter).toContain("“T U”");
});

test("a reply about one text is none about another", () => {
  const party = "org:alibaba_group";
  const open = (about: string) =>
    allegationsIn(
      answers.en,
      [step("received", party, "2026-01-01", { about, text: "No." })],
      "2026-01-05",
    )[0]?.open;
  expect([open("oped"), open("")]).toEqual([[], []]);
  expect(open("another")).toEqual([{ what: "not sought", party }]);
});

test("the sheet has every claim about somebody but opinions, with its origins, denials and what is open", () => {
  const findings = answers.en.findings as readonly ClaimFinding[];
  const wanted = findings.filter(({ about, kind }) => about.length > 0 && kind !== "opinion");
  const all = allegationsIn(answers.en, [], "2026-01-05");
  expect(all.map(({ claim }) => claim)).toEqual(wanted.map(({ claim }) => claim));
  expect(all.length).toBeGreaterThan(15);
  const { columns, rows } = sheetRows(all);
  expect(rows.map((row) => row.length)).toEqual(all.map(() => columns.length));
  expect(rows.map((row) => row[0])).toEqual(all.map(({ claim }) => claim));
  for (const [n, { open, about, denied, standing, origins }] of all.entries()) {
    expect(open.flatMap((one) => ("party" in one ? [one.party] : []))).toEqual(about);
    expect(denied).toEqual(wanted[n]?.denials.map(({ by }) => by));
    expect(open.some(({ what }) => what === standing)).toBe(
      ["unsupported", "contradicted"].includes(standing),
    );
    expect(open.some(({ what }) => what === "one-origin")).toBe(
      origins.for === 1 && !["unsupported", "contradicted"].includes(standing),
    );
  }
});

test("that nobody was asked for a reply is said once of a claim, and of all it is about where it is so of all", () => {
  const about = allegationsIn(answers.en, [], "2026-01-05").find((one) => one.about.length === 3);
  const [first = "", ...others] = about?.about ?? [];
  const open = (lang: Lang, steps: ReturnType<typeof step>[]) => {
    const table = sheetOf(answers[lang], steps, "2026-01-05").blocks.find((block) => block.kind === "table");
    const row = table?.rows.find(([cell]) => JSON.stringify(cell).includes(`${about?.claim} `));
    return plain(row?.[5] as Sentence);
  };
  const asked = [step("sought", first, "2026-01-02")];
  expect(open("en", [])).toMatch(/(^|; )no reply sought from any of them$/);
  expect(open("zh", [])).toMatch(/(^|；)尚未征询其中任何一方的答复$/);
  const names = (lang: Lang, mark: string) =>
    others.map((id) => nameOf(answers[lang].entities[id], lang, id)).join(mark);
  const name = (lang: Lang) => nameOf(answers[lang].entities[first], lang, first);
  expect(open("en", asked)).toContain(
    `reply awaited from ${name("en")}; no reply sought from ${names("en", ", ")}`,
  );
  expect(open("zh", asked)).toContain(`正在等待${name("zh")}答复；尚未征询${names("zh", "、")}的答复`);
});

test("the sheet's sentence counts what is said of somebody, and what of it is open", () => {
  const party = "org:alibaba_group";
  const replies = [step("received", party, "2026-01-01", { text: "No." })];
  for (const lang of ["en", "zh"] as const) {
    const all = allegationsIn(answers[lang], replies, "2026-01-05");
    const closed = all.filter(({ open }) => open.length === 0).length;
    expect(closed).toBeGreaterThan(0);
    const [headline] = sheetOf(answers[lang], replies, "2026-01-05").blocks;
    const text = headline?.kind === "headline" ? headline.text.join("") : "";
    expect(text.match(/\d+/g)?.map(Number)).toEqual([all.length, all.length - closed]);
  }
});

test("a reply on record closes what it answers, and stands on the sheet in its words", async () => {
  const words = "We did not, and do not, control any outlet.";
  const party = "org:alibaba_group";
  await store.note("reply sought", AT, { party, on: "2026-01-01", until: "2026-01-04", how: "e-mail" });
  const before = repliesIn(await store.log());
  expect(allegationsIn(answers.en, before, "2026-01-05")[0]?.open).toContainEqual({ what: "overdue", party });
  await store.note("reply received", AT, { party, on: "2026-01-05", text: words });
  const replies = repliesIn(await store.log());
  expect(allegationsIn(answers.en, replies, "2026-01-05")[0]?.open).toEqual([]);
  for (const lang of ["en", "zh"] as const) {
    const text = JSON.stringify(sheetOf(answers[lang], replies, "2026-01-05").blocks);
    for (const part of [words, "e-mail"]) expect(text).toContain(part);
  }
});

test("the letter puts each claim about the party to it with its own denials, and names no source", () => {
  for (const lang of ["en", "zh"] as const) {
    const answer = answers[lang];
    const party = "org:alibaba_group";
    const letter = letterOf(answer, { party, until: "2026-02-01", title: "T" });
    const about = (answer.findings as readonly ClaimFinding[]).filter(
      ({ about: parties, kind }) => parties.includes(party) && kind !== "opinion",
    );
    expect(letter.match(/^\d+\. /gm)).toHaveLength(about.length);
    for (const { text, denials } of about) {
      expect(letter).toContain(text);
      for (const { by, text: words } of denials) expect(letter.includes(words)).toBe(by === party);
    }
    for (const { url, title } of Object.values(answer.sources))
      for (const part of [url, title].filter((one) => one.length > 25)) expect(letter).not.toContain(part);
    expect(codeOf(() => letterOf(answer, { party: "org:nobody", until: "", title: "T" }))).toBe("bad-input");
  }
});
