import { partsOf } from "../dossier/dossier.ts";
import { Payload } from "../dossier/payload.ts";
import { attachmentOf } from "../dossier/pdf/file/attachment.ts";
import { Problem } from "../errors.ts";

/** The file in a dossier as PDF that holds what an HTML one has in its script. */
export const PAYLOAD_FILE = "dossier.json";

/** A dossier taken apart: what it carries, and the page around it, where that is text. */
export interface Opened {
  readonly payload: Payload;
  readonly page: string | null;
}

/** Takes a dossier apart. Throws `not-a-dossier` where it carries nothing that can be checked. */
export function opened(bytes: Uint8Array, name: string): Opened {
  const parts = isPdf(bytes) ? partsOfPdf(bytes) : partsOf(new TextDecoder().decode(bytes));
  if (!parts) throw unreadable(name, "it carries no statements");
  return { payload: payloadIn(parts.payload, name), page: parts.page };
}

export const isPdf = (bytes: Uint8Array): boolean =>
  new TextDecoder("latin1").decode(bytes.subarray(0, 5)) === "%PDF-";

function partsOfPdf(bytes: Uint8Array): { readonly page: null; readonly payload: string } | null {
  const carried = attachmentOf(bytes, PAYLOAD_FILE);
  return carried && { page: null, payload: new TextDecoder().decode(carried) };
}

/** The payload as it stands, its keys in their order: digests are over them. */
function payloadIn(text: string, name: string): Payload {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    throw unreadable(name, "what it carries is no JSON any more");
  }
  if (isDeep(json)) throw unreadable(name, "what it carries is nested too deep");
  const read = Payload.safeParse(json);
  if (read.success) return json as Payload;
  const [issue] = read.error.issues;
  throw unreadable(name, `what it carries is damaged at ${issue?.path.join(".") || "the top"}`);
}

const DEEPEST = 200;

/** Whether a value has more lists within lists than any answer has. */
function isDeep(value: unknown): boolean {
  let level: unknown[] = [value];
  for (let depth = 0; level.length > 0; depth++) {
    if (depth > DEEPEST) return true;
    level = level.flatMap((one) => (one !== null && typeof one === "object" ? Object.values(one) : []));
  }
  return false;
}

/**
 * Works on answers as a file states them, which nobody has checked part by part. Throws `not-a-dossier` where they are
 * not built as answers are.
 */
export function readable<T>(name: string, work: () => T): T {
  try {
    return work();
  } catch (error) {
    if (error instanceof TypeError || error instanceof RangeError)
      throw unreadable(name, "its answers are not built as answers are");
    throw error;
  }
}

const unreadable = (name: string, why: string) =>
  new Problem(
    "not-a-dossier",
    `${name} is not a dossier that can be verified: ${why}`,
    "Get the file again from whoever made it.",
  );
