import { z } from "zod";
import { ask } from "../ask/ask.ts";
import { readLang } from "../ask/clocks.ts";
import { questionOf } from "../ask/fields.ts";
import { printJson } from "../ask/print.ts";
import { resolveText } from "../ask/texts.ts";
import { Problem } from "../errors.ts";
import { noteStep, readStep, undoStep } from "../press/record.ts";
import { repliesIn } from "../press/replies.ts";
import { sheetOf } from "../press/sheet.ts";
import { checked } from "../verify/check.ts";
import { leavingWith } from "../verify/leaving.ts";
import { madeOf } from "../verify/make.ts";
import { reportSays } from "../verify/says.ts";
import { askingOf, readAsked } from "./asking.ts";
import { guardedApp } from "./guard.ts";
import { JSON_TYPE } from "./question-routes.ts";
import type { Setting } from "./setting.ts";

/** Bytes of a dossier that is sent to be checked. */
const MOST_BYTES = 64 * 2 ** 20;
const NewNote = z.object({ about: z.string().trim().min(1), text: z.string().trim().min(1).max(10_000) });

/** What the user keeps and gives away: notes, the log, what leaves with a dossier, a dossier checked. */
export function keepRoutes(setting: Setting) {
  const { store, questions, name, version } = setting;
  const app = guardedApp();
  const json = (value: unknown) => new Response(printJson(value), { headers: JSON_TYPE });

  app.get("/notes", async (c) => json({ notes: await store.notes(c.req.query("about") ?? null) }));
  app.post("/notes", async (c) => {
    const read = NewNote.safeParse(await c.req.json().catch(() => null));
    if (!read.success)
      throw new Problem("bad-input", "a note needs `about` and `text`", "Send both as JSON, neither empty.");
    return json({ note: await store.addNote(read.data.about, read.data.text, setting.now()) });
  });
  app.delete("/notes/:k", async (c) => {
    const said = c.req.param("k");
    const k = /^\d+$/.test(said) ? Number(said) : Number.NaN;
    if (!Number.isSafeInteger(k))
      throw new Problem("unknown-note", `there is no note "${said}"`, "GET /api/notes lists them.");
    await store.removeNote(k);
    return json({ removed: k });
  });
  app.get("/log", async () => json({ log: await store.log() }));

  app.get("/sheet/:text", async (c) => {
    const asking = askingOf(c, setting, await readAsked(c));
    const input = { text: c.req.param("text") };
    const answer = await ask(questionOf(questions, "claims"), store, { ...asking, input });
    return json(sheetOf(answer, repliesIn(await store.log()), setting.now().slice(0, 10)));
  });
  app.get("/replies", async () => json({ replies: repliesIn(await store.log()) }));
  app.post("/replies", async (c) => {
    const step = readStep(await c.req.json().catch(() => null), setting.now().slice(0, 10));
    const party = (await store.resolve(step.party)).id;
    const about = step.about === "" ? "" : await resolveText(store, step.about);
    await noteStep(store, { ...step, party, about }, setting.now());
    return json({ replies: repliesIn(await store.log()).filter((one) => one.party === party) });
  });
  app.delete("/replies/:k", async (c) => {
    const k = c.req.param("k");
    await undoStep(store, k, setting.now());
    return json({ undone: Number(k) });
  });

  app.get("/leaving/:subject", async (c) => {
    const { input, ...asking } = askingOf(c, setting, await readAsked(c));
    const request = { ...asking, options: input, caseName: name };
    return json(leavingWith(await madeOf(store, questions, c.req.param("subject"), request)));
  });
  app.post("/verify", async (c) => {
    const bytes = new Uint8Array(await c.req.arrayBuffer());
    if (bytes.length > MOST_BYTES)
      throw new Problem("bad-input", `${bytes.length} bytes are too many for a dossier`, "Send a dossier.");
    const report = await checked(bytes, c.req.query("name") ?? "the file", { questions, version });
    return json({ ...report, says: reportSays(report, readLang(c.req.query("lang"))) });
  });
  return app;
}
