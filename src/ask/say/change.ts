import type { Percent } from "../../model/share.ts";
import type { Lang } from "../answer.ts";
import type { Block, Cell, Sentence, Span } from "../block.ts";
import type { Cause, Point, Search } from "../since.ts";
import { formatDate } from "./date.ts";

interface ChangeWords {
  readonly point: (day: string, known: string | null) => string;
  readonly title: string;
  readonly holding: string;
  readonly happened: string;
  readonly before: string;
  readonly after: string;
  /** `by`: on that day or before. */
  readonly how: Readonly<Record<Cause["happened"][number]["how"], (day: string, by: boolean) => string>>;
  readonly notHeld: string;
  readonly inHeld: (party: Span, held: Span, right: string) => Sentence;
  readonly needed: string;
  readonly others: string;
  readonly weight: string;
  readonly worth: string;
  readonly search: Readonly<Record<Search, string>>;
}

const EN: ChangeWords = {
  point: (day, known) => (known === null ? day : `${day} (as known on ${known})`),
  title: "What made the change",
  holding: "Holding",
  happened: "What happened",
  before: "Then",
  after: "Now",
  how: {
    began: (day, by) => `began${day && ` ${by ? "by" : "on"} ${day}`}`,
    beginning: (day) => `may have begun; its dates leave that open${day && ` until ${day}`}`,
    ended: (day) => `ended or may have ended${day && ` by ${day}`}`,
    ending: (day) => `may have ended; its dates leave that open${day && ` until ${day}`}`,
    replaced: () => "gave way to a later statement",
    again: () => "counts again, as what had taken its place no longer does",
    aged: () => "became too old to count as certain",
    bounded: (day, by) => `bounded by what was observed${day && ` ${by ? "by" : "on"} ${day}`}`,
    stated: (day, by) => `first stated${day && ` ${by ? "by" : "on"} ${day}`}`,
    superseded: (day, by) => `superseded${day && ` ${by ? "by" : "on"} ${day}`}`,
    withdrawn: (day) => `withdrawn${day && ` on ${day}`}`,
  },
  notHeld: "not held",
  inHeld: (party, held, right) => [party, " in ", held, `: ${right}`],
  needed: "yes",
  others: "no: others do as well",
  weight: "Does it turn on this?",
  worth: "as the statements say of that state",
  search: {
    smallest:
      "Found by putting what differs, holding by holding, into the earlier state: no smaller set gives the later outcome; “yes” where the later state without it alone is another. Where several sets are smallest, all their members are listed.",
    irreducible:
      "Found by putting what differs, holding by holding, into the earlier state: none of these can be left out, though a smaller set may exist.",
    candidates: "Too many holdings differ to try them; all that might matter are listed.",
  },
};

const ZH: ChangeWords = {
  point: (day, known) => (known === null ? day : `${day}（按${known}所知）`),
  title: "变化由何引起",
  holding: "持有关系",
  happened: "发生了什么",
  before: "先前",
  after: "后来",
  how: {
    began: (day, by) => `${day && `${by ? "至迟" : ""}${day}`}起始`,
    beginning: (day) => (day ? `可能已起始，其日期至${day}方能确定` : "可能已起始，其日期未能确定"),
    ended: (day) => `${day && `至迟${day}`}终止或可能已终止`,
    ending: (day) => (day ? `可能已终止，其日期至${day}方能确定` : "可能已终止，其日期未能确定"),
    replaced: () => "被更晚的陈述取代",
    again: () => "重新计入：取代它的陈述不再计入",
    aged: () => "记录过旧，不再作为确定依据",
    bounded: (day, by) => `以${by ? "至迟" : ""}${day}的记录为界`,
    stated: (day, by) => `${day && `${by ? "至迟" : ""}${day}`}首次陈述`,
    superseded: (day, by) => `${day && `${by ? "至迟" : ""}${day}`}被取代`,
    withdrawn: (day) => `${day && `${day}`}撤回`,
  },
  notHeld: "未持有",
  inHeld: (party, held, right) => [party, "在", held, `：${right}`],
  needed: "是",
  others: "否：其他变化也足以引起",
  weight: "结果是否取决于此",
  worth: "按当时陈述",
  search: {
    smallest:
      "将前后不同的持有关系逐项代入先前状态得出：没有更小的组合能得到后来的结果；“是”指后来状态若单独去掉它，结果就不同。若最小组合不止一个，其成员全部列出。",
    irreducible: "将前后不同的持有关系逐项代入先前状态得出：其中任何一项都不可缺少，但可能存在更小的组合。",
    candidates: "前后不同的持有关系太多，无法逐一试算；可能相关的全部列出。",
  },
};

export const changeWords = (lang: Lang): ChangeWords => (lang === "zh" ? ZH : EN);

/** A point of the two clocks in words. */
export const sayPoint = (point: Point, lang: Lang): string =>
  changeWords(lang).point(
    formatDate(point.asOf, lang),
    point.knownAsOf === null ? null : formatDate(point.knownAsOf, lang),
  );

/** How a face names entities and rights. */
export interface Naming {
  readonly lang: Lang;
  readonly entity: (id: string | null) => Span;
  readonly right: (code: string) => string;
}

/** The table of what made a change, each line with its statements; and how it was found. */
export function causesBlocks(causes: readonly Cause[], search: Search, naming: Naming): Block[] {
  if (causes.length === 0) return [];
  const words = changeWords(naming.lang);
  const figure = (value: Percent | null, because: readonly string[]): Cell =>
    value === null ? [words.notHeld] : { figure: { value, unit: "%", because, how: words.worth } };
  const rows = causes.map((cause): Cell[] => [
    words.inHeld(naming.entity(cause.party), naming.entity(cause.held), naming.right(cause.right)),
    figure(cause.before, cause.beforeBecause),
    figure(cause.after, cause.afterBecause),
    cause.happened.flatMap((each, n): Span[] => [
      ...(n === 0 ? [] : [naming.lang === "zh" ? "；" : "; "]),
      {
        text: words.how[each.how](formatDate(each.on, naming.lang), each.by === true),
        because: each.because,
      },
    ]),
    [cause.needed ? words.needed : words.others],
  ]);
  const columns = [
    { label: words.holding },
    { label: words.before, numeric: true },
    { label: words.after, numeric: true },
    { label: words.happened },
    ...(search === "candidates" ? [] : [{ label: words.weight }]),
  ];
  const shown = search === "candidates" ? rows.map((row) => row.slice(0, -1)) : rows;
  return [{ kind: "table", title: words.title, caption: words.search[search], columns, rows: shown }];
}
