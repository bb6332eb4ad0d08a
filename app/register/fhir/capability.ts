import { paths } from "~/platform/paths";

const described = {
  Organization: "A provider of whom a mark is said.",
  HealthcareService: "What one mark covers. The id is the mark’s code.",
  VerificationResult: "A mark and where it stands. The id is its code.",
};

/** What can be asked here: reading three kinds of resource, and looking for marks by the number of their holder. `date` is when this was last written differently. */
export function capabilityStatement(origin: string, issuer: string) {
  return {
    resourceType: "CapabilityStatement",
    status: "active",
    date: "2026-11-29",
    publisher: issuer,
    kind: "instance",
    software: { name: "Waymark" },
    implementation: { description: "Quality marks for social prescribing, to be read by anyone", url: `${origin}${paths.fhir}` },
    fhirVersion: "4.0.1",
    format: ["application/fhir+json", "json"],
    rest: [
      {
        mode: "server",
        documentation:
          "Read only, without signing in. Identifiers are the registered numbers of org-id.guide and the organisation codes of NHS England; no national profile is claimed.",
        security: { cors: true },
        resource: Object.entries(described).map(([type, documentation]) => ({
          type,
          documentation,
          interaction: [{ code: "read" }, ...(type === "VerificationResult" ? [{ code: "search-type" }] : [])],
          ...(type === "VerificationResult"
            ? { searchParam: [{ name: "target.identifier", type: "token", documentation: "SYSTEM|VALUE of the provider that holds the mark, or of the mark itself." }] }
            : {}),
        })),
      },
    ],
  };
}
