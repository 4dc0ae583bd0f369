import { z } from "zod";
import { printJson } from "../ask/print.ts";
import { Problem } from "../errors.ts";
import { enterByHand } from "../formats/by-hand.ts";
import { guardedApp } from "./guard.ts";
import { JSON_TYPE } from "./question-routes.ts";
import type { Setting } from "./setting.ts";
import { suggestionCard } from "./suggestions.ts";

const MOST_SUGGESTED = 20;
const MOST_ROWS = 5000;

const Entry = z.object({
  by: z.string(),
  rows: z.array(z.object({ kind: z.string(), cells: z.record(z.string(), z.string()) })).max(MOST_ROWS),
});

/** Rows entered by hand, all or none; and statements suggested for a claim, which attaches nothing. */
export function enterRoutes({ store, now }: Setting) {
  const app = guardedApp();
  app.post("/enter", async (c) => {
    const body: unknown = await c.req.json().catch(() => null);
    const entry = Entry.safeParse(body);
    if (!entry.success) {
      const [issue] = entry.error.issues;
      const why = `${issue?.path.join(".") ?? ""} ${issue?.message ?? ""}`.trim();
      throw new Problem(
        "bad-input",
        `no rows to enter: ${why}`,
        'Send {"by": name, "rows": [{"kind", "cells"}]}.',
      );
    }
    return c.body(printJson(await enterByHand(store, { ...entry.data, at: now() })), 200, JSON_TYPE);
  });
  app.get("/suggestions/:claim", async (c) => {
    const search = c.req.query("q") ?? "";
    const card = await suggestionCard(store, c.req.param("claim"), MOST_SUGGESTED, search);
    return c.body(printJson(card), 200, JSON_TYPE);
  });
  return app;
}
