/**
 * What a right over an entity does. The codes are BODS 0.4's interest types and three of our own
 * (`generalPartner`, `actingInConcert`, `statedControl`); the effects are QUESTIONS §1's. Which effects count is each law's to say.
 */
export type Effect =
  /** Votes at the general meeting. */
  | "votes"
  /** Shares: economic, and votes by the assumption of one share, one vote where no votes are stated. */
  | "shares"
  /** The right to appoint board members; its share is the share of seats. */
  | "board"
  /** Control of its own, whatever the votes. */
  | "dominant"
  /** Control by contract: outranks the votes of others. */
  | "contract"
  /** Control by contract under a condition: counts at the upper end, outranks at the lower. */
  | "conditional-contract"
  /** Commands the whole block of a partnership, whatever its partners hold. */
  | "partnership"
  /** Several holders vote as one. */
  | "concert"
  /** Stands behind a nominee and instructs it. */
  | "nominator"
  /** Holds for somebody else. */
  | "nominal"
  /** A claim on profit or assets, no say. */
  | "economic"
  /** Could amount to control; the record does not say. Upper end only. */
  | "influence"
  /** Neither. */
  | "none";

export interface Right {
  readonly effect: Effect;
  readonly en: string;
  readonly zh: string;
}

const right = (effect: Effect, en: string, zh: string): Right => ({ effect, en, zh });

/** The effect table of all rights. Sources: BODS 0.4 codelist interestType; QUESTIONS §1. */
export const RIGHTS = {
  shareholding: right("shares", "shares", "股份"),
  votingRights: right("votes", "votes", "表决权"),
  appointmentOfBoard: right("board", "right to appoint board members", "董事任命权"),
  otherInfluenceOrControl: right("influence", "other influence or control", "其他影响或控制"),
  seniorManagingOfficial: right("none", "senior managing official", "高级管理人员"),
  settlor: right("influence", "settlor", "委托人"),
  trustee: right("influence", "trustee", "受托人"),
  protector: right("influence", "protector", "信托保护人"),
  beneficiaryOfLegalArrangement: right("economic", "beneficiary", "受益人"),
  rightsToSurplusAssetsOnDissolution: right("economic", "right to surplus assets", "剩余财产分配权"),
  rightsToProfitOrIncome: right("economic", "right to profit or income", "利润或收益权"),
  rightsGrantedByContract: right("contract", "control by contract", "合同控制权"),
  conditionalRightsGrantedByContract: right(
    "conditional-contract",
    "conditional right by contract",
    "附条件的合同权利",
  ),
  controlViaCompanyRulesOrArticles: right("dominant", "control by company articles", "章程规定的控制权"),
  controlByLegalFramework: right("dominant", "control by law", "法律规定的控制权"),
  boardMember: right("none", "board member", "董事"),
  boardChair: right("none", "board chair", "董事长"),
  unknownInterest: right("influence", "interest of unknown nature", "性质不明的权益"),
  unpublishedInterest: right("influence", "unpublished interest", "未公开的权益"),
  enjoymentAndUseOfAssets: right("economic", "use of assets", "资产使用权"),
  rightToProfitOrIncomeFromAssets: right("economic", "profit or income from assets", "资产收益权"),
  nominee: right("nominal", "nominee", "名义持有人"),
  nominator: right("nominator", "nominator", "指定人"),
  generalPartner: right("partnership", "general partner", "普通合伙人"),
  actingInConcert: right("concert", "acting in concert", "一致行动"),
  statedControl: right("dominant", "control, by means the source does not state", "控制（来源未说明方式）"),
} as const satisfies Record<string, Right>;

export type RightCode = keyof typeof RIGHTS;

/** The codes in the order networks number them; append only. */
export const RIGHT_CODES = Object.keys(RIGHTS) as RightCode[];
