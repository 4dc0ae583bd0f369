import { dict, name, type PdfValue, type Ref } from "./value.ts";
import type { PdfFile } from "./writer.ts";

export interface Bookmark {
  readonly text: string;
  readonly level: number;
  readonly to: PdfValue;
}

interface Entry {
  readonly ref: Ref;
  readonly mark: Bookmark;
  readonly parent: Entry | undefined;
  readonly kids: Entry[];
}

/** Titles as a tree of bookmarks (ISO 32000-1, 12.3.3): each lies in the last one above it with a lower level. */
export function writeBookmarks(file: PdfFile, marks: readonly Bookmark[]): Ref {
  const root: Entry = {
    ref: file.reserve(),
    mark: { text: "", level: 0, to: null },
    parent: undefined,
    kids: [],
  };
  let current = root;
  for (const mark of marks) {
    while (current.parent && current.mark.level >= mark.level) current = current.parent;
    const entry: Entry = { ref: file.reserve(), mark, parent: current, kids: [] };
    current.kids.push(entry);
    current = entry;
  }
  file.put(root.ref, dict({ Type: name("Outlines"), ...ends(root), Count: root.kids.length }));
  writeKids(file, root);
  return root.ref;
}

function writeKids(file: PdfFile, parent: Entry): void {
  parent.kids.forEach((entry, n) => {
    file.put(
      entry.ref,
      dict({
        Title: { text: entry.mark.text },
        Parent: parent.ref,
        Prev: parent.kids[n - 1]?.ref,
        Next: parent.kids[n + 1]?.ref,
        ...ends(entry),
        // Closed at first: a negative count.
        Count: entry.kids.length === 0 ? undefined : -entry.kids.length,
        Dest: entry.mark.to,
      }),
    );
    writeKids(file, entry);
  });
}

const ends = ({ kids }: Entry) => ({ First: kids[0]?.ref, Last: kids.at(-1)?.ref });
