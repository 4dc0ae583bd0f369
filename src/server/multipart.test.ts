import fc from "fast-check";
import { expect, test } from "vitest";
import { boundaryOf, partsOf } from "./multipart.ts";

interface File {
  readonly filename: string;
  readonly bytes: Uint8Array;
}

async function* chunks(body: Buffer, sizes: readonly number[]): AsyncGenerator<Uint8Array> {
  let [at, k] = [0, 0];
  while (at < body.length) {
    const size = sizes.length === 0 ? body.length : (sizes[k++ % sizes.length] ?? 1);
    yield body.subarray(at, at + size);
    at += size;
  }
}

async function read(body: Buffer, boundary: string, sizes: readonly number[]): Promise<File[]> {
  const files: { filename: string; pieces: Uint8Array[] }[] = [];
  for await (const part of partsOf(chunks(body, sizes), boundary)) {
    if ("begin" in part) files.push({ filename: part.begin.filename, pieces: [] });
    else if ("bytes" in part) files.at(-1)?.pieces.push(Uint8Array.from(part.bytes));
  }
  return files.map(({ filename, pieces }) => ({ filename, bytes: Uint8Array.from(Buffer.concat(pieces)) }));
}

async function written(files: readonly File[]): Promise<{ body: Buffer; boundary: string }> {
  const form = new FormData();
  for (const { filename, bytes } of files) form.append("files", new Blob([Uint8Array.from(bytes)]), filename);
  const response = new Response(form);
  const boundary = boundaryOf(response.headers.get("content-type") ?? "");
  return { body: Buffer.from(await response.arrayBuffer()), boundary };
}

test("what a browser's form brings arrives byte for byte, however it is cut into chunks", async () => {
  const bytes = fc.oneof(
    fc.uint8Array({ maxLength: 200 }),
    fc.constantFrom("", "\r\n", "\r\n--", "--\r\n", "\r\n------formdata").map((text) => Buffer.from(text)),
  );
  const filename = fc.constantFrom("a.csv", "ordner/b.csv", '名 "x".json', "c\rd.csv");
  const files = fc.array(fc.record({ filename, bytes }), { minLength: 1, maxLength: 4 });
  const sizes = fc.array(fc.integer({ min: 1, max: 60 }), { maxLength: 5 });
  await fc.assert(
    fc.asyncProperty(files, sizes, async (sent, cut) => {
      const { body, boundary } = await written(sent);
      const got = await read(body, boundary, cut);
      const expected = sent.map((file) => ({ filename: file.filename, bytes: Uint8Array.from(file.bytes) }));
      expect(got).toEqual(expected);
    }),
    { numRuns: 200 },
  );
});

test("a body that breaks off is refused", async () => {
  const { body, boundary } = await written([{ filename: "a", bytes: Buffer.from("abc") }]);
  await expect(read(body.subarray(0, body.length - 8), boundary, [])).rejects.toMatchObject({
    code: "bad-input",
  });
});

test("anything but multipart/form-data is refused", () => {
  expect(() => boundaryOf("text/plain")).toThrow(/text\/plain/);
  expect(boundaryOf('multipart/form-data; boundary="a b"')).toBe("a b");
});
