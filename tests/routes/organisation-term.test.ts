import { expect, test } from "vitest";
import { paths } from "~/platform/paths";
import { freshDatabase } from "../support/database";
import { cast } from "../support/people";
import { get, post } from "../support/website";

const { db, sql } = await freshDatabase();
const { ruth, tomasz, organisations } = await cast(db);
const address = paths.organisationTerm(organisations.harbour.slug);
const terms = () => sql<{ link_worker_term: string | null }[]>`select link_worker_term from organisations where slug = ${organisations.harbour.slug}`;
const chosen = /value="([a-z_]+)"[^>]*checked|checked[^>]*value="([a-z_]+)"/;

test("what link workers are called is chosen for all of an organisation's people", async () => {
  expect(chosen.exec(await (await get(address, { as: ruth })).text())?.slice(1)).toContain("link_worker");
  const answer = await post(address, { term: "community_connector" }, { as: ruth });
  expect([answer.status, answer.headers.get("Location")]).toEqual([302, `${address}?done=term`]);
  expect(chosen.exec(await (await get(address, { as: tomasz })).text())?.slice(1)).toContain("community_connector");
  await post(address, { term: "community_connector" }, { as: tomasz });
  expect(await sql`select actor, data from audit_events where type = 'organisation.term_chosen'`).toMatchObject([{ data: { term: "community_connector" } }]);
});

test.each([{ term: "wizard" }, {}])("%j is no term: the page says what to do, and nothing is changed", async (form) => {
  const before = await terms();
  const answer = await post(address, form as Record<string, string>, { as: ruth });
  expect([answer.status, (await answer.text()).includes("Choose one of these")]).toEqual([422, true]);
  expect(await terms()).toEqual(before);
});
