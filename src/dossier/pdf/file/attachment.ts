import { PdfReader } from "./reader.ts";
import { isEntries, type Read } from "./syntax.ts";
import { type Dict, dict, name, type PdfValue, type Ref } from "./value.ts";
import type { PdfFile } from "./writer.ts";

/** A file carried inside a PDF. */
export interface Attachment {
  readonly name: string;
  readonly mime: string;
  readonly bytes: Uint8Array;
}

/** Puts a file inside, as data that belongs to the document (an associated file, ISO 32000-2, 14.13). Entries for the catalog. */
export function attachFile(file: PdfFile, attachment: Attachment, description: string): Dict {
  const called: PdfValue = { text: attachment.name };
  const stream: Ref = file.stream(
    {
      Type: name("EmbeddedFile"),
      Subtype: name(attachment.mime),
      Params: dict({ Size: attachment.bytes.length }),
    },
    attachment.bytes,
  );
  const spec = file.add(
    dict({
      Type: name("Filespec"),
      F: called,
      UF: called,
      Desc: { text: description },
      AFRelationship: name("Data"),
      EF: dict({ F: stream, UF: stream }),
    }),
  );
  return { Names: dict({ EmbeddedFiles: dict({ Names: [called, spec] }) }), AF: [spec] };
}

/** The bytes of a file carried inside a PDF, by its name; null if it is not there, or if this is no PDF that can be read. */
export function attachmentOf(bytes: Uint8Array, called: string): Uint8Array | null {
  try {
    const pdf = new PdfReader(bytes);
    const files = entry(pdf, entry(pdf, pdf.root, "Names"), "EmbeddedFiles");
    for (const spec of leaves(pdf, files)) {
      if (![entry(pdf, spec, "UF"), entry(pdf, spec, "F")].some((text) => textOf(text) === called)) continue;
      const embedded = pdf.follow(entry(pdf, spec, "EF"));
      const stream = isEntries(embedded) ? pdf.stream(embedded.get("UF") ?? embedded.get("F")) : undefined;
      if (stream) return stream.bytes;
    }
    return null;
  } catch {
    return null;
  }
}

const entry = (pdf: PdfReader, value: Read, key: string): Read => {
  const entries = pdf.follow(value);
  return isEntries(entries) ? pdf.follow(entries.get(key)) : null;
};

/** The values of a name tree, however deep. */
function leaves(pdf: PdfReader, tree: Read, depth = 0): Read[] {
  if (depth > 20) throw new RangeError("a tree without end");
  const names = entry(pdf, tree, "Names");
  const kids = entry(pdf, tree, "Kids");
  return [
    ...(Array.isArray(names) ? names.filter((_, n) => n % 2 === 1).map((each) => pdf.follow(each)) : []),
    ...(Array.isArray(kids) ? kids.flatMap((kid) => leaves(pdf, pdf.follow(kid), depth + 1)) : []),
  ];
}

/** A text of a PDF: UTF-16 with its mark, UTF-8 with its mark, or single bytes. */
function textOf(value: Read): string | undefined {
  if (!(value instanceof Uint8Array)) return undefined;
  if (value[0] === 0xfe && value[1] === 0xff) return new TextDecoder("utf-16be").decode(value.subarray(2));
  if (value[0] === 0xef && value[1] === 0xbb) return new TextDecoder().decode(value.subarray(3));
  return new TextDecoder("latin1").decode(value);
}
