import { getDocument } from "pdfjs-dist/legacy/build/pdf.mjs";

/** A node of the structure tree, as pdf.js gives it. */
export interface PdfNode {
  readonly role: string;
  readonly alt?: string;
  readonly children: readonly (PdfNode | { readonly type: string; readonly id: string })[];
}

/** A PDF as pdf.js, a program that we did not write, reads it. */
export interface ReadPdf {
  readonly pages: number;
  readonly title: string;
  readonly lang: string;
  /** Size of the first page. */
  readonly size: readonly [number, number];
  /** All text but what is there for the eye only, without white space, in the order of the content. */
  readonly text: string;
  /** Of each page: the text for the eye only (running heads, repeated heads). */
  readonly decoration: readonly string[];
  /** The structure of each page. */
  readonly trees: readonly PdfNode[];
  readonly bookmarks: readonly { readonly title: string; readonly page: number; readonly level: number }[];
  readonly links: readonly { readonly url?: string; readonly page?: number; readonly says: string }[];
}

export async function readPdf(bytes: Uint8Array): Promise<ReadPdf> {
  const task = getDocument({ data: Uint8Array.from(bytes), verbosity: 0, useSystemFonts: false });
  const pdf = await task.promise;
  const meta = await pdf.getMetadata();
  const info = meta.info as { Title?: string; Language?: string };
  let text = "";
  const decoration: string[] = [];
  const trees: PdfNode[] = [];
  const links: { url?: string; page?: number; says: string }[] = [];
  let size: readonly [number, number] = [0, 0];
  const pageOf = async (dest: unknown): Promise<number> =>
    Array.isArray(dest) ? (await pdf.getPageIndex(dest[0])) + 1 : 0;
  for (let n = 1; n <= pdf.numPages; n++) {
    const page = await pdf.getPage(n);
    if (n === 1) size = [page.view[2] ?? 0, page.view[3] ?? 0];
    const { items } = await page.getTextContent({ includeMarkedContent: true });
    let artifact = 0;
    let seen = "";
    for (const item of items) {
      if ("str" in item) {
        const shown = item.str.replace(/\s/gu, "");
        if (artifact > 0) seen += shown;
        else text += shown;
      } else if (item.type === "endMarkedContent") artifact = Math.max(0, artifact - 1);
      else if (("tag" in item && item.tag === "Artifact") || artifact > 0) artifact += 1;
    }
    decoration.push(seen);
    trees.push((await page.getStructTree()) as unknown as PdfNode);
    for (const each of await page.getAnnotations()) {
      if (each.subtype !== "Link") continue;
      const says = each.contentsObj?.str ?? "";
      links.push(each.url ? { url: each.url, says } : { page: await pageOf(each.dest), says });
    }
  }
  const bookmarks: { title: string; page: number; level: number }[] = [];
  const walk = async (items: Awaited<ReturnType<typeof pdf.getOutline>>, level: number): Promise<void> => {
    for (const item of items ?? []) {
      bookmarks.push({ title: item.title, page: await pageOf(item.dest), level });
      await walk(item.items, level + 1);
    }
  };
  await walk(await pdf.getOutline(), 1);
  await task.destroy();
  return {
    pages: trees.length,
    title: info.Title ?? "",
    lang: info.Language ?? "",
    size,
    text,
    decoration,
    trees,
    bookmarks,
    links,
  };
}

/** All nodes of a role, in reading order. A node that goes over several pages is there once for each. */
export function nodesOf(trees: readonly PdfNode[], role: string): PdfNode[] {
  return trees.flatMap((tree) => [
    ...(tree.role === role ? [tree] : []),
    ...nodesOf(
      tree.children.filter((child): child is PdfNode => "role" in child),
      role,
    ),
  ]);
}
