import type { Context } from "hono";
import { setCookie } from "hono/cookie";
import type { Guarded } from "./guard.ts";
import type { Keys } from "./keys.ts";

const page = (title: string, text: string, head = "") =>
  `<!doctype html>\n<html lang="en"><head><meta charset="utf-8"><title>${title} · Armslength</title>${head}</head>` +
  `<body><h1>${title}</h1><p>${text}</p></body></html>\n`;

/** Opens the workbench to whoever brings the key of an address that was not used yet: a session cookie, then the page. */
export function enter(c: Context<Guarded>, keys: Keys, cookie: string, known: boolean): Response {
  const session = keys.redeem(c.req.query("token") ?? "");
  if (session === null && !known) {
    const text =
      "This address was used already, or is not of this server. It opens the workbench once; " +
      "run <code>armslength serve</code> again for a new one.";
    return c.html(page("This address no longer opens the workbench", text), 403);
  }
  if (session !== null) {
    setCookie(c, cookie, session, { httpOnly: true, sameSite: "Strict", path: "/" });
  }
  return c.redirect("/", 303);
}

/**
 * What a page shows to someone without a session. Who follows a link from elsewhere comes without the cookie; the page
 * then asks once more by itself, and that request is its own.
 */
export function turnAway(c: Context<Guarded>): Response {
  const elsewhere = c.req.header("sec-fetch-site") === "cross-site";
  const head = elsewhere ? '<meta http-equiv="refresh" content="0">' : "";
  const text = "Open the address that <code>armslength serve</code> printed when it started.";
  return c.html(page("The workbench is locked", text, head), 401);
}
