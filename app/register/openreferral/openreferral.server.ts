import { type Context, Hono } from "hono";
import { clock } from "~/platform/clock.server";
import { pool } from "~/platform/database.server";
import { settings } from "~/platform/env.server";
import { paths } from "~/platform/paths";
import { answer, problem } from "../answering.server";
import { pageFrom, readListQuery } from "./pages";
import { servicesPage, serviceWithId } from "./services.server";
import { taxonomies, taxonomyTerms } from "./terms.server";

const base = paths.openReferral;
const scheme = () => ({ origin: settings().baseUrl, email: settings().contact.email });

/** The register as a feed of Open Referral UK. */
export const openReferral = new Hono()
  .get(base, (c) => answer(c, { version: "3.0", profile: "https://docs.openreferraluk.org/en/latest/", openapi_url: settings().baseUrl + paths.openApi }))
  .get(`${base}/services`, async (c) => {
    const read = readListQuery(new URL(c.req.url).searchParams);
    return read.ok ? answer(c, await servicesPage(pool.db, clock.now(), read.query, scheme())) : misread(c, read.detail);
  })
  .get(`${base}/services/:id`, async (c) => {
    const found = await serviceWithId(pool.db, clock.now(), c.req.param("id"), scheme());
    return found ? answer(c, found) : nothing(c);
  })
  .get(`${base}/taxonomies`, (c) => list(c, taxonomies(settings().baseUrl)))
  .get(`${base}/taxonomies/:id`, (c) => one(c, taxonomies(settings().baseUrl)))
  .get(`${base}/taxonomy_terms`, (c) => list(c, taxonomyTerms(settings().baseUrl)))
  .get(`${base}/taxonomy_terms/:id`, (c) => one(c, taxonomyTerms(settings().baseUrl)))
  // Where something takes place is known in words alone.
  .get(`${base}/service_at_locations`, (c) => list(c, []));

function list(c: Context, all: object[]) {
  const read = readListQuery(new URL(c.req.url).searchParams);
  return read.ok ? answer(c, pageFrom(all, read.query)) : misread(c, read.detail);
}

function one(c: Context, all: { id: string }[]) {
  const found = all.find(({ id }) => id === c.req.param("id")?.toLowerCase());
  return found ? answer(c, found) : nothing(c);
}

const misread = (c: Context, detail: string) => problem(c, 400, "We cannot answer this question", detail);
const nothing = (c: Context) => problem(c, 404, "Nothing here has this id", "Every id we know is in the list at the address above this one.");
