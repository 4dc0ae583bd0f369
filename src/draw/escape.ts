const ENTITIES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};
const WHITESPACE = new Set([9, 10, 13]);

/** XML 1.0 has no control characters but tab and line breaks, and neither U+FFFE nor U+FFFF. */
const allowed = (character: string): boolean => {
  const code = character.codePointAt(0) ?? 0;
  return code >= 32 ? code !== 0xfffe && code !== 0xffff : WHITESPACE.has(code);
};

/** Data as text inside HTML or SVG, in elements and in quoted attributes. */
export function escapeText(text: string): string {
  let out = "";
  for (const character of text) if (allowed(character)) out += ENTITIES[character] ?? character;
  return out;
}
