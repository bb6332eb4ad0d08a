import type { FoundMark } from "~/marks/found-mark";
import { type MarkStanding, statusOf } from "~/marks/status";
import { noMarkHeld } from "~/marks/status-words";
import { londonDay } from "~/platform/calendar";
import { paths } from "~/platform/paths";
import { organizationUri } from "./org-id";

type About = { now: Date; origin: string /** Who gives marks. */; issuer: string; standing?: MarkStanding };

/** A mark as search engines read it (schema.org `Certification`): data within the page, which nothing runs. Undefined once only "No mark held" is said. */
export function certificationOf(mark: FoundMark, { now, origin, issuer, standing = statusOf(mark.facts, now) }: About) {
  if (noMarkHeld(standing, londonDay(now))) return undefined;
  const { code, holder, facts, slug, scope } = mark;
  const { standard, name, identifiers } = holder;
  const sameAs = identifiers.map(organizationUri).find(Boolean);
  return {
    "@context": "https://schema.org",
    "@type": "Certification",
    name: `${standard.title} ${standard.version}`,
    ...(scope.length > 0 ? { description: scope.join("; ") } : {}),
    url: origin + paths.mark(code),
    certificationIdentification: code,
    certificationStatus: standing.inForce ? "CertificationActive" : "CertificationInactive",
    auditDate: facts.awardedOn,
    validFrom: facts.awardedOn,
    expires: facts.validUntil,
    issuedBy: { "@type": "Organization", name: issuer, url: origin },
    about: { "@type": "Organization", name, url: origin + paths.provider(slug), ...(sameAs ? { sameAs } : {}) },
  } as const;
}
