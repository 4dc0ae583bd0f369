import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { z } from "zod";

const Info = z.object({
  pid: z.number(),
  port: z.number(),
  key: z.string(),
  version: z.string(),
  program: z.string().default(""),
});

/** Who serves a case: lies beside it while it is served, readable by the same user only. */
export type ServeInfo = z.infer<typeof Info>;

const fileOf = (casePath: string) => `${casePath}.serve`;

/** Notes that a case is served; what a server that died left behind is replaced. */
export function writeServeFile(casePath: string, info: ServeInfo): void {
  rmSync(fileOf(casePath), { force: true });
  writeFileSync(fileOf(casePath), `${JSON.stringify(info)}\n`, { mode: 0o600, flag: "wx" });
}

export const removeServeFile = (casePath: string): void => rmSync(fileOf(casePath), { force: true });

/** Who serves a case, or null; a file left behind by a process that is gone is removed. */
export function readServeFile(casePath: string): ServeInfo | null {
  let text: string;
  try {
    text = readFileSync(fileOf(casePath), "utf8");
  } catch {
    return null;
  }
  const info = parsed(text);
  if (info && alive(info.pid)) return info;
  removeServeFile(casePath);
  return null;
}

function parsed(text: string): ServeInfo | null {
  try {
    return Info.parse(JSON.parse(text));
  } catch {
    return null;
  }
}

function alive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}
