/** Work on many networks, each by itself, is shared by threads. */
export { apartOf, membersApart } from "../threads/apart.ts";
