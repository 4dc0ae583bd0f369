import { createHash } from "node:crypto";
import { noteMade } from "../verify/made-before.ts";
import { htmlOf, madeOf } from "../verify/make.ts";
import { askingOf, readAsked } from "./asking.ts";
import { exportBytes, exportOf, leftOutSays } from "./export.ts";
import { guardedApp } from "./guard.ts";
import type { Setting } from "./setting.ts";

/** What is taken away as a file: exports and dossiers. */
export function fileRoutes(setting: Setting) {
  const { store, questions, name } = setting;
  const app = guardedApp();

  app.get("/export/:format", async (c) => {
    const out = exportOf(c.req.param("format"));
    const file = await exportBytes(store, out, setting.now().slice(0, 10));
    return c.body(new Uint8Array(file.bytes), 200, {
      "content-type": out.type,
      ...(leftOutSays(file.leftOut) === "" ? {} : { "x-left-out": leftOutSays(file.leftOut) }),
      "content-disposition": `attachment; filename="${file.name}"`,
    });
  });

  app.get("/dossier/:entity", async (c) => {
    const { input, common } = await readAsked(c);
    const { input: options, ...asking } = askingOf(c, setting, { input, common });
    const subject = c.req.param("entity");
    const made = await madeOf(store, questions, subject, { ...asking, options, caseName: name });
    const html = htmlOf(made);
    await noteMade(store, setting.now(), "", made, html);
    return c.body(html, 200, {
      "content-type": "text/html; charset=utf-8",
      "content-security-policy": dossierPolicy(html),
      "content-disposition": 'inline; filename="dossier.html"',
    });
  });
  return app;
}

/** A dossier brings its own style and fonts: exactly these, and nothing else, may be used in it. */
function dossierPolicy(html: string): string {
  const style = /<style>([\s\S]*?)<\/style>/.exec(html)?.[1] ?? "";
  const hash = createHash("sha256").update(style).digest("base64");
  return `default-src 'none'; style-src 'sha256-${hash}'; font-src data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`;
}
