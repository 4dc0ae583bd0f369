/** A file with its place inside the folder it came in. */
export interface Picked {
  readonly file: File;
  readonly path: string;
}

/** Files chosen in a dialog; those of a folder keep its structure. */
export const picked = (files: FileList | null): Picked[] =>
  [...(files ?? [])].filter(visible).map((file) => ({ file, path: file.webkitRelativePath || file.name }));

const visible = (file: File) => !file.name.startsWith(".");

/** Files dropped on the page, folders walked through. */
export async function dropped(data: DataTransfer): Promise<Picked[]> {
  const entries = [...data.items].flatMap((item) => item.webkitGetAsEntry() ?? []);
  if (entries.length === 0) return picked(data.files);
  const found = await Promise.all(entries.map((entry) => walk(entry, "")));
  return found.flat();
}

async function walk(entry: FileSystemEntry, folder: string): Promise<Picked[]> {
  const path = folder === "" ? entry.name : `${folder}/${entry.name}`;
  if (entry.isFile) {
    const file = await new Promise<File>((resolve, reject) =>
      (entry as FileSystemFileEntry).file(resolve, reject),
    );
    return visible(file) ? [{ file, path }] : [];
  }
  const reader = (entry as FileSystemDirectoryEntry).createReader();
  const out: Picked[] = [];
  for (;;) {
    // A directory reader hands out at most a hundred entries a time.
    const some = await new Promise<FileSystemEntry[]>((resolve, reject) =>
      reader.readEntries(resolve, reject),
    );
    if (some.length === 0) return out;
    for (const each of some) out.push(...(await walk(each, path)));
  }
}
