import type { Random } from "./random.ts";

const FIRST = [
  "Northern",
  "Harbour",
  "Meridian",
  "Old Mill",
  "Silver",
  "Eastgate",
  "Union",
  "Cedar",
  "Blue River",
  "Castle",
];
const TRADE = [
  "Press",
  "Media",
  "Print",
  "Holdings",
  "Logistics",
  "Energy",
  "Foods",
  "Data",
  "Capital",
  "Broadcasting",
];
const FORM = ["Ltd", "Limited", "PLC", "GmbH", "S.A.", "B.V.", "Inc.", "LLC"];
const GIVEN = [
  "Ada",
  "Bruno",
  "Chen",
  "Dara",
  "Elif",
  "Femi",
  "Greta",
  "Hugo",
  "Ines",
  "Jonas",
  "Kofi",
  "Lena",
];
const FAMILY = [
  "Archer",
  "Bianchi",
  "Costa",
  "Dubois",
  "Eriksen",
  "Fischer",
  "Gomez",
  "Haddad",
  "Ivanova",
  "Jansen",
];
const PAPER = ["Courier", "Gazette", "Observer", "Herald", "Chronicle", "Tribune", "Post", "Mirror"];
const HAN = ["东方", "长江", "华信", "中元", "远航", "金桥", "新文", "海岳"];
const HAN_TRADE = ["传媒", "出版", "网络", "投资", "数据", "物流"];

export const companyName = (r: Random, n: number): string =>
  r.chance(0.08)
    ? `${r.pick(HAN)}${r.pick(HAN_TRADE)}${n}有限公司`
    : `${r.pick(FIRST)} ${r.pick(TRADE)} ${n} ${r.pick(FORM)}`;

export const personName = (r: Random, n: number): string => `${r.pick(GIVEN)} ${r.pick(FAMILY)} ${n}`;

export const outletName = (r: Random, n: number): string => `The ${r.pick(FIRST)} ${r.pick(PAPER)} ${n}`;
