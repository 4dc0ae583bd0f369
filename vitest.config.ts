import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["src/**/*.test.ts", "test/**/*.test.ts", "bench/**/*.test.ts"],
    // Tests wait for DuckDB, processes and a browser as much as they compute: a worker per core, not one less.
    maxWorkers: "100%",
    // A module is read once a worker: nothing in the house is kept in one but what answers do not depend on.
    isolate: false,
    setupFiles: ["test/seed.ts"],
    testTimeout: 60_000,
    hookTimeout: 120_000,
    passWithNoTests: false,
  },
});
