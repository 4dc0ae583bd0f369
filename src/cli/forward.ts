import { Problem } from "../errors.ts";
import type { CommandEvent, CommandRequest } from "../server/setting.ts";
import type { Call } from "./call.ts";
import { writtenAsTheyCome } from "./partly-written.ts";
import { removeServeFile, type ServeInfo } from "./serve-file.ts";
import { version } from "./version.ts";

/** Runs this command in the server that holds its case. Null where no such server is there any more. */
export async function forward(call: Call, info: ServeInfo): Promise<number | null> {
  const { io } = call;
  if (info.version !== version) {
    throw new Problem(
      "case-in-use",
      `${call.case} is served by armslength ${info.version}, this is ${version}`,
      "Stop that server, or use the same version.",
    );
  }
  const request: CommandRequest = {
    argv: ["--case", call.case, ...io.argv],
    cwd: io.cwd,
    columns: io.columns,
    terminal: io.terminal,
    progress: io.progress,
  };
  const response = await post(info, "/api/command", JSON.stringify(request), io.signal);
  if (response === null) {
    removeServeFile(call.case);
    return null;
  }
  let exit: number | null = null;
  const results = async function* () {
    for await (const event of eventsOf(response, io.signal)) {
      if ("out" in event) yield event.out;
      else if ("err" in event) io.err(event.err);
      else {
        exit = event.exit;
        return;
      }
    }
    throw new Problem("case-in-use", "the server that holds the case went away", "Try again.");
  };
  await writtenAsTheyCome(results(), io.out, io.err);
  return exit;
}

/** A new one-time address of a running server, or null where it is gone. */
export async function freshAddress(info: ServeInfo, signal: AbortSignal): Promise<string | null> {
  const response = await post(info, "/api/address", "", signal);
  return response === null ? null : ((await response.json()) as { address: string }).address;
}

async function post(
  info: ServeInfo,
  path: string,
  body: string,
  signal: AbortSignal,
): Promise<Response | null> {
  const headers = { authorization: `Bearer ${info.key}`, "content-type": "application/json" };
  try {
    const response = await fetch(`http://127.0.0.1:${info.port}${path}`, {
      method: "POST",
      headers,
      body,
      signal,
    });
    if (response.ok) return response;
    if (response.status === 403) return null;
  } catch (error) {
    if (signal.aborted) throw new Problem("cancelled", "stopped", "Nothing was written.");
    if (error instanceof TypeError) return null;
    throw error;
  }
  throw new Problem("internal", "the server that holds the case refused the command", "Report this.");
}

async function* eventsOf(response: Response, signal: AbortSignal): AsyncGenerator<CommandEvent> {
  const decoder = new TextDecoder();
  let rest = "";
  try {
    for await (const chunk of response.body ?? []) {
      const lines = (rest + decoder.decode(chunk, { stream: true })).split("\n");
      rest = lines.pop() ?? "";
      for (const line of lines) if (line !== "") yield JSON.parse(line) as CommandEvent;
    }
  } catch (error) {
    if (signal.aborted)
      throw new Problem("cancelled", "stopped", "What the server was asked to write it may have written.");
    throw error;
  }
}
