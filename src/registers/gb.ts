import { Register } from "./register.ts";

export const gb: Register = Register.parse({
  id: "gb",
  jurisdiction: "GB",
  name: { en: "Companies House", zh: "英国公司注册处（Companies House）" },
  exchanges: ["LSE", "AIM"],
  source: "https://find-and-update.company-information.service.gov.uk/",
  asOf: "2026-11-25",
  note: "From general knowledge; not checked against the register on this day.",
  records: [
    {
      id: "gb-cs01",
      name: {
        en: "confirmation statement (CS01) with its list of members",
        zh: "确认声明（CS01）所附股东名单",
      },
      discloses: {
        en: "names of members and the number of shares of each class each holds",
        zh: "各股东姓名及其持有各类股份的数量",
      },
      of: "unlisted",
      settles: ["holders"],
    },
    {
      id: "gb-psc",
      name: { en: "register of people with significant control", zh: "重大控制人登记册（PSC）" },
      discloses: {
        en: "who has more than 25 % of shares or votes, appoints the board or has significant influence, in bands",
        zh: "持股或表决权超过 25%、有权任免董事或有重大影响者，以区间列示",
      },
      of: "any",
      settles: ["owners"],
    },
    {
      id: "gb-articles",
      name: { en: "articles of association and resolutions", zh: "公司章程及决议" },
      discloses: {
        en: "rights attached to shares, rights to appoint directors",
        zh: "各类股份所附权利、董事任免权",
      },
      of: "any",
      settles: ["rights"],
    },
    {
      id: "gb-tr-1",
      name: { en: "TR-1 notification of major holdings", zh: "重大持股通知（TR-1）" },
      discloses: {
        en: "holdings of votes from 3 % in a company listed in London",
        zh: "伦敦上市公司中达到 3% 的表决权持有情况",
      },
      of: "listed",
      settles: ["holders"],
    },
  ],
  none: null,
});
