import { configDefaults, defineConfig } from "vitest/config";

/** Those that put another module in the place of one of ours, which nobody else is to see. */
const apart = ["test/copied-laws.test.ts", "test/fifth-law.test.ts"];

export default defineConfig({
  test: {
    // Tests wait for DuckDB, processes and a browser as much as they compute: a worker per core, not one less.
    maxWorkers: "100%",
    setupFiles: ["test/seed.ts"],
    testTimeout: 60_000,
    hookTimeout: 120_000,
    passWithNoTests: false,
    projects: [
      {
        extends: true,
        test: {
          name: "house",
          include: ["src/**/*.test.ts", "test/**/*.test.ts", "bench/**/*.test.ts"],
          exclude: [...configDefaults.exclude, ...apart],
          // A module is read once a worker, not once a file: nothing is kept in one that an answer depends on.
          isolate: false,
        },
      },
      { extends: true, test: { name: "apart", include: apart } },
    ],
  },
});
