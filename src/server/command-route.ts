import { stream } from "hono/streaming";
import { z } from "zod";
import { Problem } from "../errors.ts";
import { guardedApp } from "./guard.ts";
import type { CommandEvent, Setting } from "./setting.ts";

const Request = z.object({
  argv: z.array(z.string()),
  cwd: z.string(),
  columns: z.number().int(),
  terminal: z.boolean(),
  progress: z.boolean(),
});

/**
 * For the other commands while this server holds the case. They show the bearer key, which is written where only the
 * same user can read it; a browser's session is not enough, as a command reads and writes the user's files.
 */
export function commandRoutes(setting: Setting, address: () => string) {
  const app = guardedApp();
  app.use(async (c, next) => {
    if (c.get("via") !== "bearer")
      throw new Problem("forbidden", "commands need the key itself", "Use the command line.");
    await next();
  });
  app.post("/command", async (c) => {
    const request = Request.parse(await c.req.json());
    c.header("content-type", "application/x-ndjson; charset=utf-8");
    return stream(c, async (out) => {
      const emit = async (event: CommandEvent) => {
        await out.write(`${JSON.stringify(event)}\n`);
      };
      const stop = new AbortController();
      out.onAbort(() => stop.abort());
      await emit({ exit: await setting.command(request, stop.signal, emit) });
    });
  });
  app.post("/address", (c) => c.json({ address: address() }));
  return app;
}
