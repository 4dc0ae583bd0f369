import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, relative } from "node:path";
import { afterAll, expect, test } from "vitest";
import { boundaryOf } from "./multipart.ts";
import { safePath, saveUpload } from "./upload.ts";

const staging = mkdtempSync(join(tmpdir(), "armslength-upload-"));
afterAll(() => rmSync(staging, { recursive: true, force: true }));

function sent(files: Readonly<Record<string, string>>) {
  const form = new FormData();
  for (const [name, text] of Object.entries(files)) form.append("files", new Blob([text]), name);
  const response = new Response(form);
  return { body: response.body!, boundary: boundaryOf(response.headers.get("content-type") ?? "") };
}

test("files of one folder lie together; nothing is left once they are removed", async () => {
  const { body, boundary } = sent({
    "case/entities.csv": "id",
    "case/interests.csv": "x",
    "other.json": "[]",
  });
  const upload = await saveUpload(body, boundary, staging);
  const paths = upload.files.map((file) => relative(upload.folder, file.path).replaceAll("\\", "/"));
  expect(paths).toEqual(["case/entities.csv", "case/interests.csv", "tables/other.json"]);
  expect(readFileSync(upload.files[1]?.path ?? "", "utf8")).toBe("x");
  await upload.remove();
  expect(readdirSync(staging)).toEqual([]);
});

test.each([
  ["../../etc/passwd", "etc", "passwd"],
  ["..\\..\\boot.ini", "tables", "boot.ini"],
  ["/abs/olute.csv", "abs", "olute.csv"],
  [".bashrc", "tables", "bashrc"],
  ["con.csv", "tables", "file-con.csv"],
  ["\u0000<x>|y?.csv", "tables", "x-y-.csv"],
  ["南华早报.csv", "tables", "南华早报.csv"],
  ["", "tables", "file"],
])("%j is stored as a plain name", (given, folder, name) => {
  expect(safePath(given)).toEqual([folder, name]);
});

test("a name may be long", () => {
  expect([...safePath(`${"a".repeat(500)}.csv`)[1]].length).toBeLessThanOrEqual(80);
});

test("more than may come is refused, and what came is removed", async () => {
  const { body, boundary } = sent({ "big.csv": "x".repeat(1000) });
  await expect(saveUpload(body, boundary, staging, 100)).rejects.toMatchObject({
    code: "bad-input",
    message: expect.stringContaining("100 bytes"),
  });
  expect(readdirSync(staging)).toEqual([]);
});

test("two files of one name in one folder are refused", async () => {
  const form = new FormData();
  for (const text of ["1", "2"]) form.append("files", new Blob([text]), "same.csv");
  const response = new Response(form);
  const boundary = boundaryOf(response.headers.get("content-type") ?? "");
  await expect(saveUpload(response.body!, boundary, staging)).rejects.toMatchObject({ code: "bad-input" });
  expect(existsSync(staging) ? readdirSync(staging) : []).toEqual([]);
});
