import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";

/** The version of this package. */
export const { version } = createRequire(import.meta.url)("../../package.json") as { version: string };

/** Where this program lies: another checkout of the same version is another program. */
export const PROGRAM = fileURLToPath(new URL("../..", import.meta.url));

/** The page that says what the tables of a case folder hold. */
export const CASE_FOLDER_PAGE = fileURLToPath(new URL("../../docs/case-folder.md", import.meta.url));

/** The folder of the built-in case. */
export const BUILT_IN = fileURLToPath(new URL("../../cases/alibaba", import.meta.url));
