import { createHash } from "node:crypto";
import { PAPERS, type Paper } from "../dossier/pdf/paper.ts";
import { Problem } from "../errors.ts";
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
    const { input: given, ...asking } = askingOf(c, setting, { input, common });
    const { format = "html", paper = "a4", ...options } = given;
    const as = readPrinting(format, paper);
    const request = { ...asking, options, caseName: name };
    const made = await madeOf(store, questions, c.req.param("entity"), request);
    if (as !== "html") {
      // Fonts and all that reads them are loaded when first asked for.
      const { pdfOf } = await import("../verify/make-pdf.ts");
      const pdf = pdfOf(made, as);
      await noteMade(store, setting.now(), "", made, pdf);
      return c.body(new Uint8Array(pdf), 200, {
        "content-type": "application/pdf",
        "content-disposition": 'inline; filename="dossier.pdf"',
      });
    }
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

/** HTML, or the paper a PDF is for. */
function readPrinting(format: unknown, paper: unknown): "html" | Paper {
  const size = PAPERS.find((one) => one === paper);
  if (size === undefined) {
    const hint = `It can be ${PAPERS.join(" or ")}.`;
    throw new Problem("bad-input", `paper ${JSON.stringify(paper)} is not allowed`, hint);
  }
  if (format === "html") return "html";
  if (format === "pdf") return size;
  const hint = "It can be html or pdf.";
  throw new Problem("unknown-format", `a dossier does not come as ${JSON.stringify(format)}`, hint);
}

/** A dossier brings its own style and fonts: exactly these, and nothing else, may be used in it. */
function dossierPolicy(html: string): string {
  const style = /<style>([\s\S]*?)<\/style>/.exec(html)?.[1] ?? "";
  const hash = createHash("sha256").update(style).digest("base64");
  return `default-src 'none'; style-src 'sha256-${hash}'; font-src data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`;
}
