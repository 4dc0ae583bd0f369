import { digestsOf } from "../dossier/payload.ts";
import type { Carried } from "../model/carried.ts";

/** What each statement carried says in the end, as a digest, by id: all its versions, and whether it is withdrawn. */
export function standingIn(carried: Carried): Record<string, string> {
  const said = digestsOf({ ...carried, events: carried.events.filter(({ what }) => what === "imported") });
  const gone = withdrawnIn(carried);
  return Object.fromEntries(
    Object.entries(said.statements).map(([id, digest]) => [
      id,
      gone.has(id) ? `${digest} withdrawn` : digest,
    ]),
  );
}

/** The statements that are withdrawn at the end of what is carried. */
export function withdrawnIn({ events }: Carried): Set<string> {
  const gone = new Set<string>();
  for (const event of events)
    if (event.what === "withdrawn") for (const id of event.statements) gone.add(id);
    else if (event.what === "restored") for (const id of event.statements) gone.delete(id);
  return gone;
}
