import { basename } from "node:path";
import type { Writer } from "../../store/port.ts";
import { quoted } from "../case-folder/columns.ts";
import { SOURCES } from "../case-folder/tables.ts";
import { fill } from "./fill.ts";
import { tablesOf } from "./rules.ts";
import type { MappingFile } from "./shape.ts";
import { ROWS, readTable } from "./table.ts";

/** Fills the staging tables from the files of a mapping, in the mapping's order. `paths` says where each of them is. */
export async function stageMapped(
  writer: Writer,
  mapping: MappingFile,
  name: string,
  paths: ReadonlyMap<string, string>,
): Promise<void> {
  for (const [n, source] of mapping.sources.entries()) {
    const cells = SOURCES.columns.map((column) => quoted(source[column] ?? ""));
    await writer.run(
      `INSERT INTO stage_source (row, file, ${SOURCES.columns.join(", ")}) VALUES (${n + 1}, ${quoted(name)}, ${cells.join(", ")})`,
    );
  }
  const only = mapping.sources.length === 1 ? (mapping.sources[0]?.id ?? "") : "";
  for (const file of mapping.files) {
    const path = paths.get(file.file);
    if (path === undefined) continue;
    const cells = await readTable(writer, path, file);
    for (const { table, rules } of tablesOf(file))
      for (const rule of rules) await fill(writer, table, rule, cells, basename(path), only);
    await writer.run(`DROP TABLE ${ROWS}`);
  }
}
