import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["src/**/*.test.ts", "test/**/*.test.ts", "bench/**/*.test.ts"],
    // Tests wait for DuckDB, processes and a browser as much as they compute: a worker per core, not one less.
    maxWorkers: "100%",
    setupFiles: ["test/seed.ts"],
    // On a machine where memory is dear (3 µs a page) a case in memory takes ten times as long to open.
    testTimeout: 240_000,
    hookTimeout: 240_000,
    passWithNoTests: false,
  },
});
