import fc from "fast-check";
import { zlibSync } from "fflate";
import { expect, test } from "vitest";
import { attachFile, attachmentOf } from "./attachment.ts";
import { dict, name } from "./value.ts";
import { PdfFile } from "./writer.ts";

function carrying(called: string, bytes: Uint8Array, others = 0): Uint8Array {
  const file = new PdfFile();
  for (let n = 0; n < others; n++) file.add(dict({ Filler: n }));
  const entries = attachFile(file, { name: called, mime: "application/json", bytes }, "data");
  return file.finish(file.add(dict({ Type: name("Catalog"), ...entries })), file.add(dict({})));
}

test("a file carried inside comes out as it went in, under its own name only", () => {
  fc.assert(
    fc.property(
      fc.string({ unit: "grapheme", minLength: 1 }),
      fc.uint8Array(),
      fc.nat(500),
      (called, bytes, others) => {
        const pdf = carrying(called, bytes, others);
        expect(attachmentOf(pdf, called)).toEqual(bytes);
        expect(attachmentOf(pdf, `${called}x`)).toBeNull();
      },
    ),
    { numRuns: 40 },
  );
});

test("the same content is the same bytes", () => {
  expect(carrying("a.json", Uint8Array.of(1, 2))).toEqual(carrying("a.json", Uint8Array.of(1, 2)));
  expect(carrying("a.json", Uint8Array.of(1, 2))).not.toEqual(carrying("a.json", Uint8Array.of(1, 3)));
});

test("what is no PDF, or a damaged one, carries nothing and raises nothing", () => {
  const whole = carrying("a.json", Uint8Array.of(1, 2, 3));
  expect(attachmentOf(new Uint8Array(0), "a.json")).toBeNull();
  expect(attachmentOf(new TextEncoder().encode("startxref 0"), "a.json")).toBeNull();
  fc.assert(
    fc.property(fc.nat(whole.length - 1), fc.nat(255), fc.boolean(), (at, byte, cut) => {
      const hurt = cut ? whole.slice(0, at) : whole.map((old, n) => (n === at ? byte : old));
      expect(() => attachmentOf(hurt, "a.json")).not.toThrow();
    }),
  );
});

test("a file with a plain table of cross-references, an update and a predictor is read too", () => {
  const content = new TextEncoder().encode("kept");
  // PNG's “up” on rows of two bytes: the second row holds differences to the first.
  const rows = zlibSync(Uint8Array.of(0, 0x6b, 0x65, 2, 0x70 - 0x6b, 0x74 - 0x65));
  const latin = (bytes: Uint8Array) => Buffer.from(bytes).toString("latin1");
  const parts = [
    "%PDF-1.4\n",
    "1 0 obj\n<</Type/Catalog/Names<</EmbeddedFiles<</Kids[4 0 R]>>>>>>\nendobj\n",
    "2 0 obj\n<</F(old.json)/EF<</F 3 0 R>>>>\nendobj\n",
    `3 0 obj\n<</Length ${rows.length}/Filter/FlateDecode/DecodeParms<</Predictor 12/Columns 2>>>>\nstream\r\n${latin(rows)}\nendstream\nendobj\n`,
    "4 0 obj\n<</Names[(old.json) 2 0 R]>>\nendobj\n",
  ];
  let text = "";
  const offsets = parts.map((part) => {
    const at = text.length;
    text += part;
    return at;
  });
  const row = (at: number | undefined) => `${String(at).padStart(10, "0")} 00000 n \n`;
  const first = text.length;
  text += `xref\n0 5\n0000000000 65535 f \n${offsets.slice(1).map(row).join("")}trailer\n<</Size 5/Root 1 0 R>>\nstartxref\n${first}\n%%EOF\n`;
  const renamed = text.length;
  text += "2 0 obj\n<</F(new.json)/EF<</F 3 0 R>>>>\nendobj\n";
  const second = text.length;
  text += `xref\n2 1\n${row(renamed)}trailer\n<</Size 5/Root 1 0 R/Prev ${first}>>\nstartxref\n${second}\n%%EOF\n`;
  const pdf = Uint8Array.from(Buffer.from(text, "latin1"));
  expect(attachmentOf(pdf, "new.json")).toEqual(content);
  expect(attachmentOf(pdf, "old.json")).toBeNull();
});
