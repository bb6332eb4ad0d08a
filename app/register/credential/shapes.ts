/** What a credential says, exactly as `credentialOf` makes it: an AchievementCredential of Open Badges 3.0 (https://www.imsglobal.org/spec/ob/v3p0) with its registered claims, the payload of the signed one. */
import { z } from "zod";
import { contexts } from "~/marks/credential/credential";
import { statusMessages } from "~/marks/credential/status-list";
import { awardLevels } from "~/marks/mark";

const text = z.string().min(1);
/** To the second, in UTC. */
const moment = z.iso.datetime({ precision: 0 });
const second = z.number().int().nonnegative();
/** These and no others, in this order. */
const only = (...values: readonly string[]) => z.tuple(values.map((each) => z.literal(each)) as [z.ZodLiteral<string>]);

const Issuer = z.strictObject({ id: z.url(), type: only("Profile"), name: text, url: z.url() });
/** `identityType`: `name`, or `ext:org-id` for a registered number, written as org-id.guide does. */
const Identity = z.strictObject({ type: z.literal("IdentityObject"), hashed: z.literal(false), identityType: z.enum(["name", "ext:org-id"]), identityHash: text });
const Achievement = z.strictObject({
  id: z.url(),
  type: only("Achievement"),
  achievementType: z.literal("QualityAssuranceCredential"),
  name: text,
  description: text,
  version: text,
  criteria: z.strictObject({ id: z.url(), narrative: text }),
  resultDescription: z
    .array(z.strictObject({ id: z.url(), type: only("ResultDescription"), name: text, resultType: z.literal("ext:level"), allowedValue: only(...awardLevels) }))
    .length(1),
});
const Subject = z.strictObject({
  id: z.url(),
  type: only("AchievementSubject"),
  identifier: z.array(Identity).min(1),
  narrative: text,
  achievement: Achievement,
  result: z.array(z.strictObject({ type: only("Result"), resultDescription: z.url(), value: z.enum(awardLevels) })).length(1),
});
const [message, ...messages] = statusMessages.map((each) => z.strictObject({ status: z.literal(each.status), message: z.literal(each.message) }));
const Status = z.strictObject({
  id: z.url(),
  type: z.literal("BitstringStatusListEntry"),
  statusPurpose: z.literal("message"),
  statusListIndex: z.string().regex(/^(0|[1-9]\d{0,5})$/),
  statusListCredential: z.url(),
  statusSize: z.literal(2),
  statusMessage: z.tuple([message!, ...messages]),
});

export const Credential = z.strictObject({
  "@context": only(...contexts),
  id: z.url(),
  type: only("VerifiableCredential", "OpenBadgeCredential"),
  name: text,
  description: text,
  issuer: Issuer,
  validFrom: moment,
  /** The first instant at which it is over. */
  validUntil: moment,
  awardedDate: moment,
  credentialSubject: Subject,
  evidence: z.array(z.strictObject({ id: z.url(), type: only("Evidence"), name: text, narrative: text })).length(1),
  credentialSchema: z.array(z.strictObject({ id: z.url(), type: z.literal("1EdTechJsonSchemaValidator2019") })).length(1),
  credentialStatus: Status,
  iss: z.url(),
  jti: z.url(),
  sub: z.url(),
  iat: second,
  nbf: second,
  exp: second,
});
