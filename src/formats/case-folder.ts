import { existsSync } from "node:fs";
import { join } from "node:path";
import { stageFolder } from "./case-folder/read.ts";
import { FILES } from "./case-folder/tables.ts";
import type { Format } from "./format.ts";

/** A folder of plain UTF-8 tables that anyone can edit and keep under version control (INTERFACES.md). */
export const caseFolder: Format = {
  id: "case",
  title: "a case folder: CSV tables of entities, sources and statements",
  reader: "case-folder 1",
  recognises: (_path, files) => files?.some((file) => FILES.includes(file)) ?? false,
  files: (path) => FILES.map((file) => join(path, file)).filter((file) => existsSync(file)),
  stage: stageFolder,
};
