/** FHIR R4 (http://hl7.org/fhir/R4), as far as we have something to say. */
import { z } from "zod";

const day = z.iso.date();
const Identifier = z.strictObject({ system: z.url(), value: z.string() });
const Reference = z.strictObject({ reference: z.string().optional(), identifier: Identifier.optional(), display: z.string().optional() });
const Concept = z.strictObject({ coding: z.array(z.strictObject({ system: z.url(), code: z.string(), display: z.string().optional() })).optional(), text: z.string().optional() });
const Telecom = z.strictObject({ system: z.enum(["phone", "email", "url"]), value: z.string(), use: z.literal("work").optional() });
const Narrative = z.strictObject({ status: z.literal("generated"), div: z.string() });

export const Organization = z.strictObject({
  resourceType: z.literal("Organization"),
  id: z.uuid(),
  identifier: z.array(Identifier).optional(),
  active: z.boolean(),
  name: z.string(),
  telecom: z.array(Telecom),
  address: z.array(z.strictObject({ text: z.string() })).optional(),
});
export type Organization = z.infer<typeof Organization>;

/** What one mark covers, at the provider that holds it. `active` while the mark is in force. */
export const HealthcareService = z.strictObject({
  resourceType: z.literal("HealthcareService"),
  id: z.string(),
  identifier: z.array(Identifier),
  active: z.boolean(),
  providedBy: Reference,
  name: z.string(),
  type: z.array(Concept).optional(),
  comment: z.string(),
  extraDetails: z.string().optional(),
  telecom: z.array(Telecom),
  eligibility: z.array(z.strictObject({ comment: z.string() })).optional(),
  notAvailable: z.array(z.strictObject({ description: z.string(), during: z.strictObject({ start: day, end: day }) })).optional(),
  availabilityExceptions: z.string().optional(),
});
export type HealthcareService = z.infer<typeof HealthcareService>;

export const verificationStatuses = ["validated", "req-revalid", "val-fail"] as const;

/** A mark, as the checking of what it covers. Anything but `validated` must not be relied on; the extension has our own word for it. */
export const VerificationResult = z.strictObject({
  resourceType: z.literal("VerificationResult"),
  id: z.string(),
  text: Narrative,
  extension: z.array(z.strictObject({ url: z.url(), valueCode: z.string() })),
  target: z.array(Reference),
  need: Concept,
  status: z.enum(verificationStatuses),
  statusDate: day,
  validationType: Concept,
  validationProcess: z.array(Concept),
  lastPerformed: day,
  nextScheduled: day.optional(),
  attestation: z.strictObject({ who: Reference }),
  validator: z.array(z.strictObject({ organization: Reference })),
});
export type VerificationResult = z.infer<typeof VerificationResult>;

export const VerificationBundle = z.strictObject({
  resourceType: z.literal("Bundle"),
  type: z.literal("searchset"),
  total: z.number().int(),
  link: z.array(z.strictObject({ relation: z.literal("self"), url: z.url() })),
  entry: z.array(z.strictObject({ fullUrl: z.url(), resource: VerificationResult, search: z.strictObject({ mode: z.literal("match") }) })).optional(),
});
export type VerificationBundle = z.infer<typeof VerificationBundle>;

export const OperationOutcome = z.strictObject({
  resourceType: z.literal("OperationOutcome"),
  issue: z
    .array(z.strictObject({ severity: z.literal("error"), code: z.enum(["not-found", "invalid", "required", "not-supported", "throttled", "transient"]), diagnostics: z.string() }))
    .min(1),
});
export type OperationOutcome = z.infer<typeof OperationOutcome>;

export const CapabilityStatement = z.looseObject({ resourceType: z.literal("CapabilityStatement"), fhirVersion: z.literal("4.0.1"), status: z.literal("active") });
