import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { BLOCK, readersFolder, typed } from "../test/readme-blocks.ts";
import { ROOT } from "../test/source-files.ts";

/** `npx tsx scripts/update-readme.ts`: runs the commands of README.md and writes what they now print below them. */
const path = join(ROOT, "README.md");
const folder = readersFolder();
const page = readFileSync(path, "utf8").replace(BLOCK, (block, commands: string, shown?: string) => {
  const done = typed(folder, commands);
  if (done.status !== 0) throw new Error(`${commands}${done.stderr}`);
  return shown === undefined
    ? block
    : `\`\`\`sh\n${commands}\`\`\`\n\n\`\`\`text\n${done.stdout.trimEnd()}\n\`\`\`\n`;
});
rmSync(folder, { recursive: true, force: true });
writeFileSync(path, page);
