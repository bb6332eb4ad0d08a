/**
 * What Open Badges 3.0 asks of an AchievementCredential, as JSON Schema 2019-09: written by us after 1EdTech's specification (appendix B, data models), because
 * their own file is not ours to pass on. It holds to what they require and to where they allow nothing more; of the rest it has what we use.
 */
const text = { type: "string" };
const uri = { type: "string", format: "uri" };
const moment = { type: "string", format: "date-time", pattern: "(Z|[+-]\\d\\d:\\d\\d)$" };
const extension = { type: "string", pattern: "^ext:[A-Za-z0-9._-]+$" };
const oneOf = (...values: string[]) => ({ anyOf: [{ enum: values }, extension] });
const types = (name: string) => ({
  type: "array",
  minItems: 1,
  items: text,
  contains: { const: name },
});
const closed = (properties: object, required: string[]) => ({ type: "object", properties, required, additionalProperties: false });
const open = (properties: object, required: string[]) => ({ type: "object", properties, required, additionalProperties: true });

const profile = open({ id: uri, type: types("Profile"), name: text, url: uri, email: text, description: text }, ["id", "type"]);
const achievement = open(
  {
    id: uri,
    type: types("Achievement"),
    achievementType: oneOf("Achievement", "Award", "Badge", "Certificate", "Certification", "License", "Membership", "MicroCredential", "QualityAssuranceCredential"),
    criteria: open({ id: uri, narrative: text }, []),
    name: text,
    description: text,
    version: text,
    resultDescription: {
      type: "array",
      items: open(
        {
          id: uri,
          type: types("ResultDescription"),
          name: text,
          resultType: oneOf("LetterGrade", "PerformanceLevel", "RubricCriterionLevel", "Status"),
          allowedValue: { type: "array", items: text },
        },
        ["id", "type", "name", "resultType"],
      ),
    },
  },
  ["id", "type", "criteria", "description", "name"],
);
const identity = closed(
  { type: { const: "IdentityObject" }, hashed: { type: "boolean" }, identityHash: text, identityType: oneOf("name", "systemId", "emailAddress", "identifier"), salt: text },
  ["type", "hashed", "identityHash", "identityType"],
);
const subject = {
  ...open(
    {
      id: uri,
      type: types("AchievementSubject"),
      identifier: { type: "array", items: identity },
      narrative: text,
      achievement,
      result: { type: "array", items: open({ type: types("Result"), resultDescription: uri, value: text }, ["type"]) },
    },
    ["type", "achievement"],
  ),
  anyOf: [{ required: ["id"] }, { required: ["identifier"] }],
};

export const openBadgeSchema = {
  $schema: "https://json-schema.org/draft/2019-09/schema",
  ...open(
    {
      "@context": {
        type: "array",
        minItems: 2,
        items: [{ const: "https://www.w3.org/ns/credentials/v2" }, { type: "string", pattern: "^https://purl\\.imsglobal\\.org/spec/ob/v3p0/context-3\\.0\\.\\d+\\.json$" }],
        additionalItems: { anyOf: [uri, { type: "object" }] },
      },
      id: uri,
      type: { ...types("VerifiableCredential"), allOf: [{ contains: { enum: ["AchievementCredential", "OpenBadgeCredential"] } }] },
      name: text,
      description: text,
      issuer: profile,
      validFrom: moment,
      validUntil: moment,
      awardedDate: moment,
      credentialSubject: subject,
      evidence: { type: "array", items: open({ id: uri, type: types("Evidence"), name: text, narrative: text }, ["type"]) },
      credentialSchema: { type: "array", items: open({ id: uri, type: text }, ["id", "type"]) },
      credentialStatus: open({ id: uri, type: text }, ["id", "type"]),
      proof: { type: "array" },
    },
    ["@context", "id", "type", "credentialSubject", "issuer", "validFrom"],
  ),
};
