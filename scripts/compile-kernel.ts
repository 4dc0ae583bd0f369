import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import asc from "assemblyscript/asc";

const root = resolve(dirname(fileURLToPath(import.meta.url)), "..");
/** Where the compiled kernel stands as text. */
export const KERNEL = join(root, "src/graph/control-kernel.ts");

/** The text of `KERNEL` as the sources in kernels/ compile to. */
export async function compileKernel(): Promise<string> {
  let binary = new Uint8Array();
  const { error, stderr } = await asc.main(
    [
      ...["kernels/control.ts", "--baseDir", root, "--outFile", "control.wasm"],
      ...["-O3", "--noAssert", "--runtime", "stub"],
      ...["--importMemory", "--initialMemory", "1", "--maximumMemory", "65536"],
      ...["--sharedMemory", "--enable", "threads"],
    ],
    {
      writeFile: (name, contents) => {
        if (name.endsWith(".wasm") && typeof contents !== "string") binary = new Uint8Array(contents);
      },
    },
  );
  if (error) throw new Error(`${error.message}\n${stderr.toString()}`);
  const text = Buffer.from(binary)
    .toString("base64")
    .replaceAll(/.{1,96}/g, '  "$&" +\n');
  return `// Written by \`npm run kernels\` from kernels/control.ts.\n/** The kernel, base64. */\nexport const CONTROL_KERNEL =\n${text.replace(/ \+\n$/, ";\n")}`;
}
