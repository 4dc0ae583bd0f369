import fc from "fast-check";
import { expect, test } from "vitest";
import { isEntries, isName, isReference, type Read, Syntax } from "./syntax.ts";
import { dict, number, type PdfValue, utf16, written } from "./value.ts";

const { value } = fc.letrec<{ value: PdfValue }>((tie) => ({
  value: fc.oneof(
    { depthSize: "small" },
    fc.boolean(),
    fc.constant(null),
    fc.integer({ min: -1_000_000, max: 1_000_000 }).map((whole) => whole / 1000),
    fc.nat(100_000).map((ref) => ({ ref })),
    fc.string({ unit: "grapheme", minLength: 1 }).map((name) => ({ name })),
    fc.string({ unit: "grapheme" }).map((text) => ({ text })),
    fc.uint8Array().map((bytes) => ({ hex: Buffer.from(bytes).toString("hex") })),
    fc.array(tie("value"), { maxLength: 4 }),
    fc.dictionary(fc.string({ minLength: 1 }), tie("value"), { maxKeys: 4 }).map(dict),
  ),
}));

/** What should be read of a value, worked out without writing it. */
function expected(given: PdfValue): unknown {
  if (given === null || typeof given !== "object") return given;
  if (Array.isArray(given)) return given.map(expected);
  if ("ref" in given) return { ref: given.ref };
  if ("name" in given) return { name: given.name };
  if ("hex" in given) return { hex: given.hex };
  if ("text" in given) {
    const ascii = /^[\x20-\x7e]*$/.test(given.text);
    return { hex: ascii ? Buffer.from(given.text).toString("hex") : `feff${utf16(given.text)}` };
  }
  if ("dict" in given) return Object.entries(given.dict).map(([key, each]) => [key, expected(each ?? null)]);
  throw new RangeError("not a value");
}

function shown(read: Read): unknown {
  if (isReference(read)) return { ref: read.to };
  if (isName(read)) return { name: Buffer.from(read.name, "latin1").toString("utf8") };
  if (read instanceof Uint8Array) return { hex: Buffer.from(read).toString("hex") };
  if (isEntries(read)) {
    return [...read].map(([key, each]) => [Buffer.from(key, "latin1").toString("utf8"), shown(each)]);
  }
  return Array.isArray(read) ? read.map(shown) : read;
}

test("what is written is read back as it was", () => {
  fc.assert(
    fc.property(value, (given) => {
      const read = new Syntax(new TextEncoder().encode(`${written(given)} `)).value();
      expect(shown(read)).toEqual(expected(given));
    }),
  );
});

test.each([
  ["(a\\(b\\)\\n\\101 (c))", "a(b)\nA (c)"],
  ["(one\\\ntwo)", "onetwo"],
  ["<48 65 6C6c6>", "Hell`"],
])("the text %s is %j", (syntax, text) => {
  const read = new Syntax(new TextEncoder().encode(syntax)).value();
  expect(Buffer.from(read as Uint8Array).toString("latin1")).toBe(text);
});

test.each(["", "[1 2", "<</A 1", "(open", "<41", "nothing", "[".repeat(500)])("%j is no value", (syntax) => {
  expect(() => new Syntax(new TextEncoder().encode(syntax)).value()).toThrow(RangeError);
});

test("numbers have at most three decimals and no exponent", () => {
  expect([0.1 + 0.2, -0.00001, 1e-7, 12345678.9012].map(number)).toEqual(["0.3", "0", "0", "12345678.901"]);
});
