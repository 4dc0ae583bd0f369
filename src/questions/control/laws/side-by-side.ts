import type { Matrix } from "../../../ask/block.ts";
import { listOf } from "../../../ask/say/name.ts";
import type { ControlFinding } from "../finding.ts";
import type { Speech } from "../speech.ts";
import { basesOf, groundsFor, isControl, lawOf } from "./show.ts";
import { type LawWords, lawWords } from "./words.ts";

type Cell = Matrix["cells"][number][number];

/** All laws on the same facts, one column a law and one row a party; nothing where only one was asked. */
export function lawsMatrix(speech: Speech): Matrix[] {
  const { view, words, name, entity } = speech;
  const { findings, lang } = view;
  if (findings.length < 2) return [];
  const w = lawWords(lang);
  const parties = [
    ...new Set(
      findings.flatMap((f) => [...f.controllers.map((c) => c.party), ...f.behind.map((b) => b.party)]),
    ),
  ];
  return [
    {
      kind: "matrix",
      title: w.sideBySide(name(findings[0]?.subject ?? "")),
      caption: w.caption,
      columns: findings.map((f) => {
        const law = lawOf(f);
        return {
          label: f.hypothetical
            ? words.inBrackets(law?.name[lang] ?? f.law, w.hypothetical)
            : (law?.name[lang] ?? f.law),
          about: isControl(f) ? words.advice : (law?.statute ?? ""),
        };
      }),
      rows: [{ label: [w.verdict] }, ...parties.map((party) => ({ label: [entity(party)] }))],
      cells: [
        findings.map((f): Cell => {
          const looks = {
            controlled: "certain",
            "not known": "possible",
            "no controller on record": null,
          } as const;
          const look = looks[f.verdict];
          return {
            text: w.answers[f.verdict],
            reason: "",
            because: f.because,
            ...(look === null ? {} : { looks: look }),
          };
        }),
        ...parties.map((party) => findings.map((f) => cellOf(speech, w, f, party))),
      ],
    },
  ];
}

function cellOf(speech: Speech, w: LawWords, finding: ControlFinding, party: string): Cell {
  const { name, view } = speech;
  const c = finding.controllers.find((one) => one.party === party);
  if (c)
    return {
      text: c.certainty === "certain" ? w.certain : w.possibly,
      reason: basesOf(speech, w, finding, c, "article").join(w.semicolon),
      because: groundsFor(finding, c),
      looks: c.certainty,
    };
  const between = finding.chain.find((one) => one.party === party);
  if (between)
    return { text: w.between, reason: w.betweenReason[between.certainty], because: finding.because };
  const behind = finding.behind.find((one) => one.party === party);
  if (!behind) return { text: w.not, reason: "", because: [] };
  return {
    text: w.stands,
    reason: w.behind(listOf(behind.through.map(name), view.lang)),
    because: finding.because,
  };
}
