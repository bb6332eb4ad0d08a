/**
 * The credential of a mark: Open Badges 3.0 on the Verifiable Credentials Data Model 2.0. What it says is how things stood on the day of the award.
 * Whether the mark is still in force it cannot say; it points to the status list and the page that can.
 */
import { addDays, startOfDay } from "~/platform/calendar";
import { paths } from "~/platform/paths";
import type { FoundMark } from "../found-mark";
import { awardLevels } from "../mark";
import { levelMeanings, levelNames } from "../status-words";
import { statusMessages } from "./status-list";

export const contexts = ["https://www.w3.org/ns/credentials/v2", "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json"];
const schema = "https://purl.imsglobal.org/spec/ob/v3p0/schema/json/ob_v3p0_achievementcredential_schema.json";

export type Awarded = Pick<FoundMark, "code" | "holder" | "scope"> & { facts: Pick<FoundMark["facts"], "level" | "awardedOn" | "validUntil"> };
/** `list` and `index`: its place among the status lists. `origin` has no slash at its end. */
export type Issue = { origin: string; issuer: string; list: number; index: number; issuedAt: Date };

export const issuerId = (origin: string) => `${origin}/`;
export const credentialId = (origin: string, code: string) => origin + paths.credentialJwt(code);

/** What is signed, its registered claims beside the fields they have to agree with. */
export function credentialOf(mark: Awarded, { origin, issuer, list, index, issuedAt }: Issue) {
  const { code, holder, scope, facts } = mark;
  const { standard } = holder;
  const id = credentialId(origin, code);
  const validFrom = startOfDay(facts.awardedOn);
  // The first instant at which it is over.
  const validUntil = startOfDay(addDays(facts.validUntil, 1));
  const subject = origin + paths.provider(holder.slug);
  const lists = origin + paths.statusList(list);
  const version = origin + paths.standardVersion(standard.key, standard.version);
  const level = `${version}#level`;
  return {
    "@context": contexts,
    id,
    type: ["VerifiableCredential", "OpenBadgeCredential"],
    name: `${standard.title}: ${levelNames[facts.level]}`,
    description: "A Waymark quality mark, as it was awarded. Whether it is in force today is on its page.",
    issuer: { id: issuerId(origin), type: ["Profile"], name: issuer, url: issuerId(origin) },
    validFrom: instantOf(validFrom),
    validUntil: instantOf(validUntil),
    awardedDate: instantOf(validFrom),
    credentialSubject: {
      id: subject,
      type: ["AchievementSubject"],
      identifier: [identity("name", holder.name), ...holder.identifiers.map((each) => identity("ext:org-id", `${each.scheme}-${each.id}`))],
      narrative: [`Held by ${holder.name}, ${holder.area}.`, ...(scope.length > 0 ? [`It covers: ${scope.join("; ")}.`] : [])].join(" "),
      achievement: {
        id: `${version}#achievement`,
        type: ["Achievement"],
        achievementType: "QualityAssuranceCredential",
        name: `${standard.title} ${standard.version}`,
        description: `The standard “${standard.title}”, version ${standard.version}.`,
        version: standard.version,
        criteria: { id: version, narrative: levelMeanings[facts.level] },
        resultDescription: [{ id: level, type: ["ResultDescription"], name: "Level", resultType: "ext:level", allowedValue: [...awardLevels] }],
      },
      result: [{ type: ["Result"], resultDescription: level, value: facts.level }],
    },
    evidence: [
      {
        id: origin + paths.mark(code),
        type: ["Evidence"],
        name: "The mark’s page",
        narrative: "What is true of the mark now: who holds it, for what, and whether it is in force.",
      },
    ],
    credentialSchema: [{ id: schema, type: "1EdTechJsonSchemaValidator2019" }],
    credentialStatus: {
      id: `${lists}#${index}`,
      type: "BitstringStatusListEntry",
      statusPurpose: "message",
      statusListIndex: String(index),
      statusListCredential: lists,
      statusSize: 2,
      statusMessage: statusMessages,
    },
    iss: issuerId(origin),
    jti: id,
    sub: subject,
    iat: seconds(issuedAt),
    nbf: seconds(validFrom),
    exp: seconds(validUntil),
  };
}

export const seconds = (moment: Date) => Math.floor(moment.getTime() / 1000);
/** To the second: JWTs count nothing smaller. */
export const instantOf = (moment: Date) => `${moment.toISOString().slice(0, 19)}Z`;
const identity = (identityType: string, identityHash: string) => ({ type: "IdentityObject", hashed: false, identityType, identityHash });
