import { describe, expect, test } from "vitest";
import { authorisation, type Kind, kinds } from "~/authorisation";
import { freshDatabase } from "../support/database";
import { asked } from "../support/register";
import { cookieFor, get } from "../support/website";
import { oneOfEverything } from "../support/world";

const { db } = await freshDatabase();
const world = await oneOfEverything(db);
const cookies = new Map<Kind, string>();
for (const kind of kinds) if (kind !== "anonymous") cookies.set(kind, await cookieFor(world.mine[kind]));

/** What an address answers when it is not a page: a way on for who has declared already, and 400 for a hash that is missing. */
const otherwise: Record<string, number> = {
  "/start": 303,
  "/m/:code": 301,
  "/cases/:id/declare": 302,
  "/marks": 400,
  "/log/proof": 400,
  "/log/consistency": 400,
  "/fhir/R4/VerificationResult": 400,
};

describe("no address reads the database more than eight times, the session's own read included", () => {
  const pages = authorisation.filter(({ method }) => method === "GET");
  test.each(pages.map((page) => [page.address, page] as const))("%s", async (address, page) => {
    // The first person in the order of the table's columns who may; whoever may see more sees it through the same queries.
    const kind = kinds.find((each) => page.may[each] !== "-")!;
    const headers: Record<string, string> = kind === "anonymous" ? {} : { Cookie: cookies.get(kind)! };
    let status = 0;
    const statements = await asked(async () => {
      const answer = await get(world.address(address), { headers });
      status = answer.status;
      await answer.arrayBuffer();
    });
    expect(status).toBe(otherwise[address] ?? 200);
    // That somebody looked is written with every page of a case: the same one row, however much there is to read.
    expect(statements.filter((statement) => !/^(begin|commit|savepoint|release|insert into "case_views")/i.test(statement)).length, statements.join("\n")).toBeLessThanOrEqual(8);
  });
});
