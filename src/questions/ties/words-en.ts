import type { TiesWords } from "./words.ts";

const paths = (n: number) => `${n} ${n === 1 ? "path" : "paths"}`;
const links = (n: number) => `${n} ${n === 1 ? "link" : "links"}`;

export const EN: TiesWords = {
  between: (x, y, day, n, more, longest) =>
    more
      ? `As of ${day}, the record documents ${paths(n)} or more from ${x} to ${y}, of at most ${links(longest)}; ${n === 1 ? "here is the strongest" : `here are the ${n} strongest`}.`
      : `As of ${day}, the record documents ${paths(n)} from ${x} to ${y}, of at most ${links(longest)}.`,
  near: (x, day, n, longest) =>
    `As of ${day}, the record documents paths of at most ${links(longest)} from ${x} to persons, states or state bodies; here ${n === 1 ? "is the strongest to one of them" : `are the strongest to ${n} of them`}.`,
  strongest: (way, n, evidence, only) =>
    n === 1
      ? ` ${only ? "It" : "The strongest"} is a direct tie: ${way}. It rests on ${evidence}.`
      : ` ${only ? "It" : "The strongest"} has ${links(n)}: ${way}. Its weakest link rests on ${evidence}.`,
  nearest: (ends, n) => ` ${n === 1 ? "It leads" : "They lead"} to ${ends}.`,
  others: (n) => `${n} others`,
  deniedOn: (n, of) =>
    ` Somebody denies a link of ${of === 1 ? "it" : n === 1 ? "one of them" : `${n} of them`}.`,
  none: (x, y, day, longest) =>
    `As of ${day}, the record documents no path of at most ${links(longest)} from ${x} to ${y}.`,
  noneNear: (x, day, longest) =>
    `As of ${day}, the record documents no path of at most ${links(longest)} from ${x} to any person, state or state body.`,
  evidence: {
    none: "nothing",
    unnamed: "no named origin",
    interested: "sources with an interest only",
    one: "one named origin",
    several: "several independent origins",
    official: "an official record",
  },
  contested: ", and is denied",
  path: (n, way, length, evidence) =>
    `Path ${n}: ${way} (${links(length)}${length === 1 ? "" : "; the weakest"} resting on ${evidence.replace("is denied", "denied")})`,
  asBefore: (link, n) => `${link}: as on path ${n}.`,
  through: (name) => `${name} is tied with more than 50 on record: many paths lead through it.`,
  as: {
    office: (role) => (role === "" ? "in office at" : `${role} of`),
    membership: (role) => (role === "" ? "member of" : `${role} of`),
    association: (role) => (role === "" ? "associated with" : `${role} of`),
    family: (role) => (role === "" ? "family of" : `${role} of`),
  },
  of: "in",
  over: (what, company, instead) => `${what} in ${company}, ${instead ? "for" : "with"}`,
  conditional: "conditional",
  indirect: "held indirectly",
  oneOrigin: "All of this path comes from one origin.",
  when: ({ observed, from, to }) => {
    const said = observed
      ? [from && `as of ${from}`, to && `until ${to}`]
      : [from && `from ${from}`, to && `until ${to}`];
    const dates = said.filter((each) => each !== "").join(" ");
    return dates === "" ? "no date stated" : dates;
  },
  more: (n) => `${n} more ${n === 1 ? "statement" : "statements"}`,
  reported: (names, evidence, origins) =>
    `Reported by ${names}. It rests on ${evidence}${origins > 1 ? `; at most ${origins} origins are independent` : ""}.`,
  andMore: (n) => `${n} more`,
  repeats: (name) => ` (repeating ${name})`,
  side: (name) => ` (interested: ${name})`,
  denied: (by, text) => `${by} denies it: ${text}`,
  chart: (x, y) => (y === null ? `Documented paths from ${x}` : `Documented paths from ${x} to ${y}`),
  chartCaption: (day, more) =>
    `As of ${day}; ties of the past are shown with their dates. A line is a tie that somebody reports; it does not say that anyone acts on it.${more ? " “+1” at a line: one more tie between the same two." : ""}`,
  lines: {
    certain: "official record or a named origin",
    declared: "only interested or unnamed sources",
    possible: "reported, and denied",
  },
  table: "Link by link",
  tableCaption:
    "Each link once, with the paths it is on, what it rests on, who reports it and who denies it.",
  columns: {
    paths: "Paths",
    link: "Between",
    tie: "Tie",
    evidence: "Rests on",
    reportedBy: "Reported by",
    deniedBy: "Denied by",
  },
  kinds: {
    interest: "ownership or right",
    office: "office",
    membership: "membership",
    association: "association",
    family: "family",
  },
  nobody: "nobody on record",
  furtherPaths: (n) => `${n} more ${n === 1 ? "path" : "paths"}, link by link, in the table below.`,
  unknown: "What we do not know",
  gap: {
    "no-tie": (names) => `Any tie of ${names}: no statement ties it to anyone.`,
    "no-path": (names, n) =>
      `Any path of ${names} within ${links(n)}: none is on record. That is not proof that there is none.`,
    "cut-near": (names, n) =>
      `Paths of more than ${links(n)}: too much lies near ${names} to look at all of it.`,
    "cut-off": (names) =>
      `Further paths of ${names}: there are too many ways to look at all. Those shown are the strongest.`,
    undated: (names) => `When a tie held: no source gives a date (${names}).`,
  },
  method: "Method",
  methodText: (day, past, family) =>
    `A path is as strong as the evidence for its weakest link; of equally strong paths the shorter comes first. ${past ? `Ties up to ${day} count, also those that have ended.` : `Only ties that hold or may hold on ${day} count.`} ${family ? "Family ties of public record count." : "Family ties are left out."} A tie is what somebody reports; a path does not say that anyone acts on it.`,
};
