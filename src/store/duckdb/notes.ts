import { Problem } from "../../errors.ts";
import type { Note } from "../port.ts";
import { fault } from "./fault.ts";
import type { Session } from "./session.ts";

/** The user's notes, oldest first: all, or those on one thing. */
export const readNotes = (session: Session, about: string | null): Promise<Note[]> =>
  session.rows<Note>(
    `SELECT k, instant AS "at", about, text FROM note ${about === null ? "" : "WHERE about = $about"} ORDER BY k`,
    about === null ? {} : { about },
  );

/** Adds a note and returns it. */
export async function addNote(session: Session, about: string, text: string, at: string): Promise<Note> {
  return alone(session, async () => {
    const [last] = await session.rows<{ k: number }>("SELECT coalesce(max(k), 0) AS k FROM note");
    const note = { k: Number(last?.k ?? 0) + 1, at, about, text };
    await session.run("INSERT INTO note SELECT $k, $at, $about, $text", note);
    return note;
  });
}

/** Deletes a note, and with it every trace of what it said. Throws `unknown-note`. */
export async function removeNote(session: Session, k: number): Promise<void> {
  await alone(session, async () => {
    const [there] = await session.rows("SELECT 1 AS there FROM note WHERE k = $k", { k });
    if (!there) throw new Problem("unknown-note", `there is no note ${k}`, "`armslength note` lists them.");
    await session.run("DELETE FROM note WHERE k = $k", { k });
  });
}

async function alone<T>(session: Session, work: () => Promise<T>): Promise<T> {
  await session.run("BEGIN");
  try {
    const done = await work();
    await session.run("COMMIT");
    return done;
  } catch (error) {
    await session.run("ROLLBACK").catch(() => undefined);
    throw fault(error, "the notes");
  }
}
