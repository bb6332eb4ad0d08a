/**
 * The rules of Open Referral UK (HSDS-UK 3.0) for a service, from `schema/compiled/service.json` of https://github.com/OpenReferralUK/uk-profile at
 * 566ddb69fcb980e5a19e948b06d58ec362bebcb0, © Open Referral UK, licensed CC BY-SA 4.0 (https://creativecommons.org/licenses/by-sa/4.0/).
 * Changed: the rules alone are kept (kinds, formats, lists, what must be there), without its titles, descriptions and examples, and only of the parts that our answers have.
 * Like the original it lets through what it does not name. This file alone is under that licence.
 */
const text = { type: "string" };
const id = { type: "string", format: "uuid" };
const uri = { type: "string", format: "uri" };
const email = { type: "string", format: "email" };
const number = { type: "number" };
const thing = (required: string[], properties: Record<string, object>) => ({ type: "object", properties, required });
const list = (items: object) => ({ type: "array", items });

export const hsdsTaxonomyTerm = thing(["id", "taxonomy"], { id, parent_id: id, taxonomy: text, taxonomy_id: id, term_uri: uri, term: text });
export const hsdsTaxonomy = thing(["id", "name", "description"], { id, name: text, description: text, uri, version: text, taxonomy_terms: list(hsdsTaxonomyTerm) });
const attribute = thing(["id"], { id, link_id: id, taxonomy_term_id: id, link_type: text, taxonomy_term: hsdsTaxonomyTerm });

export const hsdsService = thing(["id", "name", "status", "url"], {
  id,
  organization_id: id,
  name: text,
  description: text,
  url: uri,
  email,
  status: { type: "string", enum: ["active", "inactive", "defunct", "temporarily closed"] },
  fees: text,
  accreditations: text,
  minimum_age: number,
  maximum_age: number,
  assured_date: text,
  assurer_email: email,
  alert: text,
  last_modified: { type: "string", format: "date-time" },
  schedules: list(
    thing(["id"], {
      id,
      service_id: id,
      service_at_location_id: id,
      valid_from: text,
      valid_to: text,
      dtstart: text,
      freq: { type: "string", enum: ["WEEKLY", "MONTHLY"] },
      interval: number,
      byday: text,
      bymonthday: text,
      description: text,
      opens_at: text,
      closes_at: text,
      schedule_link: uri,
      attending_type: text,
      notes: text,
    }),
  ),
  service_areas: list(thing(["id"], { id, service_id: id, name: text })),
  languages: list(thing(["id"], { id, service_id: id, phone_id: id })),
  organization: thing(["id", "name", "description"], {
    id,
    name: text,
    description: text,
    email,
    website: uri,
    logo: text,
    uri,
    parent_organization_id: id,
    organization_identifiers: list(thing(["id", "identifier_type", "identifier"], { id, organization_id: id, identifier_scheme: text, identifier_type: text, identifier: text })),
    attributes: list(attribute),
  }),
  funding: list(thing(["id"], { id, service_id: id, source: text })),
  cost_options: list(thing(["id"], { id, service_id: id, valid_from: text, valid_to: text, option: text, amount: number, amount_description: text })),
  contacts: list(thing(["id"], { id, service_id: id, name: text, title: text, attributes: list(attribute) })),
  attributes: list(attribute),
});
