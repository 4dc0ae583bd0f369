/** Long work on a network lets everything else that waits for its thread have its turn. */
export { others } from "../threads/others.ts";
