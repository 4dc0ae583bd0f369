import { stream } from "hono/streaming";
import { Problem } from "../errors.ts";
import { bringIn } from "../formats/bring-in.ts";
import { formatOf } from "../formats/index.ts";
import { importNotes } from "../store/import-notes.ts";
import { guardedApp } from "./guard.ts";
import { boundaryOf } from "./multipart.ts";
import type { Setting } from "./setting.ts";
import { langOf, problemOf, troubleOf } from "./trouble.ts";
import { saveUpload, type Upload } from "./upload.ts";

/** Import over HTTP: files come as multipart/form-data, lines of JSON go back as the work moves on. */
export function importRoute(setting: Setting) {
  const { store } = setting;
  const app = guardedApp();
  app.post("/import", async (c) => {
    const body = c.req.raw.body;
    if (store.staging === null || body === null)
      throw new Problem("forbidden", "this case takes no uploads", "Use `armslength import`.");
    const boundary = boundaryOf(c.req.header("content-type") ?? "");
    const strict = c.req.query("strict") === "true";
    const as = c.req.query("as");
    const upload = await saveUpload(body, boundary, store.staging);
    const signal = c.req.raw.signal;
    c.header("content-type", "application/x-ndjson; charset=utf-8");
    return stream(c, async (out) => {
      const line = (value: unknown) => out.write(`${JSON.stringify(value)}\n`);
      const progress = (done: number, total: number, what: string) => {
        if (signal.aborted) throw new Problem("cancelled", "the import was stopped", "Nothing was written.");
        void line({ progress: { done, total, what } });
      };
      try {
        for (const path of pathsOf(upload, as)) {
          const options = { strict, at: setting.now(), progress, ...(as === undefined ? {} : { as }) };
          const record = await bringIn(store, path, options);
          const notes = await importNotes(store, record);
          await line({ import: record, rejects: await store.rejects(record.n), notes });
        }
      } catch (error) {
        await line(troubleOf(problemOf(error), langOf(undefined, c.req.header("accept-language"))));
      } finally {
        await upload.remove();
      }
    });
  });
  return app;
}

/** What to import, one after the other: a folder where its files are the tables of one case, else each file. */
function pathsOf(upload: Upload, as: string | undefined): readonly string[] {
  return [...new Set(upload.files.map((file) => file.folder))].flatMap((folder) => {
    const inside = upload.files.filter((file) => file.folder === folder).map((file) => file.path);
    try {
      formatOf(folder, as);
      if (as === undefined) return [folder];
    } catch (error) {
      if (!(error instanceof Problem) || error.code !== "unknown-format") throw error;
    }
    return as === undefined || as !== "case" ? inside : [folder];
  });
}
