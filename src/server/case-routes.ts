import { printJson } from "../ask/print.ts";
import { Problem } from "../errors.ts";
import { caseCard, entityCard, sourceCard, sourceList, statementCard } from "./cards.ts";
import { guardedApp } from "./guard.ts";
import { JSON_TYPE } from "./question-routes.ts";
import type { Setting } from "./setting.ts";

const MOST_FOUND = 200;

/** What the case holds: entities, statements, sources, imports. */
export function caseRoutes(setting: Setting) {
  const { store } = setting;
  const app = guardedApp();
  const json = (value: unknown) => new Response(printJson(value), { headers: JSON_TYPE });

  app.get("/case", async () => json(await caseCard(store, setting.name)));
  app.get("/entities", async (c) => {
    const limit = wholeNumber("limit", c.req.query("limit") ?? "20", MOST_FOUND);
    return json({ entities: await store.find(c.req.query("q") ?? "", limit) });
  });
  app.get("/entities/:id", async (c) => json(await entityCard(store, c.req.param("id"))));
  app.get("/statements/:id", async (c) => json(await statementCard(store, c.req.param("id"))));
  app.get("/sources", async () => json({ sources: await sourceList(store) }));
  app.get("/sources/:id", async (c) => json(await sourceCard(store, c.req.param("id"))));
  app.get("/texts", async () => json({ texts: await store.texts() }));
  app.get("/imports", async () => json({ imports: await store.imports() }));
  app.get("/imports/:n/rejects", async (c) => {
    return json({ rejects: await store.rejects(importNumber(c.req.param("n"))) });
  });
  app.post("/imports/:n/undo", async (c) => {
    return json({ import: await store.undo(importNumber(c.req.param("n")), setting.now()) });
  });
  return app;
}

const importNumber = (text: string): number => wholeNumber("import", text, Number.MAX_SAFE_INTEGER);

function wholeNumber(what: string, text: string, most: number): number {
  const value = Number(text);
  if (/^\d{1,16}$/.test(text) && value >= 1 && value <= most) return value;
  throw new Problem("bad-input", `${what} "${text}" is not a number from 1 to ${most}`, "Give a number.");
}
