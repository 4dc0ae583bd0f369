import { inflateRawSync } from "node:zlib";
import { expect, test } from "vitest";
import { zip } from "./zip.ts";

/** Reads a ZIP by its directory, as programs do. */
function unzip(bytes: Buffer): Record<string, string> {
  const end = bytes.lastIndexOf(Buffer.from([0x50, 0x4b, 5, 6]));
  let at = bytes.readUInt32LE(end + 16);
  const files: Record<string, string> = {};
  for (let k = 0; k < bytes.readUInt16LE(end + 10); k++) {
    expect(bytes.readUInt32LE(at)).toBe(0x02014b50);
    const [packed, length, local] = [at + 20, at + 28, at + 42];
    const size = bytes.readUInt32LE(packed);
    const name = bytes.toString("utf8", at + 46, at + 46 + bytes.readUInt16LE(length));
    const head = bytes.readUInt32LE(local);
    const body = head + 30 + bytes.readUInt16LE(head + 26) + bytes.readUInt16LE(head + 28);
    files[name] = inflateRawSync(bytes.subarray(body, body + size)).toString("utf8");
    at += 46 + bytes.readUInt16LE(length);
  }
  return files;
}

test("what goes in comes out, and the same files give the same bytes", () => {
  const files = { "case/a.csv": "id\n1\n", "case/名.csv": "", "b.txt": "x".repeat(10_000) };
  const entries = Object.entries(files).map(([name, text]) => ({ name, bytes: Buffer.from(text) }));
  expect(unzip(zip(entries))).toEqual(files);
  expect(zip(entries).equals(zip(entries))).toBe(true);
});
