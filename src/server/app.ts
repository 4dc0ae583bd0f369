import { getCookie } from "hono/cookie";
import { printJson } from "../ask/print.ts";
import { Problem } from "../errors.ts";
import { caseRoutes } from "./case-routes.ts";
import { commandRoutes } from "./command-route.ts";
import { enter, turnAway } from "./door.ts";
import { enterRoutes } from "./enter-routes.ts";
import { fileRoutes } from "./file-routes.ts";
import { guardedApp, hostsOf, onlyHosts, onlyKnown, onlyOwnPages, secureHeaders } from "./guard.ts";
import { importRoute } from "./import-route.ts";
import { keepRoutes } from "./keep-routes.ts";
import type { Keys } from "./keys.ts";
import { openApi } from "./openapi.ts";
import { pages } from "./pages.ts";
import { JSON_TYPE, questionRoutes } from "./question-routes.ts";
import type { Setting } from "./setting.ts";
import { langOf, problemOf, statusOf, troubleOf } from "./trouble.ts";

/** What a server that runs knows of itself. */
export interface Seat {
  readonly port: () => number;
  readonly keys: Keys;
  /** A new one-time address. */
  readonly address: () => string;
}

/** Everything this server answers: the API behind its guards, the workbench, and the door to it. */
export function appOf(setting: Setting, seat: Seat) {
  const { keys } = seat;
  const hosts = () => hostsOf(seat.port());
  const cookie = () => `armslength-${seat.port()}`;
  const known = onlyKnown(keys, cookie);
  const app = guardedApp();

  app.onError((error, c) => {
    const problem = problemOf(error);
    const lang = langOf(c.get("lang") ?? c.req.query("lang"), c.req.header("accept-language"));
    return c.body(printJson(troubleOf(problem, lang)), statusOf(problem.code), JSON_TYPE);
  });
  app.use(secureHeaders);
  app.use(onlyHosts(hosts));

  for (const path of ["/reconcile", "/match"]) {
    app.all(path, known, () => {
      throw new Problem("not-in-this-version", `${path} is not in this version`, "Use /api/entities.");
    });
  }
  app.use("/api/*", known, onlyOwnPages(hosts));
  app.get("/api/openapi.json", (c) =>
    c.body(printJson(openApi(setting.questions, setting.version)), 200, JSON_TYPE),
  );
  app.route("/api", questionRoutes(setting));
  app.route("/api", caseRoutes(setting));
  app.route("/api", importRoute(setting));
  app.route("/api", enterRoutes(setting));
  app.route("/api", fileRoutes(setting));
  app.route("/api", keepRoutes(setting));
  app.route("/api", commandRoutes(setting, seat.address));
  app.all("/api/*", (c) => {
    throw new Problem("bad-input", `there is no ${c.req.method} ${c.req.path}`, "See /api/openapi.json.");
  });

  app.get("/*", async (c, next) => {
    const session = getCookie(c, cookie());
    const inside = session !== undefined && keys.isSession(session);
    if (c.req.path === "/" && c.req.query("token") !== undefined) return enter(c, keys, cookie(), inside);
    const bearer = /^Bearer (.+)$/i.exec(c.req.header("authorization") ?? "")?.[1];
    if (!inside && !(bearer !== undefined && keys.isBearer(bearer))) return turnAway(c);
    return next();
  });
  app.route("/", pages());
  return app;
}
