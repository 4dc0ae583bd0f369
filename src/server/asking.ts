import type { Context } from "hono";
import type { Asking } from "../ask/ask.ts";
import { COMMON, type CommonOptions, readClocks, readLang } from "../ask/clocks.ts";
import type { Given } from "../ask/input.ts";
import { Problem } from "../errors.ts";
import type { Guarded } from "./guard.ts";
import type { Setting } from "./setting.ts";

/** Parameters of an address, or of a JSON body, apart: the question's own input, and the options common to all. */
export interface Asked {
  readonly input: Given;
  readonly common: CommonOptions;
}

/** Reads what a request asks with: its query, and for POST its JSON body on top. */
export async function readAsked(c: Context<Guarded>): Promise<Asked> {
  const all: Record<string, unknown> = {};
  for (const [key, values] of Object.entries(c.req.queries()))
    all[key] = values.length > 1 ? values : values[0];
  if (c.req.method === "POST") Object.assign(all, await jsonBody(c));
  const common: Record<string, string> = {};
  for (const key of COMMON) {
    const value = all[key];
    delete all[key];
    if (value === undefined || value === null) continue;
    if (typeof value !== "string" && typeof value !== "number") {
      throw new Problem(
        "bad-input",
        `${key} ${JSON.stringify(value)} is not allowed`,
        "Give one value.",
        [],
        [`${key} 不能是 ${JSON.stringify(value)}。`, "请给出一个值。"],
      );
    }
    common[key] = String(value);
  }
  if (common.lang !== undefined) c.set("lang", common.lang);
  return { input: all, common };
}

async function jsonBody(c: Context<Guarded>): Promise<object> {
  const text = await c.req.text();
  if (text.trim() === "") return {};
  try {
    const body: unknown = JSON.parse(text);
    if (body !== null && typeof body === "object" && !Array.isArray(body)) return body;
  } catch {
    // Said below, together with JSON that is no object.
  }
  throw new Problem(
    "bad-input",
    "the body is not a JSON object",
    "Send the fields of the question as JSON.",
    [],
    ["请求的内容不是 JSON 对象。", "请以 JSON 发送问题的各项。"],
  );
}

/** The asking of a request; work stops when the client goes away. */
export function askingOf(c: Context<Guarded>, setting: Setting, { input, common }: Asked): Asking {
  const at = setting.now();
  return {
    input,
    clocks: readClocks(common, at),
    lang: readLang(common.lang),
    at,
    version: setting.version,
    signal: c.req.raw.signal,
  };
}
