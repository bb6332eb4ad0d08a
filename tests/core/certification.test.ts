import type { Certification, WithContext } from "schema-dts";
import { expect, test } from "vitest";
import { certificationOf } from "~/register/certification";
import { aMark } from "../support/register";

const about = { now: new Date("2026-11-22T12:00:00Z"), origin: "https://waymark.example", issuer: "The scheme" };
const numbered = { ...aMark(), holder: { ...aMark().holder, identifiers: [{ scheme: "GB-CHC", id: "1100000" }] } };

test("a mark is a Certification, by the types of somebody else", () => {
  const typed: WithContext<Certification> | undefined = certificationOf(numbered, about);
  expect(typed).toEqual({
    "@context": "https://schema.org",
    "@type": "Certification",
    name: "Referral capacity 1.0.0",
    description: "Digging",
    url: "https://waymark.example/marks/0000-0000-0000",
    certificationIdentification: "0000-0000-0000",
    certificationStatus: "CertificationActive",
    auditDate: "2026-03-10",
    validFrom: "2026-03-10",
    expires: "2028-03-09",
    issuedBy: { "@type": "Organization", name: "The scheme", url: "https://waymark.example" },
    about: { "@type": "Organization", name: "Marsh End Allotment", url: "https://waymark.example/providers/marsh-end", sameAs: "https://org-id.guide/list/GB-CHC/1100000" },
  });
  // @ts-expect-error A status that schema.org does not have.
  const wrong: WithContext<Certification> = { "@context": "https://schema.org", "@type": "Certification", certificationStatus: "live" };
  expect(wrong).not.toEqual(typed);
});

test("one that is not in force is inactive, and of one withdrawn long ago nothing is said", () => {
  const ended = (at: string) => certificationOf(aMark({ events: [{ kind: "withdraw", at }] }), about);
  expect(certificationOf(aMark({ validUntil: "2026-11-21" }), about)).toMatchObject({ certificationStatus: "CertificationInactive" });
  expect(ended("2026-11-01T12:00:00Z")).toMatchObject({ certificationStatus: "CertificationInactive" });
  expect(certificationOf(aMark({ awardedOn: "2025-01-10", validUntil: "2027-01-09", events: [{ kind: "withdraw", at: "2025-11-22T12:00:00Z" }] }), about)).toBeUndefined();
});
