import type { Kind } from "../../model/statement.ts";
import type { Lang } from "../answer.ts";
import type { Span } from "../block.ts";
import { grouped } from "./figure.ts";
import { RATING_WORDS } from "./rating-words.ts";

/** What a statement says between its parties; the parties come as they are to be shown, empty where there is none. */
export interface Parties {
  readonly subject: readonly Span[];
  readonly object: readonly Span[];
  /** What the statement a denial is about says, where it is at hand. */
  readonly denied: readonly Span[];
}
type Says = (parties: Parties, told: (name: string) => string, zh: boolean) => readonly Span[];

const list = (parts: readonly string[], zh: boolean): string =>
  parts.filter((part) => part !== "").join(zh ? "\uff0c" : ", ");
/** A number as it is written, its thousands apart; other words as they are. */
const number = (written: string): string =>
  /^[<>]?\d+(\.\d+)?$/.test(written) ? written.replace(/\d+/, grouped) : written;
/** A figure with its unit: 86.07 %, 18,228,000,000 CNY, 12 percent of loan. */
const measured = (value: string, unit: string): string =>
  unit === "percent" ? `${value}\u00a0%` : `${number(value)} ${unit.replaceAll("_", " ")}`.trim();
/** "18228000000 CNY" as its figure and its unit. */
const split = (quantity: string): string[] => quantity.split(/ (.*)/s);
/** "N" as "either way (N)". */
const rated = (code: string, zh: boolean): string => {
  const words: Readonly<Record<string, string>> = RATING_WORDS[zh ? "zh" : "en"];
  const said = words[code];
  return said === undefined ? code : zh ? `${said}\uff08${code}\uff09` : `${said} (${code})`;
};
const colon = (zh: boolean): string => (zh ? "\uff1a" : ": ");

/** "Jack Ma: executive chairman, Alibaba Group". */
const role: Says = ({ subject, object }, told, zh) => [
  ...subject,
  colon(zh),
  told("role"),
  ...(told("role") === "" || object.length === 0 ? [] : [zh ? "\uff0c" : ", "]),
  ...object,
];

const SAYS: Readonly<Record<Exclude<Kind, "interest">, Says>> = {
  office: role,
  membership: role,
  association: role,
  family: role,
  publishes: ({ subject, object }, _, zh) => [...subject, zh ? "出版" : " publishes ", ...object],
  supplies: ({ subject, object }, told, zh) => [
    ...subject,
    zh ? "供应" : " supplies ",
    ...object,
    ...(told("need") === "" ? [] : [colon(zh), told("need")]),
  ],
  share: ({ subject }, told, zh) => [
    ...subject,
    colon(zh),
    list([told("market"), told("measure"), told("period"), measured(told("value"), told("unit"))], zh),
  ],
  action: ({ subject, object }, told, zh) => [
    ...object,
    ...(object.length === 0 ? [] : [zh ? "对" : " on "]),
    ...subject,
    colon(zh),
    list(
      [told("kind"), told("stage"), told("conduct"), told("law"), measured(told("amount"), told("currency"))],
      zh,
    ),
  ],
  claim: (_, told) => [told("statement") || told("text")],
  denial: ({ object, denied }, told, zh) => [
    zh ? "被否认的说法\uff1a" : "Denied: ",
    ...(denied.length > 0 ? ["“", ...denied, "”"] : [told("of")]),
    zh ? "\u3002" : ". ",
    ...object,
    object.length > 0 ? colon(zh) : "",
    told("text"),
  ],
  evidence: (_, told, zh) => {
    const [what, claim, side] = [told("statement"), told("claim"), told("for")];
    const attached = zh
      ? `${what}附于${claim}，${side === "yes" ? "作为支持" : side === "no" ? "作为反对" : "不属任何一方"}`
      : side === ""
        ? `${what} is attached to ${claim}, on neither side`
        : `${what} is attached ${side === "no" ? "against" : "for"} ${claim}`;
    const [value = "", unit = ""] = split(told("quantity"));
    return [attached, ...(value === "" ? [] : [colon(zh), measured(value, unit)])];
  },
  hypothesis: (_, told) => [told("text")],
  rating: (_, told, zh) => [
    `${told("evidence")} × ${told("hypothesis")}${colon(zh)}${rated(told("rating"), zh)}`,
    ...(told("reason") === "" ? [] : [zh ? "\u3002" : ". ", told("reason")]),
    ...(told("rater") === "" ? [] : [zh ? `——${told("rater")}` : ` — ${told("rater")}`]),
  ],
  removal: ({ subject, object }, told, zh) => [...subject, ...object, colon(zh), told("text")],
  "data-holding": ({ subject, object }, told, zh) => [...subject, ...object, colon(zh), told("text")],
};

/** A statement of any kind but an interest, in words. */
export const kindSays = (
  kind: Exclude<Kind, "interest">,
  parties: Parties,
  told: (name: string) => string,
  lang: Lang,
): readonly Span[] => SAYS[kind](parties, told, lang === "zh").filter((span) => span !== "");
