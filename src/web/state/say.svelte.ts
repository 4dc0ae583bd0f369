/** What a screen reader hears when something changed without moving the focus. */
class Said {
  text = $state("");
}
export const said = new Said();

export function say(text: string): void {
  said.text = "";
  setTimeout(() => {
    said.text = text;
  }, 30);
}

/** Copies a text and says so. */
export async function copy(text: string, done: string): Promise<void> {
  await navigator.clipboard.writeText(text);
  say(done);
}
