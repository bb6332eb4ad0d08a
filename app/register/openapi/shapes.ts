/** The shapes of what others of our addresses answer. Those of the register are beside what makes them. */
import { z } from "zod";
import { Credential } from "../credential/shapes";
import * as fhir from "../fhir/shapes";
import { ConsistencyAnswer, EntriesAnswer, ProofAnswer } from "../log/log-shapes";
import * as openReferral from "../openreferral/shapes";
import { MarkAnswer, ProviderAnswer, RegisterAnswer, StatusChanged, Verification, WebhookTest } from "../public-shapes";
import { SnapshotsAnswer } from "../snapshot/snapshot";

const sha256 = z.string().regex(/^[0-9a-f]{64}$/);
const day = z.iso.date();
const Problem = z.looseObject({ type: z.string(), title: z.string(), status: z.number().int(), detail: z.string().optional() });

const Key = z.looseObject({ kty: z.string(), kid: z.string(), use: z.literal("sig"), alg: z.string(), purpose: z.string() });
const Health = z.strictObject({ status: z.enum(["ok", "failing"]), components: z.record(z.string(), z.enum(["ok", "failing"])).optional() });

const named = { key: z.string(), version: z.string(), title: z.string(), published_on: day, effective_from: day, sha256, page: z.url() };
const Standards = z.array(z.strictObject({ ...named, purpose: z.string() }));
const StandardVersions = z.array(
  z.strictObject({ ...named, standing: z.string(), in_force_from: day.nullable(), last_submit_on: day.nullable(), superseded_by: z.string().nullable() }),
);
/** As published: leave `sha256` and `translations` out, order the keys, and hash. */
const StandardVersion = z.looseObject({ key: z.string(), version: z.string(), title: z.string(), sha256 });
const Comparison = z.looseObject({ from: z.string(), to: z.string(), changes: z.array(z.looseObject({ type: z.string(), criteria: z.array(z.string()) })) });
const OscalCatalog = z.strictObject({ catalog: z.looseObject({ uuid: z.uuid() }) });

/** Every shape by the name it has in the document. */
export const shapes = {
  Problem,
  Mark: MarkAnswer,
  Verification,
  StatusChanged,
  WebhookTest,
  Provider: ProviderAnswer,
  Register: RegisterAnswer,
  Standards,
  StandardVersions,
  StandardVersion,
  Comparison,
  OscalCatalog,
  Keys: z.strictObject({ issuer: z.url(), keys: z.array(Key) }),
  Key,
  Health,
  Credential,
  LogEntries: EntriesAnswer,
  LogProof: ProofAnswer,
  LogConsistency: ConsistencyAnswer,
  Snapshots: SnapshotsAnswer,
  OpenReferralAbout: openReferral.About,
  OpenReferralService: openReferral.Service,
  OpenReferralServices: openReferral.ServicePage,
  OpenReferralTaxonomy: openReferral.Taxonomy,
  OpenReferralTaxonomies: openReferral.TaxonomyPage,
  OpenReferralTaxonomyTerm: openReferral.TaxonomyTerm,
  OpenReferralTaxonomyTerms: openReferral.TaxonomyTermPage,
  OpenReferralPlaces: openReferral.NoPlaces,
  Organization: fhir.Organization,
  HealthcareService: fhir.HealthcareService,
  VerificationResult: fhir.VerificationResult,
  VerificationBundle: fhir.VerificationBundle,
  CapabilityStatement: fhir.CapabilityStatement,
  OperationOutcome: fhir.OperationOutcome,
  OpenApi: z.looseObject({ openapi: z.literal("3.1.0"), paths: z.record(z.string(), z.unknown()) }),
} satisfies Record<string, z.ZodType>;
export type ShapeName = keyof typeof shapes;
