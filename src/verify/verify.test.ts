import { afterAll, beforeAll, expect, test } from "vitest";
import { builtInCase } from "../../test/built-in-case.ts";
import type { Answer } from "../ask/answer.ts";
import { readClocks } from "../ask/clocks.ts";
import { figuresOf } from "../ask/figures-of.ts";
import type { Question } from "../ask/question.ts";
import { partsOf } from "../dossier/dossier.ts";
import type { Payload } from "../dossier/payload.ts";
import { Problem } from "../errors.ts";
import { digestsOf } from "../laws/digests.ts";
import { LAWS } from "../laws/index.ts";
import { control } from "../questions/control/index.ts";
import { QUESTIONS } from "../questions/index.ts";
import { type OpenCase, openCase } from "../store/duckdb.ts";
import { checked, isSealed, sound } from "./check.ts";
import { leavingWith } from "./leaving.ts";
import { htmlOf, madeOf } from "./make.ts";
import { pdfOf } from "./make-pdf.ts";
import { opened } from "./read.ts";
import { reportSays } from "./says.ts";
import { dice, forged, resealed, spoil, tampered } from "./tamper.oracle.ts";
import { verifyWords } from "./words.ts";

const AT = "2026-01-02T03:04:05Z";
const version = "0.1.0";
let store: OpenCase;
let remove: () => void;
const made: string[] = [];
beforeAll(async () => {
  const built = await builtInCase();
  remove = built.remove;
  store = await openCase(built.path, { readOnly: true });
  for (const name of ["Sina", "Tencent", "Boyu Capital"]) made.push(await html(name));
});
afterAll(async () => {
  await store.close();
  remove();
});

const html = async (name: string, day = "2021-03-31", lang: "en" | "zh" = "en", known?: string) => {
  const clocks = readClocks({ "as-of": day, known }, AT);
  return htmlOf(
    await madeOf(store, QUESTIONS, name, { clocks, lang, at: AT, version, caseName: "case", options: {} }),
  );
};
const check = (text: string) => checked(Buffer.from(text), "dossier.html", { questions: QUESTIONS, version });
/** False also of what is refused as no dossier; any other fault is the program's, and no finding. */
const notRefused = (error: unknown): false => {
  if (error instanceof Problem && error.code === "not-a-dossier") return false;
  throw error;
};
const sealed = (text: string) => {
  try {
    return isSealed(opened(Buffer.from(text), "dossier.html"));
  } catch (error) {
    return notRefused(error);
  }
};

test("a hundred honest dossiers hold, of persons, companies and outlets, on any day, in both languages", async () => {
  const entities = await store.rows<{ id: string }>(
    "SELECT id FROM entity_now WHERE NOT placeholder ORDER BY md5(id) LIMIT 100",
  );
  const [roll, seen] = [dice(1), [] as number[]];
  for (const [n, { id }] of entities.entries()) {
    const day = `${2012 + roll(12)}-${String(1 + roll(12)).padStart(2, "0")}-15`;
    const text = await html(id, day, n % 2 === 0 ? "en" : "zh", n % 5 === 0 ? "2021-06-30" : undefined);
    const { holds, figures } = await check(text);
    expect([id, day, holds]).toEqual([id, day, true]);
    seen.push(figures.checked);
  }
  expect([seen.length, seen.some((figures) => figures > 50)]).toEqual([100, true]);
}, 600_000);

test("a thousand seeded tamperings are found: values, ranges, dates, statements, sources, order, page", async () => {
  const [roll, by] = [dice(2021), new Map<string, number>()];
  for (let n = 0; n < 1000; n++) {
    const { how, html: text } = tampered(made[n % made.length] ?? "", roll);
    by.set(how, (by.get(how) ?? 0) + 1);
    expect([n, how, sealed(text)]).toEqual([n, how, false]);
    if (n % 40 === 0) expect([n, how, await holds(text)]).toEqual([n, how, false]);
  }
  expect(
    [...by.values()].every((times) => times > 40),
    JSON.stringify([...by]),
  ).toBe(true);
}, 180_000);

test("and those of a forger who makes the digests anew", async () => {
  const print = (payload: Payload) =>
    htmlOf({ answers: payload.answers as unknown as Answer[], asked: payload });
  const roll = dice(4);
  for (let n = 0; n < 40; n++) {
    const { how, html: text } = forged(made[n % made.length] ?? "", roll, print);
    expect([n, how, sealed(text)]).toEqual([n, how, true]);
    expect([n, how, await holds(text)]).toEqual([n, how, false]);
  }
}, 180_000);

const holds = async (text: string) => {
  try {
    return (await check(text)).holds;
  } catch (error) {
    return notRefused(error);
  }
};

test("whatever somebody makes of what it carries is refused or found, and never a fault of the program", async () => {
  const [text = ""] = made;
  const whole = partsOf(text)?.payload ?? "";
  const roll = dice(11);
  let refused = 0;
  for (let n = 0; n < 150; n++) {
    const payload: unknown = JSON.parse(whole);
    const how = spoil(payload, roll);
    const spoiled = text.replace(whole, () => JSON.stringify(payload));
    const found = (await check(spoiled).catch(notRefused)) || null;
    if (found === null) refused++;
    expect([n, how, found?.holds ?? false]).toEqual([n, how, false]);
  }
  expect(refused).toBeGreaterThan(10);
  expect(refused).toBeLessThan(140);
}, 180_000);

test("what is wrong is named: the statement, the figure, the place on the page", async () => {
  const text = await html("Ant Group");
  const { payload } = opened(Buffer.from(text), "x");
  const rows = payload.carried.events.flatMap((one) => (one.what === "imported" ? one.statements : []));
  let wrong = 0;
  for (const { id = "", share_text: share = "" } of rows.filter((row) => row.share_text).slice(0, 12)) {
    const cell = new RegExp(`("id":"${id}"[^{}]*"share_text":)"${share}"`);
    const report = await check(text.replace(cell, (_, before) => `${before}"77.7"`));
    expect(report.carried.differing.statements.changed).toEqual([id]);
    wrong += report.figures.wrong.length;
  }
  expect(wrong).toBeGreaterThan(0);
  const spoiled = await check(text.replace("Ant Group</h1>", "Aunt Group</h1>"));
  expect(spoiled.page.differs).toEqual([{ says: "Aunt Group", gives: "Ant Group" }]);
});

test("a PDF holds, and not with any byte of it changed; one of another version is not known to", async () => {
  const clocks = readClocks({ "as-of": "2021-03-31" }, AT);
  const asking = { clocks, lang: "zh" as const, at: AT, version, caseName: "case", options: {} };
  const bytes = pdfOf(await madeOf(store, QUESTIONS, "Sina", asking), "a4");
  const report = (some: Uint8Array, by = version) =>
    checked(some, "dossier.pdf", { questions: QUESTIONS, version: by }).catch((error) => ({
      holds: notRefused(error),
    }));
  expect((await report(bytes)).holds).toBe(true);
  expect(await report(bytes, "0.0.9")).toMatchObject({
    holds: false,
    page: { by: "nothing" },
    figures: { wrong: [] },
  });
  const roll = dice(7);
  for (let n = 0; n < 12; n++) {
    const hurt = Uint8Array.from(bytes);
    const at = roll(hurt.length);
    hurt[at] = ((hurt[at] ?? 0) + 1 + roll(254)) % 256;
    expect([n, at, (await report(hurt)).holds]).toEqual([n, at, false]);
  }
}, 120_000);

test("answers by rules this program does not have, or has with another text, are told from forged ones", async () => {
  const clocks = readClocks({ "as-of": "2021-03-31" }, AT);
  const asking = { clocks, lang: "en" as const, at: AT, version, caseName: "case" };
  const asked = { ...asking, options: { law: "us-ofac-50" } };
  const text = htmlOf(await madeOf(store, QUESTIONS, "Sina", asked));
  const having = (change: Partial<Question>) => {
    const questions = QUESTIONS.map((one) => (one.id === "control" ? { ...one, ...change } : one));
    return (some: string) => checked(Buffer.from(some), "dossier.html", { questions, version });
  };
  const under = (law: string) => Object.keys(control.rules?.({ entity: "", law }) ?? {});
  expect(under("majority")).toEqual(["majority", "uk-psc", "eu-amlr"]);
  const ours = digestsOf(LAWS);
  expect(under("us-ofac-50")).toEqual(Object.keys(ours));
  const { "us-ofac-50": _, ...fewer } = ours;
  const input = control.input.refine(({ law }) => law !== "us-ofac-50") as Question["input"];
  const without = having({ input, rules: () => fewer });
  const absent = await without(text);
  expect(absent).toMatchObject({ holds: false, elsewhere: true, page: { by: "digest", same: true } });
  expect(absent.answers.map(({ question, asked, same }) => [question, asked, same])).toEqual([
    ["control", false, false],
    ["reach", true, true],
    ["ties", true, true],
  ]);
  expect(absent.answers[0]?.why).toBe('it follows rules this program does not have: "us-ofac-50"');
  expect(reportSays(absent, "en").slice(0, 1)).toEqual([verifyWords("en").elsewhere]);

  const show = () => [{ kind: "headline" as const, text: ["Something else."], because: [] }];
  const rules = () => ({ ...ours, "us-ofac-50": "0".repeat(64), "roman-law": "1".repeat(64) });
  const reads = await having({ show, rules })(text);
  expect(reads).toMatchObject({ holds: false, elsewhere: true });
  expect(reads.answers[0]?.why).toBe(
    'it follows another text than this program of "us-ofac-50"; this program has rules it does not know: "roman-law"',
  );

  // Who only claims other rules has what this program gives named, all the same.
  const claimed = await check(
    resealed(await html("Ant Group"), (payload: Record<string, unknown>) => {
      const [answer] = payload.answers as { run: { rules: object }; blocks: Answer["blocks"] }[];
      if (answer === undefined) return;
      answer.run.rules = { ...answer.run.rules, majority: "0".repeat(64) };
      const [first] = answer.blocks.flatMap(figuresOf);
      Object.assign(first?.figure ?? {}, { value: "77.7" });
    }),
  );
  expect(claimed).toMatchObject({ holds: false, elsewhere: true });
  expect(claimed.figures.wrong).toMatchObject([{ question: "control", says: "77.7" }]);

  expect(await having({ rules })(text)).toMatchObject({ holds: true, elsewhere: false });
  expect(await having({ show })(text)).toMatchObject({ holds: false, elsewhere: false });
  const spoiled = await without(text.replace("SINA</h1>", "SINO</h1>"));
  expect(spoiled).toMatchObject({ holds: false, elsewhere: false });
});

test("what it is said to carry is what lies in it, and so is what leaves with it", async () => {
  const clocks = readClocks({ "as-of": "2021-03-31" }, AT);
  const asking = { clocks, lang: "en" as const, at: AT, version, caseName: "case", options: {} };
  const about = await madeOf(store, QUESTIONS, "Ant Group", asking);
  const { payload } = opened(Buffer.from(htmlOf(about)), "x");
  const rows = payload.carried.events.flatMap((one) => (one.what === "imported" ? one.statements : []));
  const ids = new Set(rows.map(({ id }) => id));
  const { carried } = await check(htmlOf(about));
  const leaving = leavingWith(about);
  expect([carried.statements, carried.entities, carried.sources]).toEqual([
    ids.size,
    new Set(payload.carried.entities.map(({ id }) => id)).size,
    new Set(payload.carried.sources.map(({ id }) => id)).size,
  ]);
  expect(new Set(leaving.statements.map(({ id }) => id))).toEqual(ids);
  const shown = new Set(about.answers.flatMap((answer) => Object.keys(answer.statements)));
  expect(leaving.statements.filter((one) => one.shown).length).toBe(shown.size);
  const people = payload.carried.entities.filter(({ kind }) => kind === "person");
  expect(leaving.persons.map(({ id }) => id)).toEqual(people.map(({ id }) => id));
});

test("only the page changed is said to be only the page, and a byte after the end is seen", async () => {
  const [text = ""] = made;
  const page = await check(text.replace("SINA</h1>", "SINO</h1>"));
  expect([page.holds, page.sealed, page.page.same]).toEqual([false, true, false]);
  const longer = await check(`${text}\n`);
  expect([longer.holds, longer.sealed, longer.page.differs.length]).toEqual([false, true, 1]);
  expect(longer.page.differs[0]?.says).toMatch(/\S/);
});

test("what is to be worked with must hold, or, of another version, be as it was sealed", async () => {
  const [text = ""] = made;
  const ask = (some: string, by: string) =>
    sound(Buffer.from(some), "x", { questions: QUESTIONS, version: by });
  const hurt = text.replace("SINA</h1>", "SINO</h1>");
  for (const by of [version, "0.0.9"]) {
    expect((await ask(text, by)).seal).toBe(opened(Buffer.from(text), "x").payload.seal);
    await expect(ask(hurt, by)).rejects.toMatchObject({ code: "does-not-hold" });
  }
});

test("who only claims another version has not made the statements give something else", async () => {
  const [text = ""] = made;
  const forgery = (change: (answer: Record<string, unknown>, payload: Record<string, unknown>) => void) =>
    sound(
      Buffer.from(
        resealed(text, (payload: Record<string, unknown>) => {
          payload.version = "0.0.9";
          change((payload.answers as Record<string, unknown>[])[0] ?? {}, payload);
        }),
      ),
      "x",
      { questions: QUESTIONS, version },
    );
  const lie = [{ kind: "headline", text: ["The Party controls it."], because: [] }];
  const inOurWords = await forgery((answer) => {
    answer.blocks = lie;
  });
  expect(JSON.stringify(inOurWords.answers)).not.toContain("The Party");
  const other = forgery((answer) => {
    answer.findings = [];
  });
  await expect(other).rejects.toMatchObject({ code: "does-not-hold" });
  const odd = forgery((answer) => {
    answer.gaps = 5;
  });
  await expect(odd).rejects.toMatchObject({ code: "not-a-dossier" });
});

const nested = (depth: number) => JSON.parse("[".repeat(depth) + "]".repeat(depth));
test.each<[string, (payload: Record<string, unknown>, answer: Record<string, unknown>) => void]>([
  ["a subject that is no id", (payload) => void Object.assign(payload, { subject: "__proto__" })],
  ["lists in lists in lists", (payload) => void Object.assign(payload, { more: nested(1000) })],
  [
    "a figure without a value",
    (_, answer) => {
      answer.blocks = [{ kind: "figures", title: "", items: [{ label: "x", figure: { value: null } }] }];
    },
  ],
])("what is built as no dossier is is refused, and no fault of the program: %s", async (_, change) => {
  const [text = ""] = made;
  const crafted = resealed(text, (payload: Record<string, unknown>) =>
    change(payload, (payload.answers as Record<string, unknown>[])[0] ?? {}),
  );
  await expect(check(crafted)).rejects.toMatchObject({ code: "not-a-dossier" });
});

test("files of sources are held against their digests", async () => {
  const [text = ""] = made;
  const { payload } = opened(Buffer.from(text), "x");
  const [source] = payload.carried.sources;
  const hash = "a".repeat(64);
  const { bytesOf } = await import("./source-bytes.ts");
  const sources = [{ ...source, sha256: hash }];
  const state = (name: string, sha256: string) =>
    bytesOf(sources, [{ name, sha256 }]).map((one) => one.state);
  expect(state("any.pdf", hash)).toEqual(["same"]);
  expect(state(`${source?.id}.pdf`, "b".repeat(64))).toEqual(["changed"]);
  expect(state("other.pdf", "b".repeat(64))).toEqual(["not given"]);
});

test.each([
  ["nothing", ""],
  ["a page of somebody else", "<!doctype html><p>Hello"],
  [
    "a page that breaks off",
    '<script type="application/json" id="dossier">{"format":"armslength dos</script>',
  ],
  ["a page with other data", '<script type="application/json" id="dossier">{"format":"other"}</script>'],
])("what is no dossier is refused: %s", async (_, text) => {
  await expect(check(text)).rejects.toMatchObject({ code: "not-a-dossier" });
});
