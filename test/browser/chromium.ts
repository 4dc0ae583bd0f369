import { execFileSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { type Browser, chromium } from "playwright-core";

const PLACES = [
  process.env.CHROMIUM,
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
  "/snap/bin/chromium",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
  "C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe",
  "C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe",
];

const found = (): string | undefined => PLACES.find((path) => path !== undefined && existsSync(path));

const isDebian = (): boolean =>
  existsSync("/etc/os-release") && /^ID(_LIKE)?=.*debian/m.test(readFileSync("/etc/os-release", "utf8"));

/** A Chromium on this machine; installs Debian's where this is root on Debian; else says in one line what is missing. */
function executable(): string {
  const here = found();
  if (here !== undefined) return here;
  if (isDebian() && process.getuid?.() === 0) {
    process.stderr.write("installing Debian's chromium for the browser tests …\n");
    execFileSync("/usr/bin/apt-get", ["update", "-qq"], { stdio: "ignore" });
    const packages = ["chromium", "fonts-noto-cjk"];
    execFileSync("/usr/bin/apt-get", ["install", "-y", "-qq", "--no-install-recommends", ...packages], {
      stdio: "ignore",
      env: { ...process.env, DEBIAN_FRONTEND: "noninteractive" },
    });
    const installed = found();
    if (installed !== undefined) return installed;
  }
  throw new Error(
    "The browser tests need a Chromium: install one (Debian: apt-get install chromium), or name it in the variable CHROMIUM.",
  );
}

export const launch = (): Promise<Browser> =>
  chromium.launch({ executablePath: executable(), args: process.getuid?.() === 0 ? ["--no-sandbox"] : [] });
