import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { builtInCase, program } from "../../test/built-in-case.ts";

test("a dossier is verified where its case is not: 0 where it holds, 1 where not, 3 where it is none", async () => {
  const built = await builtInCase();
  const elsewhere = mkdtempSync(join(tmpdir(), "armslength-verify-"));
  const file = join(elsewhere, "scmp.html");
  await program(["dossier", "SCMP", "--as-of", "2017-07-18", "-o", file], built.folder);
  built.remove();
  const honest = await program(["verify", file], elsewhere);
  expect([honest.code, honest.out.split("\n")[0], honest.err]).toEqual([
    0,
    "This dossier holds: every figure follows from the statements it carries.",
    "",
  ]);
  const digest = /"sha256": "([0-9a-f]{64})"/.exec(
    (await program(["--json", "verify", file], elsewhere)).out,
  )?.[1];
  expect(honest.out).toContain(`sha256:${digest}`);
  const text = readFileSync(file, "utf8");
  writeFileSync(file, text.replace("South China Morning Post</h1>", "South China Evening Post</h1>"));
  const hurt = await program(["--lang", "zh", "verify", file], elsewhere);
  expect([hurt.code, hurt.out.split("\n")[0]]).toEqual([1, "本卷宗不成立，问题如下。"]);
  expect(hurt.out).toContain("South China Evening Post");
  const honestCopy = join(elsewhere, "honest.html");
  writeFileSync(honestCopy, text);
  const forgery = await program(["compare", honestCopy, file], elsewhere);
  expect([forgery.code, forgery.out]).toEqual([3, ""]);
  expect(forgery.err).toMatch(/^does-not-hold: /);
  expect((await program(["compare", honestCopy, honestCopy], elsewhere)).code).toBe(0);
  writeFileSync(file, text.slice(0, 3000));
  const none = await program(["verify", file], elsewhere);
  expect([none.code, none.out]).toEqual([3, ""]);
  expect(none.err).toMatch(/^not-a-dossier: /);
  rmSync(elsewhere, { recursive: true });
}, 120_000);
