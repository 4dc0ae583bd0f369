import type { Lang } from "../answer.ts";

const ISO = /^(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?$/;

/** A date as written in a case (EDTF, or an ISO instant) in words: 18 July 2017, July 2017, at latest 2015. */
export function formatDate(written: string, lang: Lang): string {
  const inner = written.trim().replace(/^\[(.*)\]$/, "$1");
  const [first = "", last] = inner.split("..");
  if (last === undefined) return single(first, lang);
  const [from, until] = [single(first, lang), single(last, lang)];
  if (from === "") return lang === "zh" ? `不晚于${until}` : `${until} at latest`;
  if (until === "") return lang === "zh" ? `不早于${from}` : `${from} at earliest`;
  return lang === "zh" ? `${from}至${until}之间` : `between ${from} and ${until}`;
}

/** Made once: an answer writes many dates. */
const inEnglish = (parts: Intl.DateTimeFormatOptions) =>
  new Intl.DateTimeFormat("en-GB", { timeZone: "UTC", year: "numeric", ...parts });
const OF_YEAR = inEnglish({});
const OF_MONTH = inEnglish({ month: "long" });
const OF_DAY = inEnglish({ month: "long", day: "numeric" });

function single(text: string, lang: Lang): string {
  const match = ISO.exec(text.slice(0, 10));
  if (!match) return text;
  const [, year = "", month, day] = match;
  if (lang === "zh") {
    return `${year}年${month ? `${Number(month)}月` : ""}${day ? `${Number(day)}日` : ""}`;
  }
  const date = new Date(`${year}-${month ?? "01"}-${day ?? "01"}T00:00:00Z`);
  if (Number.isNaN(date.getTime())) return text;
  return (day ? OF_DAY : month ? OF_MONTH : OF_YEAR).format(date);
}
