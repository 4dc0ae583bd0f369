import { Hono, type MiddlewareHandler } from "hono";
import { getCookie } from "hono/cookie";
import { Problem } from "../errors.ts";
import type { Keys } from "./keys.ts";

export interface Guarded {
  /** `lang`: as the body of the request asks for. */
  Variables: { via: "bearer" | "cookie"; lang?: string };
}

const CSP = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data: blob:",
  "font-src 'self'",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join("; ");

const HEADERS: Readonly<Record<string, string>> = {
  "x-content-type-options": "nosniff",
  "referrer-policy": "no-referrer",
  "cross-origin-opener-policy": "same-origin",
  "cross-origin-resource-policy": "same-origin",
  "permissions-policy": "camera=(), geolocation=(), microphone=()",
  "x-frame-options": "DENY",
};

/** The names this server goes by; any other Host is refused before routing, whatever a name server says (DNS rebinding). */
export const hostsOf = (port: number): readonly string[] => [
  `127.0.0.1:${port}`,
  `localhost:${port}`,
  `[::1]:${port}`,
];

/** Headers of every response; a route may set a policy of its own for a page that is no part of the workbench. */
export const secureHeaders: MiddlewareHandler = async (c, next) => {
  await next();
  for (const [name, value] of Object.entries(HEADERS)) c.res.headers.set(name, value);
  if (!c.res.headers.has("content-security-policy")) c.res.headers.set("content-security-policy", CSP);
  if (!c.res.headers.has("cache-control")) c.res.headers.set("cache-control", "no-store");
};

export const onlyHosts =
  (hosts: () => readonly string[]): MiddlewareHandler =>
  async (c, next) => {
    const host = c.req.header("host") ?? "";
    if (!hosts().includes(host)) {
      throw new Problem("forbidden", `this server is not "${host}"`, `Ask for http://${hosts()[0]}/.`);
    }
    await next();
  };

const SAFE = new Set(["GET", "HEAD", "OPTIONS"]);

/** Pages of other sites, and of other ports of this machine, get nothing from the API and change nothing. */
export const onlyOwnPages =
  (hosts: () => readonly string[]): MiddlewareHandler<Guarded> =>
  async (c, next) => {
    const site = c.req.header("sec-fetch-site");
    const origin = c.req.header("origin");
    const own = hosts().some((host) => origin === `http://${host}`);
    const safe = SAFE.has(c.req.method);
    const foreign =
      (site !== undefined && site !== "same-origin" && !(safe && site === "none")) ||
      (origin !== undefined && !own) ||
      (!safe && c.get("via") === "cookie" && site === undefined && origin === undefined);
    if (foreign)
      throw new Problem("forbidden", "this request does not come from the workbench", "Use the API's key.");
    await next();
  };

/** Lets in who shows the bearer key or the session's cookie. */
export const onlyKnown =
  (keys: Keys, cookie: () => string): MiddlewareHandler<Guarded> =>
  async (c, next) => {
    const bearer = /^Bearer (.+)$/i.exec(c.req.header("authorization") ?? "")?.[1];
    const session = getCookie(c, cookie());
    if (bearer !== undefined && keys.isBearer(bearer)) c.set("via", "bearer");
    else if (bearer === undefined && session !== undefined && keys.isSession(session)) c.set("via", "cookie");
    else {
      throw new Problem(
        "forbidden",
        "this request carries no key of this server",
        "Open the address `armslength serve` printed, or send `Authorization: Bearer KEY`.",
      );
    }
    await next();
  };

export const guardedApp = () => new Hono<Guarded>();
