/** Why a party is unspecified: the codes of BODS 0.4's codelist unspecifiedReason. */
const REASONS = [
  "noBeneficialOwners",
  "subjectUnableToConfirmOrIdentifyBeneficialOwner",
  "interestedPartyHasNotProvidedInformation",
  "subjectExemptFromDisclosure",
  "interestedPartyExemptFromDisclosure",
  "unknown",
  "informationUnknownToPublisher",
] as const;

/** The code a note begins with (`noBeneficialOwners: …`), as a pattern common to JavaScript and RE2. */
export const REASON = `^(?:${REASONS.join("|")})\\b`;

const pattern = new RegExp(REASON);

/** The note of an unspecified party with its reason in front, unless it stands there already. */
export function withReason(reason: string, note: string): string {
  if (reason === "" || reason === "unknown" || pattern.test(note)) return note;
  return note === "" ? reason : `${reason}: ${note}`;
}
