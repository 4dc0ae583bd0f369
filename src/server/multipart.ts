import { Problem } from "../errors.ts";

/** A part begins, brings bytes, ends. `filename` is empty for a plain field. */
export type PartEvent =
  | { readonly begin: { readonly field: string; readonly filename: string } }
  | { readonly bytes: Uint8Array }
  | { readonly end: true };

const MOST_HEADERS = 16_384;
const HEADERS_END = Buffer.from("\r\n\r\n");

const broken = (why: string) =>
  new Problem("bad-input", `the upload breaks off: ${why}`, "Send it again as multipart/form-data.");

/** The boundary of a multipart/form-data content type. */
export function boundaryOf(contentType: string): string {
  const found = /^multipart\/form-data\s*;.*\bboundary=(?:"([^"]{1,200})"|([^\s;"]{1,200}))/i.exec(
    contentType,
  );
  const boundary = found?.[1] ?? found?.[2];
  if (boundary) return boundary;
  throw new Problem("bad-input", `an upload of type "${contentType}"`, "Send files as multipart/form-data.");
}

/** The parts of a multipart body as they arrive (RFC 7578); holds no more than a chunk and a delimiter in memory. */
export async function* partsOf(body: AsyncIterable<Uint8Array>, boundary: string): AsyncGenerator<PartEvent> {
  const delimiter = Buffer.from(`\r\n--${boundary}`);
  let held: Buffer = Buffer.from("\r\n");
  let state: "before" | "headers" | "inside" | "after" = "before";
  for await (const chunk of body) {
    if (state === "after") continue;
    held = Buffer.concat([held, chunk]);
    for (;;) {
      if (state === "headers") {
        const end = held.indexOf(HEADERS_END);
        if (end < 0 && held.length > MOST_HEADERS) throw broken("a header without end");
        if (end < 0) break;
        yield { begin: named(held.toString("utf8", 0, end)) };
        held = held.subarray(end + HEADERS_END.length);
        state = "inside";
      }
      const at = held.indexOf(delimiter);
      const whole = at >= 0 && held.length >= at + delimiter.length + 2;
      const free = at >= 0 ? at : Math.max(0, held.length - delimiter.length + 1);
      if (state === "inside" && free > 0) yield { bytes: held.subarray(0, free) };
      held = held.subarray(free);
      if (!whole) break;
      if (state === "inside") yield { end: true };
      const next = held.toString("latin1", delimiter.length, delimiter.length + 2);
      held = held.subarray(delimiter.length);
      if (next !== "\r\n" && next !== "--") throw broken("a delimiter is not one");
      state = next === "--" ? "after" : "headers";
      if (state === "after") break;
    }
  }
  if (state !== "after") throw broken("it has no end");
}

function named(headers: string): { field: string; filename: string } {
  const line = headers.split("\r\n").find((each) => /^content-disposition:/i.test(each)) ?? "";
  const value = (key: string) => new RegExp(`[;\\s]${key}="([^"]*)"`, "i").exec(line)?.[1] ?? "";
  return { field: value("name"), filename: unescaped(value("filename")) };
}

/** Browsers write a quote and line breaks of a file name as %22, %0D and %0A, and nothing else. */
const unescaped = (name: string) => name.replace(/%22/g, '"').replace(/%0D/gi, "\r").replace(/%0A/gi, "\n");
