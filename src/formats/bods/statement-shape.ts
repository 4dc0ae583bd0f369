import { CODES } from "./codes.ts";
import { code, flag, form, list, type ObjectShape, object, percentage, reference, text } from "./shape.ts";

/**
 * BODS 0.4 as a table of checks: the shape of a statement and of the three kinds of record in it. Fields that are not
 * listed are let through unread, as the standard does. Source: openownership/data-standard, schema, version 0.4.
 */
const instant = form("day-or-instant");
const day = form("day");
const uri = form("uri");

export const unspecified = object(
  { reason: code(CODES.unspecifiedReason), description: text() },
  { required: ["reason"] },
);

const country = object({ name: text(), code: text({ least: 2, most: 2 }) }, { required: ["name"] });
const jurisdiction = object({ name: text(), code: text({ least: 2, most: 6 }) }, { required: ["name"] });
const identifier = object(
  { id: text(), scheme: text(), schemeName: text(), uri },
  { oneOf: ["scheme", "schemeName"] },
);
const address = (types: readonly string[]) =>
  object({ type: code(types), address: text(), postCode: text(), country });

const source = object({
  type: list(code(CODES.sourceType)),
  description: text(),
  url: uri,
  retrievedAt: instant,
  assertedBy: list(object({ name: text(), uri })),
});

const annotation = object(
  {
    statementPointerTarget: text(),
    creationDate: instant,
    createdBy: object({ name: text(), uri }),
    motivation: code(CODES.motivation),
    description: text(),
    transformedContent: text(),
    url: uri,
  },
  {
    required: ["motivation", "statementPointerTarget"],
    rules: [
      { when: "motivation", is: ["linking"], field: "url", must: { exist: true } },
      {
        when: "motivation",
        is: ["transformation"],
        otherwise: true,
        field: "transformedContent",
        must: { beEmpty: "text" },
      },
    ],
  },
);

export const statementShape: ObjectShape = object(
  {
    statementId: text({ least: 32, most: 64 }),
    statementDate: instant,
    annotations: list(annotation),
    publicationDetails: object(
      {
        publicationDate: instant,
        bodsVersion: form("version"),
        license: uri,
        publisher: object({ name: text(), url: uri }, { oneOf: ["name", "url"] }),
      },
      { required: ["publicationDate", "bodsVersion", "publisher"] },
    ),
    source,
    declaration: text(),
    declarationSubject: text(),
    recordId: text(),
    recordType: code(CODES.recordType),
    recordStatus: code(CODES.recordStatus),
  },
  {
    required: [
      "statementId",
      "declarationSubject",
      "recordId",
      "recordType",
      "recordDetails",
      "statementDate",
    ],
  },
);

const subtype = (types: readonly string[], be: readonly string[]) =>
  ({ when: "type", is: types, field: "subtype", must: { be } }) as const;

const listing = object(
  {
    marketIdentifierCode: text(),
    operatingMarketIdentifierCode: text(),
    stockExchangeJurisdiction: text({ least: 2, most: 6 }),
    stockExchangeName: text(),
    security: object(
      { idScheme: code(CODES.securityScheme), id: text(), ticker: text() },
      { required: ["ticker"] },
    ),
  },
  { required: ["stockExchangeJurisdiction", "security", "stockExchangeName"] },
);

const entity = object(
  {
    isComponent: flag,
    entityType: object(
      { type: code(CODES.entityType), subtype: code(CODES.entitySubtype), details: text() },
      {
        required: ["type"],
        rules: [
          subtype(["arrangement"], ["trust", "nomination", "other"]),
          subtype(["legalEntity"], ["trust", "other"]),
          subtype(["stateBody"], ["governmentDepartment", "stateAgency", "other"]),
          subtype(["registeredEntity", "state", "anonymousEntity", "unknownEntity"], ["other"]),
        ],
      },
    ),
    unspecifiedEntityDetails: unspecified,
    name: text(),
    alternateNames: list(text()),
    jurisdiction,
    identifiers: list(identifier),
    foundingDate: day,
    dissolutionDate: day,
    addresses: list(address(["registered", "business", "alternative"])),
    uri,
    publicListing: object(
      { hasPublicListing: flag, companyFilingsURLs: list(uri), securitiesListings: list(listing) },
      { required: ["hasPublicListing"] },
    ),
    formedByStatute: object({ name: text(), date: day }),
  },
  { required: ["isComponent", "entityType"] },
);

const name = object(
  {
    type: code(CODES.nameType),
    fullName: text(),
    familyName: text(),
    givenName: text(),
    patronymicName: text(),
  },
  { required: ["fullName"] },
);

const exposure = object({
  reason: text(),
  missingInfoReason: text(),
  jurisdiction,
  startDate: day,
  endDate: day,
  source,
});

const person = object(
  {
    isComponent: flag,
    personType: code(CODES.personType),
    unspecifiedPersonDetails: unspecified,
    names: list(name),
    identifiers: list(identifier),
    nationalities: list(country),
    placeOfBirth: address(["placeOfBirth"]),
    birthDate: form("day-month-or-year"),
    deathDate: form("day-month-or-year"),
    taxResidencies: list(country),
    addresses: list(address(["residence", "service", "alternative"])),
    politicalExposure: object(
      { status: code(CODES.pepStatus), details: list(exposure) },
      { required: ["status"] },
    ),
  },
  { required: ["personType", "isComponent"] },
);

const interest = object({
  type: code(CODES.interestType),
  directOrIndirect: code(CODES.directOrIndirect),
  beneficialOwnershipOrControl: flag,
  details: text(),
  share: object({
    exact: percentage,
    maximum: percentage,
    minimum: percentage,
    exclusiveMinimum: percentage,
    exclusiveMaximum: percentage,
  }),
  startDate: day,
  endDate: day,
});

const relationship = object(
  {
    isComponent: flag,
    componentRecords: list(text()),
    subject: reference,
    interestedParty: reference,
    interests: list(interest),
  },
  {
    required: ["isComponent", "subject", "interestedParty"],
    rules: [{ when: "isComponent", is: ["true"], field: "componentRecords", must: { beEmpty: "list" } }],
  },
);

/** The shape of `recordDetails` by `recordType`. */
export const recordShapes: Readonly<Record<string, ObjectShape>> = { entity, person, relationship };
