import { closeSync, mkdirSync, openSync, writeSync } from "node:fs";
import { join } from "node:path";
import type { World } from "./world.ts";

const FLUSH = 1 << 20;

/** Appends lines to a file in blocks, so that a world of any size is written in constant memory. */
export function writeLines(path: string, lines: Iterable<string>): number {
  const file = openSync(path, "w");
  let block = "";
  let count = 0;
  for (const line of lines) {
    block += `${line}\n`;
    count++;
    if (block.length > FLUSH) {
      writeSync(file, block);
      block = "";
    }
  }
  writeSync(file, block);
  closeSync(file);
  return count;
}

/** Writes a world as a case folder; returns the rows of each table. */
export function writeCase(world: World, folder: string): Record<string, number> {
  mkdirSync(folder, { recursive: true });
  const table = (name: string, columns: string, rows: Iterable<string>) =>
    writeLines(join(folder, `${name}.csv`), prepend(columns, rows)) - 1;
  return {
    sources: table("sources", "id,title,publisher,published,kind", [
      "register,Invented register,Nobody,2022-06-30,register",
    ]),
    entities: table("entities", "id,name,kind,jurisdiction", entityRows(world)),
    interests: table("interests", "id,subject,party,right,share,direct,from,to,source", interestRows(world)),
    publishes: table("publishes", "id,subject,object,source", outletRows(world)),
  };
}

function* prepend(first: string, rest: Iterable<string>) {
  yield first;
  yield* rest;
}

function* entityRows(world: World) {
  for (const e of world.entities()) yield `${e.id},${e.name},${e.kind},${e.jurisdiction}`;
}

function* interestRows(world: World) {
  for (const i of world.interests())
    yield `${i.id},${i.subject},${i.party},${i.right},${i.share},${i.direct},${i.from},${i.to},register`;
}

function* outletRows(world: World) {
  for (const o of world.publishes()) yield `${o.id},${o.publisher},${o.outlet},register`;
}
