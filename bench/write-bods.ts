import type { World, WorldEntity, WorldInterest } from "./world.ts";
import { writeLines } from "./write-case.ts";

const PUBLICATION = {
  publicationDate: "2022-06-30",
  bodsVersion: "0.4",
  publisher: { name: "Invented register" },
};

/** Writes a world as BODS 0.4 JSON lines, one statement a line; outlets and who publishes them have no place in BODS. */
export function writeBods(world: World, path: string): number {
  return writeLines(path, lines(world));
}

function* lines(world: World): Generator<string> {
  for (const e of world.entities()) if (e.kind !== "outlet") yield JSON.stringify(entity(e));
  for (const i of world.interests()) yield JSON.stringify(relationship(i));
}

function statement(recordType: string, recordId: string, subject: string, recordDetails: object): object {
  return {
    statementId: `st-${recordType}-`.padEnd(32 - recordId.length, "0") + recordId,
    declarationSubject: subject,
    statementDate: "2022-06-30",
    publicationDetails: PUBLICATION,
    recordId,
    recordStatus: "new",
    recordType,
    recordDetails,
  };
}

function entity(e: WorldEntity): object {
  if (e.kind === "person")
    return statement("person", e.id, e.id, {
      isComponent: false,
      personType: "knownPerson",
      names: [{ type: "legal", fullName: e.name }],
    });
  return statement("entity", e.id, e.id, {
    isComponent: false,
    entityType: { type: "registeredEntity" },
    name: e.name,
    jurisdiction: { code: e.jurisdiction, name: e.jurisdiction },
  });
}

function relationship(i: WorldInterest): object {
  return statement("relationship", i.id, i.subject, {
    isComponent: false,
    subject: i.subject,
    interestedParty: i.party,
    interests: [
      {
        type: i.right,
        directOrIndirect: i.direct,
        ...(i.share === "" ? {} : { share: share(i.share) }),
        startDate: i.from,
        ...(i.to === "" ? {} : { endDate: i.to }),
      },
    ],
  });
}

/** The notation of a case folder as a BODS share. */
function share(text: string): object {
  const [low = "", high] = text.split("-");
  if (high === undefined && !low.startsWith(">")) return { exact: Number(low) };
  return {
    ...(low.startsWith(">") ? { exclusiveMinimum: Number(low.slice(1)) } : { minimum: Number(low) }),
    ...(high === undefined
      ? { maximum: 100 }
      : high.startsWith("<")
        ? { exclusiveMaximum: Number(high.slice(1)) }
        : { maximum: Number(high) }),
  };
}
