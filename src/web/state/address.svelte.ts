/** Where the reader is; the address carries all there is to know about what is shown. */
class Address {
  path = $state(location.pathname);
  query = $state(location.search);
  hash = $state(location.hash);
  get params(): URLSearchParams {
    return new URLSearchParams(this.query);
  }
}
export const address = new Address();

export type Route =
  | { readonly page: "home" | "sources" | "import" | "verify" | "check" | "lost" }
  | { readonly page: "entity" | "source" | "ask" | "dossier" | "sheet"; readonly id: string };

/** The page an address names. */
export function route(path: string): Route {
  const [, first = "", ...rest] = path.split("/");
  const id = safeDecode(rest.join("/"));
  if (first === "" && rest.length === 0) return { page: "home" };
  if ((first === "sources" || first === "import" || first === "check") && id === "") return { page: first };
  if (first === "verify" && id === "") return { page: first };
  if ((first === "dossier" || first === "sheet") && id !== "") return { page: first, id };
  if ((first === "entity" || first === "source" || first === "ask") && id !== "") return { page: first, id };
  return { page: "lost" };
}

function safeDecode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

function read(): void {
  address.path = location.pathname;
  address.query = location.search;
  address.hash = location.hash;
}

/** Goes to an address of this site; `replace` where going back should skip the present one. */
export function go(href: string, replace = false): void {
  const moved = new URL(href, location.href).pathname !== location.pathname;
  if (replace) history.replaceState(null, "", href);
  else history.pushState(null, "", href);
  read();
  if (moved) {
    scrollTo(0, 0);
    queueMicrotask(() => document.getElementById("main")?.focus({ preventScroll: true }));
  }
}

/** Settings that follow the reader from page to page. */
const CARRIED = ["lang", "as-of", "known"];

/** A link within the site that keeps language and dates, with the given parameters set (or, empty, removed). */
export function link(path: string, change: Readonly<Record<string, string>> = {}): string {
  const now = address.params;
  const next = new URLSearchParams();
  for (const key of CARRIED) {
    const value = now.get(key);
    if (value) next.set(key, value);
  }
  for (const [key, value] of Object.entries(change)) {
    if (value === "") next.delete(key);
    else next.set(key, value);
  }
  const query = next.toString();
  return query === "" ? path : `${path}?${query}`;
}

/** The present address with some parameters changed. */
export function here(change: Readonly<Record<string, string>>): string {
  const next = address.params;
  for (const [key, value] of Object.entries(change)) {
    if (value === "") next.delete(key);
    else next.set(key, value);
  }
  const query = next.toString();
  return address.path + (query === "" ? "" : `?${query}`);
}

/** Takes plain clicks on links of this site; everything else is the browser's. */
export function follow(event: MouseEvent): void {
  if (
    event.defaultPrevented ||
    event.button !== 0 ||
    event.metaKey ||
    event.ctrlKey ||
    event.shiftKey ||
    event.altKey
  )
    return;
  const anchor = (event.target as Element | null)?.closest("a");
  if (anchor?.target !== "" || anchor.hasAttribute("download") || anchor.origin !== location.origin) return;
  if (anchor.pathname.startsWith("/api/")) return;
  if (anchor.hash !== "" && anchor.pathname === location.pathname && anchor.search === location.search)
    return;
  event.preventDefault();
  go(anchor.href);
}

addEventListener("popstate", read);
addEventListener("hashchange", read);
