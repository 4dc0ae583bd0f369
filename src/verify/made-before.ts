import type { Answer } from "../ask/answer.ts";
import { sha256 } from "../dossier/payload.ts";
import type { Writer } from "../store/port.ts";
import type { Made } from "./make.ts";

/** A dossier that was made of a case, as its log keeps it: what it is about, and all it rests on. */
export interface MadeBefore {
  readonly at: string;
  readonly subject: string;
  readonly asOf: string;
  readonly lang: string;
  readonly file: string;
  /** Digest of the file. */
  readonly sha256: string;
  readonly statements: readonly string[];
}

/** Notes in the log that a dossier was made, unless the very same was before. `file`: its name, or what stands for it; never a path. */
export async function noteMade(
  store: Pick<Writer, "note" | "log">,
  at: string,
  file: string,
  { answers, asked }: Made,
  bytes: string | Uint8Array,
): Promise<void> {
  const { subject, asOf, lang } = asked;
  const statements = citedIn(answers);
  const digest = sha256(bytes);
  const known = (await madeIn(store)).some((one) => one.sha256 === digest && one.file === file);
  if (known) return;
  await store.note("dossier", at, { subject, asOf, lang, file, sha256: digest, statements });
}

const citedIn = (answers: readonly Answer[]): string[] =>
  [...new Set(answers.flatMap((answer) => Object.keys(answer.statements)))].sort();

/** The dossiers that rest on any of some statements, oldest first. */
export async function dossiersOn(store: Pick<Writer, "log">, ids: readonly string[]): Promise<MadeBefore[]> {
  const wanted = new Set(ids);
  return (await madeIn(store)).filter(({ statements }) => statements.some((id) => wanted.has(id)));
}

const madeIn = async (store: Pick<Writer, "log">): Promise<MadeBefore[]> =>
  (await store.log()).flatMap(({ what, at, detail }) =>
    what === "dossier" ? [{ ...(detail as unknown as Omit<MadeBefore, "at">), at }] : [],
  );
