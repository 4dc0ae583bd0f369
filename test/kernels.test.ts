import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { compileKernel, KERNEL } from "../scripts/compile-kernel.ts";

test("the compiled kernel is what its sources compile to: `npm run kernels` after a change", async () => {
  expect(readFileSync(KERNEL, "utf8")).toBe(await compileKernel());
});
