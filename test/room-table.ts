import { readFileSync } from "node:fs";
import { builtinModules } from "node:module";
import { join, posix } from "node:path";
import type { Import } from "./imports.ts";
import { ROOT } from "./source-files.ts";

/** One row of the table "Who may look where". */
export interface RoomRule {
  readonly room: string;
  /** Rooms (`model`), or single files of them (`store/port`). */
  readonly rooms: readonly string[];
  /** The same, but types only. */
  readonly types: readonly string[];
  /** npm packages; `package: file` where only one file may. */
  readonly packages: readonly string[];
  readonly node: boolean;
}

/** Reads the table from ARCHITECTURE.md, so that the page and the rule are the same thing. */
export function roomTable(): RoomRule[] {
  const page = readFileSync(join(ROOT, "ARCHITECTURE.md"), "utf8");
  const section = page.split(/^## /m).find((part) => part.startsWith("Who may look where")) ?? "";
  return section
    .split("\n")
    .filter((line) => line.startsWith("| `"))
    .flatMap((line) => {
      const [names = [], rooms = [], types = [], packages = []] = line.split("|").slice(1).map(codes);
      const node = /\|\s*yes\s*\|\s*$/.test(line);
      return names.map((room) => ({ room, rooms, types, packages, node }));
    });
}

const codes = (cell: string): string[] => [...cell.matchAll(/`([^`]+)`/g)].map((match) => match[1] ?? "");

/** src/questions/control/index.ts → questions/control; src/errors.ts → errors; src/index.ts → index. */
export function roomOf(path: string): string {
  const [first = "", second = "", third] = path.replace(/^src\//, "").split("/");
  if (first === "questions" && third !== undefined) return `questions/${second}`;
  return first.replace(/\.ts$/, "");
}

const ruleFor = (table: readonly RoomRule[], room: string): RoomRule | undefined =>
  table.find((rule) => rule.room === room) ??
  (room.startsWith("questions/") ? table.find((rule) => rule.room === "questions/x") : undefined);

/** Says what is wrong with an import of a file of `src`, or nothing. */
export function breach(table: readonly RoomRule[], path: string, wanted: Import): string | undefined {
  const room = roomOf(path);
  const rule = ruleFor(table, room);
  if (!rule) return `${path}: the room "${room}" is not in the table`;
  const { specifier } = wanted;
  const told = `${path} imports ${specifier}`;
  if (specifier.startsWith(".")) {
    const target = posix.join(posix.dirname(path), specifier).replace(/^src\//, "");
    if (target.startsWith("../") || target.startsWith("/")) return `${told}: outside src`;
    const other = roomOf(target);
    if (other === room) return undefined;
    const named = (names: readonly string[]) =>
      names.some(
        (name) =>
          name === other ||
          target === `${name}.ts` ||
          (name === "questions/x" && other.startsWith("questions/")),
      );
    if (named(rule.rooms) || (wanted.typeOnly && named(rule.types))) return undefined;
    return `${told}: ${room} may not look into ${other}${named(rule.types) ? " but for types" : ""}`;
  }
  if (specifier.startsWith("node:") || builtinModules.includes(specifier))
    return rule.node ? undefined : `${told}: ${room} does no input or output`;
  const allowed = rule.packages.some((entry) => {
    const [name = "", file] = entry.split(": ");
    return (
      (specifier === name || specifier.startsWith(`${name}/`)) && (!file || path === `src/${room}/${file}`)
    );
  });
  return allowed ? undefined : `${told}: that package is another room's secret`;
}
