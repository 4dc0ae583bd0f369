import fc from "fast-check";
import { expect, test } from "vitest";
import { el, type Markup, text } from "../../draw/element.ts";
import { type Node, readMarkup, textOf } from "./markup.ts";

interface Drawn {
  readonly node: Node;
  readonly markup: Markup;
}
/** Text without the characters that `text` leaves out, and not empty. */
const words = fc
  .string({ unit: "grapheme", minLength: 1 })
  .filter((each) => text(each).length > 0 && !/\p{Cc}/u.test(each));
const { drawn } = fc.letrec<{ drawn: Drawn }>((tie) => ({
  drawn: fc.oneof(
    { depthSize: "small" },
    words.map((given) => ({ node: given, markup: text(given) })),
    fc
      .record({
        name: fc.constantFrom("p", "g", "td", "path", "h2"),
        attributes: fc.dictionary(fc.constantFrom("class", "id", "data-because", "d"), words),
        children: fc.array(tie("drawn"), { maxLength: 3 }),
      })
      .map(({ name, attributes, children }) => ({
        node: { name, attributes, children: children.map((child) => child.node) },
        markup: el(name, attributes, ...children.map((child) => child.markup)),
      })),
  ),
}));

test("what `el` and `text` write is read back as it was", () => {
  fc.assert(
    fc.property(drawn, ({ node, markup }) => {
      const read = readMarkup(markup);
      expect(merged(read)).toEqual(merged([node]));
      expect(textOf(read)).toBe(textOf([node]));
    }),
  );
});

/** Texts beside each other are one. */
function merged(nodes: readonly Node[]): unknown[] {
  const out: unknown[] = [];
  for (const node of nodes) {
    const last = out.at(-1);
    if (typeof node !== "string")
      out.push({ ...node, attributes: { ...node.attributes }, children: merged(node.children) });
    else if (typeof last === "string") out[out.length - 1] = last + node;
    else out.push(node);
  }
  return out;
}

test.each(["<p>", "</p>", "<p></b>", "<p class=a></p>", "a < b"])("%s is refused", (broken) => {
  expect(() => readMarkup(broken)).toThrow(/cannot be read/);
});
