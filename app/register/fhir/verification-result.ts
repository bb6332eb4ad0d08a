import type { FoundMark } from "~/marks/found-mark";
import type { MarkStatus } from "~/marks/mark";
import type { MarkStanding } from "~/marks/status";
import { paths } from "~/platform/paths";
import type { VerificationResult } from "./shapes";

/** FHIR has three words where we have eight. A suspension is no finding: it asks to be looked at again. Only a withdrawal is a failure. */
export const verificationStatus: Record<MarkStatus, VerificationResult["status"]> = {
  live: "validated",
  renewal_being_assessed: "validated",
  under_review: "validated",
  suspended: "req-revalid",
  expired: "req-revalid",
  surrendered: "req-revalid",
  superseded: "req-revalid",
  withdrawn: "val-fail",
};

const terminology = "http://terminology.hl7.org/CodeSystem";
const coded = (system: string, code: string, display: string) => ({ coding: [{ system: `${terminology}/${system}`, code, display }] });

type About = { origin: string /** Who gives marks. */; issuer: string; statement: string };

/** A mark as the result of checking what it covers (`HealthcareService` of the same id). */
export function verificationResultOf(mark: FoundMark, standing: MarkStanding, { origin, issuer, statement }: About): VerificationResult {
  const { code, holder, facts, organisationId } = mark;
  const { title, version } = holder.standard;
  return {
    resourceType: "VerificationResult",
    id: code,
    text: { status: "generated", div: `<div xmlns="http://www.w3.org/1999/xhtml"><p>${escaped(statement)}</p></div>` },
    extension: [
      { url: `${origin}${paths.fhir}/StructureDefinition/mark-status`, valueCode: standing.status },
      { url: `${origin}${paths.fhir}/StructureDefinition/mark-level`, valueCode: standing.level },
    ],
    target: [{ reference: `HealthcareService/${code}`, identifier: { system: origin + paths.marks, value: code }, display: holder.name }],
    need: coded("need", "periodic", "Periodic"),
    status: verificationStatus[standing.status],
    statusDate: standing.since,
    validationType: coded("validation-type", "primary", "Primary Source"),
    validationProcess: [{ text: `${title} ${version}: ${origin}${paths.standardVersion(holder.standard.key, version)}` }],
    lastPerformed: facts.awardedOn,
    ...(standing.inForce ? { nextScheduled: facts.validUntil } : {}),
    attestation: { who: { reference: `Organization/${organisationId}`, display: holder.name } },
    validator: [{ organization: { display: issuer } }],
  };
}

const marksOf: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };
/** No character that XML cannot hold, and none that it would read as its own. */
const escaped = (text: string) => text.replace(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, "").replace(/[&<>"]/g, (each) => marksOf[each]!);
