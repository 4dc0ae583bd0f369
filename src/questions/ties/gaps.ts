import type { Gap } from "../../ask/answer.ts";
import type { FoundTies } from "../../networks/ties/find.ts";
import type { TiesFinding } from "./finding.ts";
import { longestOf, type TiesInput } from "./input.ts";

/** What is not known: nothing found, and how far was looked; what was left out; ties without a date. */
export function gapsOf(
  input: TiesInput,
  found: FoundTies,
  findings: readonly TiesFinding[],
  apart: readonly string[],
): Gap[] {
  const about = [input.entity, ...(input.to === undefined ? [] : [input.to])];
  const asked = longestOf(input);
  const gap = (
    code: string,
    what: string,
    why: string,
    of: readonly string[],
    because: readonly string[] = [],
  ) => ({
    ...{ code, what, why },
    about: of,
    because,
  });
  const undated = findings
    .flatMap((finding) => finding.links)
    .filter((link) => link.ties.every((tie) => tie.said.every((said) => said.from === "" && said.to === "")));
  return [
    ...apart.map((id) => gap("no-tie", "any tie", "no statement ties it to anyone", [id])),
    ...(findings.length === 0 && apart.length === 0
      ? [gap("no-path", "any path", `none of at most ${found.longest} links is on record`, about)]
      : []),
    ...(found.longest < asked
      ? [
          gap(
            "cut-near",
            `paths of more than ${found.longest} links`,
            "too much lies near them to look at all",
            about,
          ),
        ]
      : []),
    ...(found.complete
      ? []
      : [gap("cut-off", "further paths", "there are too many ways to look at all", about)]),
    ...(undated.length === 0
      ? []
      : [
          gap(
            "undated",
            "when a tie held",
            "no source gives a date",
            [...new Set(undated.flatMap((link) => [link.from, link.to]))],
            [...new Set(undated.flatMap((link) => link.because))].sort(),
          ),
        ]),
  ];
}
