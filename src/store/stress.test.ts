import { openCase } from "./duckdb.ts";
import { undoContract } from "./contract/undo-stress.ts";
undoContract("stress", () => openCase(":memory:", { threads: 1, memory: 2 ** 29 }));
