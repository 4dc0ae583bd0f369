/** A value as PDF writes it (ISO 32000-1, 7.3). */
export type PdfValue =
  | number
  | boolean
  | null
  | Ref
  | { readonly name: string }
  | { readonly text: string }
  | { readonly hex: string }
  | readonly PdfValue[]
  | { readonly dict: Dict };

/** An object of the file, by number. */
export interface Ref {
  readonly ref: number;
}

/** Entries of a dictionary; `undefined` leaves one out. */
export type Dict = Readonly<Record<string, PdfValue | undefined>>;

export const name = (of: string): PdfValue => ({ name: of });
export const dict = (entries: Dict): PdfValue => ({ dict: entries });

/** A number with at most three decimals, never in exponents. */
export const number = (value: number): string => {
  const rounded = Math.round(value * 1000) / 1000;
  return Object.is(rounded, -0) ? "0" : String(rounded);
};

/** A value in the syntax of a file. */
export function written(value: PdfValue): string {
  if (value === null) return "null";
  if (typeof value === "number") return number(value);
  if (typeof value === "boolean") return String(value);
  if (isArray(value)) return `[${value.map(written).join(" ")}]`;
  if ("ref" in value) return `${value.ref} 0 R`;
  if ("name" in value) return nameWritten(value.name);
  if ("text" in value) return textWritten(value.text);
  if ("hex" in value) return `<${value.hex}>`;
  return dictWritten(value.dict);
}

export function dictWritten(entries: Dict): string {
  const parts = Object.entries(entries).flatMap(([key, value]) =>
    value === undefined ? [] : [`${nameWritten(key)} ${written(value)}`],
  );
  return `<<${parts.join(" ")}>>`;
}

const isArray = (value: PdfValue): value is readonly PdfValue[] => Array.isArray(value);

const nameWritten = (of: string): string =>
  `/${[...new TextEncoder().encode(of)]
    .map((byte) =>
      /[A-Za-z0-9._+-]/.test(String.fromCharCode(byte))
        ? String.fromCharCode(byte)
        : `#${byte.toString(16).padStart(2, "0")}`,
    )
    .join("")}`;

/** Plain ASCII as it stands, everything else as UTF-16 with its mark. */
function textWritten(text: string): string {
  if (/^[\x20-\x7e]*$/.test(text)) return `(${text.replace(/[\\()]/g, "\\$&")})`;
  return `<feff${utf16(text)}>`;
}

/** UTF-16 code units, big end first, in hexadecimal. */
export function utf16(text: string): string {
  let out = "";
  for (let n = 0; n < text.length; n++) out += text.charCodeAt(n).toString(16).padStart(4, "0");
  return out;
}
