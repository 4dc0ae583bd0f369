import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";

/** The version of this package. */
export const { version } = createRequire(import.meta.url)("../../package.json") as { version: string };

/** The folder of the built-in case. */
export const BUILT_IN = fileURLToPath(new URL("../../cases/alibaba", import.meta.url));
