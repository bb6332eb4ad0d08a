/** Open Referral UK (HSDS-UK 3.0), as far as we have something to say: https://docs.openreferraluk.org. Our own words for its fields; a test holds the answers to its published schema too. */
import { z } from "zod";

const id = z.uuid();
const day = z.iso.date();

export const Taxonomy = z.strictObject({ id, name: z.string(), description: z.string(), uri: z.url() });
export type Taxonomy = z.infer<typeof Taxonomy>;

export const TaxonomyTerm = z.strictObject({ id, term: z.string(), taxonomy: z.string(), taxonomy_id: id, term_uri: z.url().optional() });
export type TaxonomyTerm = z.infer<typeof TaxonomyTerm>;

/** `value`: for a mark in force, its page. */
const Attribute = z.strictObject({
  id,
  link_id: id,
  link_entity: z.literal("service"),
  link_type: z.string(),
  taxonomy_term_id: id,
  value: z.url().optional(),
  taxonomy_term: TaxonomyTerm,
});

const Organization = z.strictObject({
  id,
  name: z.string(),
  description: z.string(),
  email: z.email().optional(),
  uri: z.url().optional(),
  organization_identifiers: z.array(z.strictObject({ id, organization_id: id, identifier_scheme: z.string(), identifier_type: z.string(), identifier: z.string() })),
});

/** One a provider. `assured_date` is the day on which what is said here was last checked by us or confirmed by them, and never the day of an award. */
export const Service = z.strictObject({
  id,
  organization_id: id,
  name: z.string(),
  description: z.string(),
  url: z.url(),
  email: z.email().optional(),
  /** `active`: a mark in force and none suspended. `temporarily closed`: they have paused. `inactive`: do not offer it on the strength of a mark. */
  status: z.enum(["active", "inactive", "temporarily closed"]),
  accreditations: z.string().optional(),
  minimum_age: z.number().optional(),
  maximum_age: z.number().optional(),
  assured_date: day.optional(),
  assurer_email: z.email().optional(),
  alert: z.string(),
  last_modified: z.iso.datetime(),
  organization: Organization,
  service_areas: z.array(z.strictObject({ id, service_id: id, name: z.string() })),
  languages: z.array(z.strictObject({ id, service_id: id, name: z.string() })),
  schedules: z.array(z.strictObject({ id, service_id: id, description: z.string() })),
  cost_options: z.array(z.strictObject({ id, service_id: id, amount: z.number().optional(), amount_description: z.string() })),
  contacts: z.array(z.strictObject({ id, service_id: id, phones: z.array(z.strictObject({ id, contact_id: id, number: z.string() })) })),
  attributes: z.array(Attribute),
});
export type Service = z.infer<typeof Service>;

export const pageOf = <Item extends z.ZodType>(item: Item) =>
  z.strictObject({
    total_items: z.number().int(),
    total_pages: z.number().int(),
    page_number: z.number().int(),
    size: z.number().int(),
    first_page: z.boolean(),
    last_page: z.boolean(),
    empty: z.boolean(),
    contents: z.array(item),
  });
export const ServicePage = pageOf(Service);
export const TaxonomyPage = pageOf(Taxonomy);
export const TaxonomyTermPage = pageOf(TaxonomyTerm);
export const NoPlaces = pageOf(z.never());

export const About = z.strictObject({ version: z.string(), profile: z.url(), openapi_url: z.url() });
