/** What the kinds of claim are called, on every face. */
export const claimKinds = {
  en: {
    fact: "fact",
    attribution: "report of a view",
    inference: "conclusion",
    motive: "motive",
    opinion: "opinion",
    prediction: "prediction",
  },
  zh: {
    fact: "事实",
    attribution: "转述看法",
    inference: "推断",
    motive: "动机",
    opinion: "意见",
    prediction: "预测",
  },
} as const;
