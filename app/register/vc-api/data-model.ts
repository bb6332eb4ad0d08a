/** The rules of W3C's Verifiable Credentials Data Model 2.0 that can be held to without fetching a context: what a credential or a presentation of anybody's has to look like. */
import { z } from "zod";

const base = "https://www.w3.org/ns/credentials/v2";
const absolute = z.string().refine((text) => /^[a-z][a-z0-9+.-]*:\S+$/i.test(text), "is no absolute address");
const oneOrMore = <T extends z.ZodType>(each: T) => z.union([each, z.array(each).min(1)]);
const withType = <Shape extends z.ZodRawShape>(shape: Shape) => z.looseObject({ ...shape, type: oneOrMore(z.string().min(1)) });
const typed = oneOrMore(withType({ id: absolute.optional() }));
const moment = z.iso.datetime({ offset: true });

const words = z.union([z.string(), oneOrMore(z.strictObject({ "@value": z.string(), "@language": z.string().optional(), "@direction": z.enum(["ltr", "rtl"]).optional() }))]);
const named = { name: words.optional(), description: words.optional() };
const holder = z.union([absolute, z.looseObject({ id: absolute, ...named })]);
const context = z.array(z.union([absolute, z.looseObject({})])).refine(([first]) => first === base, `has to begin with ${base}`);
const typeWith = (name: string) => oneOrMore(z.string().min(1)).refine((type) => [type].flat().includes(name), `has to include ${name}`);
const subject = z.looseObject({ id: absolute.optional() }).refine((each) => Object.keys(each).length > 0, "says nothing");
const resource = z
  .looseObject({ id: absolute, digestSRI: z.string().optional(), digestMultibase: z.string().optional() })
  .refine((each) => each.digestSRI ?? each.digestMultibase, "has no digest");

const Credential = z
  .looseObject({
    "@context": context,
    id: absolute.optional(),
    type: typeWith("VerifiableCredential"),
    ...named,
    issuer: holder,
    credentialSubject: oneOrMore(subject),
    validFrom: moment.optional(),
    validUntil: moment.optional(),
    credentialStatus: typed.optional(),
    credentialSchema: oneOrMore(withType({ id: absolute })).optional(),
    refreshService: typed.optional(),
    termsOfUse: typed.optional(),
    evidence: typed.optional(),
    relatedResource: z
      .array(resource)
      .refine((all) => new Set(all.map(({ id }) => id)).size === all.length, "names something twice")
      .optional(),
  })
  .refine(({ validFrom, validUntil }) => !validFrom || !validUntil || Date.parse(validFrom) <= Date.parse(validUntil), { error: "ends before it begins", path: ["validUntil"] })
  .refine((each) => !("vc" in each) && !("vp" in each), "has the claims vc or vp of version 1");

/** A credential inside an envelope: the JWT stands in a `data:` address. */
export const Enveloped = z.looseObject({
  "@context": z.union([z.string(), z.array(z.unknown())]).refine((given) => [given].flat().includes(base), `has to include ${base}`),
  id: z.string().regex(/^data:application\/vc\+jwt,[\w-]+\.[\w-]+\.[\w-]+$/, "is no data: address of a vc+jwt"),
  type: typeWith("EnvelopedVerifiableCredential"),
});

const Presentation = z.looseObject({
  "@context": context,
  id: absolute.optional(),
  type: typeWith("VerifiablePresentation"),
  holder: holder.optional(),
  verifiableCredential: oneOrMore(Enveloped).optional(),
});

export type CredentialOfAnybody = z.infer<typeof Credential>;
export type PresentationOfAnybody = z.infer<typeof Presentation>;
type Read<T> = { ok: true; value: T } | { ok: false; faults: string[] };

export const readCredential = (given: unknown): Read<CredentialOfAnybody> => read(Credential, given);
export const readPresentation = (given: unknown): Read<PresentationOfAnybody> => read(Presentation, given);

function read<T>(shape: z.ZodType<T>, given: unknown): Read<T> {
  const parsed = shape.safeParse(given);
  return parsed.success ? { ok: true, value: parsed.data } : { ok: false, faults: parsed.error.issues.map(({ path, message }) => `${path.join(".") || "it"}: ${message}`) };
}
