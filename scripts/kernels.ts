// `npm run kernels`: compiles kernels/ to WebAssembly and writes it into src/graph, as text.
import { writeFileSync } from "node:fs";
import { compileKernel, KERNEL } from "./compile-kernel.ts";

writeFileSync(KERNEL, await compileKernel());
