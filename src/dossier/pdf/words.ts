import type { Lang } from "../../ask/answer.ts";

/** The words a PDF needs besides those of the dossier. */
export interface PdfWords {
  readonly contents: string;
  readonly page: (page: number, of: number) => string;
  readonly asTables: string;
  readonly asTablesLead: string;
  readonly missing: (characters: string) => string;
  readonly attached: (name: string) => string;
}

const EN: PdfWords = {
  contents: "Contents",
  page: (page, of) => `Page ${page} of ${of}`,
  asTables: "The charts as tables",
  asTablesLead: "Each chart above once more as a table, with the sources of every figure.",
  missing: (characters) =>
    `□ stands for a character that none of the fonts in this file has: ${characters}. Copied from the file, it is the character itself.`,
  attached: (name) => `Data of this dossier: ${name}`,
};

const ZH: PdfWords = {
  contents: "目录",
  page: (page, of) => `第 ${page} 页，共 ${of} 页`,
  asTables: "以表格呈现的图表",
  asTablesLead: "以上各图的内容在此以表格列出，每个数字均注明来源。",
  missing: (characters) =>
    `□ 代表本文件所含字体均没有的字符：${characters}。从文件中复制时，得到的是该字符本身。`,
  attached: (name) => `本卷宗的数据：${name}`,
};

export const pdfWords = (lang: Lang): PdfWords => (lang === "zh" ? ZH : EN);
