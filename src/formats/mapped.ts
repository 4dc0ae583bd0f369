import { existsSync, readdirSync, statSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { Problem } from "../errors.ts";
import type { Format } from "./format.ts";
import { loadMapping } from "./mapped/load.ts";
import type { MappingFile } from "./mapped/shape.ts";
import { stageMapped } from "./mapped/stage.ts";

const ENDING = /\.map\.json$/i;

/** Any tables through a mapping that lies beside them: a folder with one `*.map.json`, or that file. */
export const mapped: Format = {
  id: "mapped",
  title: "any CSV or TSV tables, through the mapping beside them (*.map.json)",
  reader: "mapped 1",
  recognises: (path, files) => (files === null ? ENDING.test(path) : files.some((file) => ENDING.test(file))),
  files: (path) => {
    const mapping = mappingIn(path);
    return [mapping, ...tables(loadMapping(mapping), [folderOf(path)], basename(mapping)).values()];
  },
  stage: async (writer, path) => {
    const mapping = mappingIn(path);
    const read = loadMapping(mapping);
    const name = basename(mapping);
    await stageMapped(writer, read, name, tables(read, [folderOf(path)], name));
  },
};

/** The format of tables that lie elsewhere than their mapping: `import PATH… --map MAPPING`. */
export function mappedBy(mapping: string, paths: readonly string[]): Format {
  if (!existsSync(mapping)) throw new Problem("file-missing", `there is no ${mapping}`, "Check the path.");
  const read = loadMapping(mapping);
  const name = basename(mapping);
  const found = tables(read, paths, name);
  return {
    ...mapped,
    files: () => [mapping, ...found.values()],
    stage: (writer) => stageMapped(writer, read, name, found),
  };
}

const folderOf = (path: string) => (statSync(path).isDirectory() ? path : dirname(path));

function mappingIn(path: string): string {
  if (!statSync(path).isDirectory()) return path;
  const found = readdirSync(path).filter((file) => ENDING.test(file));
  if (found.length === 1) return join(path, found[0] as string);
  throw new Problem(
    "bad-mapping",
    found.length === 0
      ? `${basename(path)} holds no mapping`
      : `${basename(path)} holds ${found.length} mappings: ${found.sort().join(", ")}`,
    "Name one with --map, or leave one in the folder.",
  );
}

/** Where each file of a mapping is. One table and one path belong together, whatever the path is called. */
function tables(mapping: MappingFile, paths: readonly string[], name: string): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  const [first, ...more] = paths;
  const sole = mapping.files.length === 1 && more.length === 0 && first !== undefined;
  for (const { file, optional } of mapping.files) {
    const path =
      sole && !statSync(first).isDirectory() ? first : paths.map((one) => within(one, file)).find(existing);
    if (path !== undefined) found.set(file, path);
    else if (!optional)
      throw new Problem(
        "missing-table",
        `there is no ${file}, which ${name} reads`,
        "Name the folder that holds the tables, or each of them.",
      );
  }
  return found;
}

const within = (path: string, file: string) =>
  statSync(path).isDirectory() ? join(path, file) : basename(path) === file ? path : undefined;
const existing = (path: string | undefined): path is string => path !== undefined && existsSync(path);
