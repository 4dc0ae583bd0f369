import { existsSync, readdirSync, readFileSync } from "node:fs";
import { extname, join, sep } from "node:path";
import { fileURLToPath } from "node:url";
import { guardedApp } from "./guard.ts";

const TYPES: Readonly<Record<string, string>> = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".svg": "image/svg+xml",
  ".png": "image/png",
  ".woff2": "font/woff2",
  ".woff": "font/woff",
  ".md": "text/plain; charset=utf-8",
  ".txt": "text/plain; charset=utf-8",
};

/** The folder of the built workbench: beside the built program, or in `dist` when run from the sources. */
const FOLDERS = ["../web", "../../dist/web"].map((path) => fileURLToPath(new URL(path, import.meta.url)));

/**
 * The workbench as it was at the start, held in memory: a build that replaces its files meanwhile would leave a page
 * whose parts are gone. Every other address that is no file and no API is the page itself, which reads it.
 */
export function pages() {
  const app = guardedApp();
  const folder = FOLDERS.find((path) => existsSync(join(path, "assets")));
  const files = new Map(folder === undefined ? [] : listed(folder));
  app.get("/*", (c) => {
    const path = decoded(c.req.path);
    const file = files.get(path) ?? (path.startsWith("/assets/") ? undefined : files.get("/index.html"));
    if (!file)
      return c.text(files.size === 0 ? "The workbench was not built: npm run build.\n" : "Not found.\n", 404);
    const type = TYPES[extname(file.name)] ?? "application/octet-stream";
    const lasting = path.startsWith("/assets/") ? "private, max-age=31536000, immutable" : "no-cache";
    return c.body(file.bytes, 200, {
      "content-type": type,
      "cache-control": lasting,
    });
  });
  return app;
}

function listed(folder: string): [string, { name: string; bytes: Uint8Array<ArrayBuffer> }][] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .map((file) => {
      const name = `/${file.slice(folder.length).split(sep).filter(Boolean).join("/")}`;
      return [name, { name, bytes: new Uint8Array(readFileSync(file)) }];
    });
}

function decoded(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
