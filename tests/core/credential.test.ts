import Ajv2019 from "ajv/dist/2019";
import addFormats from "ajv-formats";
import { describe, expect, test } from "vitest";
import { credentialOf } from "~/marks/credential/credential";
import { openBadgeSchema } from "../support/open-badge-schema";
import { aMark } from "../support/register";

const issue = { origin: "https://waymark.example", issuer: "The Example Scheme", list: 3, index: 94_567, issuedAt: new Date("2026-03-10T14:02:11.987Z") };
const held = aMark({ code: "7K3M-9QXT-2B4H" });
const given = { ...held, holder: { ...held.holder, identifiers: [{ scheme: "GB-CHC", id: "1123456" }] }, scope: ["Digging", "Seeds & “weeds”"] };
const payload = credentialOf(given, issue);

test("a credential says how things stood on the day, and its claims say it again", () => {
  expect(payload).toMatchInlineSnapshot(`
    {
      "@context": [
        "https://www.w3.org/ns/credentials/v2",
        "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json",
      ],
      "awardedDate": "2026-03-10T00:00:00Z",
      "credentialSchema": [
        {
          "id": "https://purl.imsglobal.org/spec/ob/v3p0/schema/json/ob_v3p0_achievementcredential_schema.json",
          "type": "1EdTechJsonSchemaValidator2019",
        },
      ],
      "credentialStatus": {
        "id": "https://waymark.example/status-lists/3#94567",
        "statusListCredential": "https://waymark.example/status-lists/3",
        "statusListIndex": "94567",
        "statusMessage": [
          {
            "message": "current",
            "status": "0x0",
          },
          {
            "message": "superseded",
            "status": "0x1",
          },
          {
            "message": "suspended",
            "status": "0x2",
          },
          {
            "message": "withdrawn",
            "status": "0x3",
          },
        ],
        "statusPurpose": "message",
        "statusSize": 2,
        "type": "BitstringStatusListEntry",
      },
      "credentialSubject": {
        "achievement": {
          "achievementType": "QualityAssuranceCredential",
          "criteria": {
            "id": "https://waymark.example/standards/referral-capacity/1.0.0",
            "narrative": "Every must-have is met, and most other good practice too.",
          },
          "description": "The standard “Referral capacity”, version 1.0.0.",
          "id": "https://waymark.example/standards/referral-capacity/1.0.0#achievement",
          "name": "Referral capacity 1.0.0",
          "resultDescription": [
            {
              "allowedValue": [
                "essentials",
                "assured",
                "assured_commended",
                "assured_with_conditions",
              ],
              "id": "https://waymark.example/standards/referral-capacity/1.0.0#level",
              "name": "Level",
              "resultType": "ext:level",
              "type": [
                "ResultDescription",
              ],
            },
          ],
          "type": [
            "Achievement",
          ],
          "version": "1.0.0",
        },
        "id": "https://waymark.example/providers/marsh-end",
        "identifier": [
          {
            "hashed": false,
            "identityHash": "Marsh End Allotment",
            "identityType": "name",
            "type": "IdentityObject",
          },
          {
            "hashed": false,
            "identityHash": "GB-CHC-1123456",
            "identityType": "ext:org-id",
            "type": "IdentityObject",
          },
        ],
        "narrative": "Held by Marsh End Allotment, Marsh End. It covers: Digging; Seeds & “weeds”.",
        "result": [
          {
            "resultDescription": "https://waymark.example/standards/referral-capacity/1.0.0#level",
            "type": [
              "Result",
            ],
            "value": "assured",
          },
        ],
        "type": [
          "AchievementSubject",
        ],
      },
      "description": "A Waymark quality mark, as it was awarded. Whether it is in force today is on its page.",
      "evidence": [
        {
          "id": "https://waymark.example/marks/7K3M-9QXT-2B4H",
          "name": "The mark’s page",
          "narrative": "What is true of the mark now: who holds it, for what, and whether it is in force.",
          "type": [
            "Evidence",
          ],
        },
      ],
      "exp": 1836259200,
      "iat": 1773151331,
      "id": "https://waymark.example/marks/7K3M-9QXT-2B4H/credential.jwt",
      "iss": "https://waymark.example/",
      "issuer": {
        "id": "https://waymark.example/",
        "name": "The Example Scheme",
        "type": [
          "Profile",
        ],
        "url": "https://waymark.example/",
      },
      "jti": "https://waymark.example/marks/7K3M-9QXT-2B4H/credential.jwt",
      "name": "Referral capacity: Assured",
      "nbf": 1773100800,
      "sub": "https://waymark.example/providers/marsh-end",
      "type": [
        "VerifiableCredential",
        "OpenBadgeCredential",
      ],
      "validFrom": "2026-03-10T00:00:00Z",
      "validUntil": "2028-03-10T00:00:00Z",
    }
  `);
});

test("only the day of the award counts: what happened since changes nothing in it", () => {
  const later = {
    ...given,
    facts: { ...given.facts, events: [{ kind: "suspend" as const, reasonClass: "being_looked_into" as const, at: new Date() }], supersededBy: "0000-0000-0000" },
  };
  expect(credentialOf(later, issue)).toEqual(payload);
});

test("it runs until midnight in London after its last day, in summer as well", () => {
  const summer = credentialOf({ ...given, facts: { ...given.facts, awardedOn: "2026-07-01", validUntil: "2028-06-30" } }, issue);
  expect([summer.validFrom, summer.validUntil, summer.exp]).toEqual(["2026-06-30T23:00:00Z", "2028-06-30T23:00:00Z", Date.parse("2028-06-30T23:00:00Z") / 1000]);
});

test("what somebody typed is no Markdown", () => {
  const { narrative } = credentialOf({ ...given, scope: ["[Click](javascript:x)\n# <b>Now</b>"] }, issue).credentialSubject;
  expect(narrative).toContain("\\[Click\\](javascript:x) \\# \\<b\\>Now\\</b\\>");
});

describe("Open Badges 3.0", () => {
  const ajv = addFormats(new Ajv2019({ strict: false, allErrors: true }));
  const accepts = ajv.compile(openBadgeSchema);
  test("takes it", () => {
    expect(accepts(payload) ? [] : accepts.errors).toEqual([]);
  });
  test.each<[string, object]>([
    ["two statuses", { credentialStatus: [payload.credentialStatus, payload.credentialStatus] }],
    ["a status without an address", { credentialStatus: { type: "BitstringStatusListEntry" } }],
    ["a proof that is no list", { proof: {} }],
    ["the contexts the other way round", { "@context": [...payload["@context"]].reverse() }],
    ["a type of another kind", { type: ["VerifiableCredential"] }],
    ["no issuer", { issuer: undefined }],
    ["a day for a moment", { validFrom: "2026-03-10" }],
    ["no achievement", { credentialSubject: { ...payload.credentialSubject, achievement: undefined } }],
    [
      "a kind of achievement nobody knows",
      { credentialSubject: { ...payload.credentialSubject, achievement: { ...payload.credentialSubject.achievement, achievementType: "Medal" } } },
    ],
    ["more in an identifier than there may be", { credentialSubject: { ...payload.credentialSubject, identifier: [{ ...payload.credentialSubject.identifier[0], extra: 1 }] } }],
  ])("does not take %s", (_, changes) => {
    expect(accepts(JSON.parse(JSON.stringify({ ...payload, ...changes })))).toBe(false);
  });
});
