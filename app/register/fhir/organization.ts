import { paths } from "~/platform/paths";
import { systemOf } from "../org-id";
import { marksSaid, type ProviderToday, type PublicProvider } from "../provider";
import type { HealthcareService, Organization } from "./shapes";

/** A provider of whom a mark is said. Registered numbers are those we were given when it joined; what it states itself is not among them, for nobody has checked it. */
export function organizationOf(provider: PublicProvider, today: ProviderToday, origin: string): Organization {
  const { id, name, area } = provider;
  return {
    resourceType: "Organization",
    id,
    ...some("identifier", identifiersOf(provider)),
    active: marksSaid(today).length > 0,
    name,
    telecom: [...telecomOf(provider), { system: "url", value: origin + paths.provider(provider.slug) }],
    ...(area ? { address: [{ text: area }] } : {}),
  };
}

export function identifiersOf({ identifiers }: Pick<PublicProvider, "identifiers">) {
  return identifiers.flatMap((each) => {
    const system = systemOf(each);
    return system ? [{ system, value: each.id }] : [];
  });
}

/** The phone and e-mail that people are told to use. */
export function telecomOf({ facts }: Pick<PublicProvider, "facts">): HealthcareService["telecom"] {
  const { referral_phone: phone, referral_email: email } = facts;
  return [
    ...(typeof phone?.value === "string" ? [{ system: "phone" as const, value: phone.value, use: "work" as const }] : []),
    ...(typeof email?.value === "string" ? [{ system: "email" as const, value: email.value, use: "work" as const }] : []),
  ];
}

/** FHIR knows no empty list: it is left out. */
export const some = <Name extends string, Item>(name: Name, items: Item[]) => (items.length > 0 ? ({ [name]: items } as Record<Name, Item[]>) : {});
