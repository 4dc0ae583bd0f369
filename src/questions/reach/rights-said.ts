import type { Span } from "../../ask/block.ts";
import { listOf, nameOf } from "../../ask/say/name.ts";
import { rightCalled } from "../../model/right-words.ts";
import type { ReachFinding } from "./finding.ts";
import type { ReachView } from "./speech.ts";
import type { ReachWords } from "./words.ts";

type Link = ReachFinding["links"][number];

/** Shares and votes: what is held of these has a figure of its own. */
export const isStake = ({ right }: Pick<Link, "right">): boolean =>
  right === "shareholding" || right === "votingRights";

/** The rights other than shares and votes that whoever is above it on the way has over it, each by name, once. */
export function rightsSaid(view: ReachView, { links }: ReachFinding): string[] {
  const others = links.filter((link) => !isStake(link));
  return [...new Set(others.map((link) => rightCalled(link.right, view.lang, link)))];
}

/** By what way it is reached: the entities between, or directly. */
export function waySaid(view: ReachView, words: ReachWords, { path }: ReachFinding): string {
  const between = path.slice(1, -1).map((id) => nameOf(view.entities[id], view.lang, id));
  return between.length > 0 ? listOf(between, view.lang) : words.directly;
}

/** Why something without votes of its own stands among what is controlled or held: by what right, and through whom. */
export function withoutVotes(view: ReachView, words: ReachWords, finding: ReachFinding): Span[] {
  if (finding.votes !== "0") return [];
  const way = finding.path.length > 2 ? waySaid(view, words, finding) : "";
  return [words.withoutVotes(way, listOf(rightsSaid(view, finding), view.lang))];
}
