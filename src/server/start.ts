import type { Server } from "node:http";
import type { AddressInfo } from "node:net";
import { createAdaptorServer } from "@hono/node-server";
import { Problem } from "../errors.ts";
import { appOf } from "./app.ts";
import { newKeys } from "./keys.ts";
import type { Setting } from "./setting.ts";

/** A server that runs. */
export interface Serving {
  readonly port: number;
  /** The key of scripts: `Authorization: Bearer KEY`. */
  readonly bearer: string;
  /** A new address that opens the workbench once. */
  readonly address: () => string;
  readonly close: () => Promise<void>;
}

const HOST = "127.0.0.1";

/** Serves a case on the loopback interface only; port 0 takes any free one. Throws `port-in-use`. */
export async function start(setting: Setting, port: number): Promise<Serving> {
  const keys = newKeys();
  let bound = port;
  const address = () => `http://${HOST}:${bound}/?token=${keys.once()}`;
  const app = appOf(setting, { port: () => bound, keys, address });
  const server = createAdaptorServer({ fetch: app.fetch }) as Server;
  await listen(server, port);
  bound = (server.address() as AddressInfo).port;
  return {
    port: bound,
    bearer: keys.bearer,
    address,
    close: () =>
      new Promise((done) => {
        server.close(() => done());
        server.closeAllConnections();
      }),
  };
}

function listen(server: Server, port: number): Promise<void> {
  return new Promise((done, failed) => {
    server.once("error", (error: NodeJS.ErrnoException) => failed(portProblem(error, port)));
    server.listen(port, HOST, () => done());
  });
}

function portProblem(error: NodeJS.ErrnoException, port: number): Error {
  if (error.code === "EADDRINUSE") {
    return new Problem(
      "port-in-use",
      `port ${port} is in use by another program`,
      "Give another with --port, or --port 0 for any that is free.",
    );
  }
  if (error.code === "EACCES") {
    return new Problem("port-in-use", `port ${port} may not be used`, "Give one above 1023 with --port.");
  }
  return error;
}
