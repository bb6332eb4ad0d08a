/** Registered numbers as other systems write them: org-id.guide for charities and companies, the address of NHS England for organisation codes. */
type Identifier = { scheme: string; id: string };

const ods = { scheme: "GB-NHS", system: "https://fhir.nhs.uk/Id/ods-organization-code" };
const list = "https://org-id.guide/list/";
/** Names that say which register it is, as ours are stored. */
const schemeName = /^[A-Z]{2}-[A-Z0-9]{2,10}$/;

/** The register as an address. Undefined for a number whose register we do not know. */
export function systemOf({ scheme }: Identifier): string | undefined {
  if (scheme === ods.scheme) return ods.system;
  return schemeName.test(scheme) ? `${list}${scheme}` : undefined;
}

/** One address for the organisation with this number, where it has one. */
export const organizationUri = (identifier: Identifier): string | undefined => {
  const system = systemOf(identifier);
  return system && `${system}/${encodeURIComponent(identifier.id)}`;
};

/**
 * Which number a question means: `https://org-id.guide/list/GB-CHC|1100000`, `GB-CHC|1100000`, `https://org-id.guide|GB-CHC-1100000` or an organisation
 * code under its address. Undefined for what names no register.
 */
export function readToken(token: string): Identifier | undefined {
  const bar = token.indexOf("|");
  if (bar < 0) return undefined;
  const [system, value] = [
    token
      .slice(0, bar)
      .trim()
      .replace(/^http:/, "https:")
      .replace(/\/$/, ""),
    token.slice(bar + 1).trim(),
  ];
  if (value === "" || value.length > 60) return undefined;
  if (system.toLowerCase() === ods.system.toLowerCase()) return { scheme: ods.scheme, id: value.toUpperCase() };
  if (system === "https://org-id.guide") {
    const [, scheme, id] = /^([A-Z]{2}-[A-Z0-9]{2,10})-(.+)$/.exec(value) ?? [];
    return scheme && id ? { scheme, id } : undefined;
  }
  const scheme = system.startsWith(list) ? system.slice(list.length) : system;
  return schemeName.test(scheme) ? { scheme, id: value } : undefined;
}
