import { describe, expect, test } from "vitest";
import { type Access, authorisation, type Kind, kinds } from "~/authorisation";
import { pool } from "~/platform/database.server";
import { keepSettings, settings } from "~/platform/env.server";
import { publicAnswers } from "~/register/http.server";
import { routeModules, routePatterns } from "../support/addresses";
import { freshDatabase } from "../support/database";
import { post, type Form, get, getData, send } from "../support/website";
import { oneOfEverything } from "../support/world";

const { db, sql } = await freshDatabase();
const world = await oneOfEverything(db);
const name = ({ method, address }: Access) => `${method} ${address}`;

describe("the table is the whole of it", () => {
  const answered = new Set([
    ...routePatterns().flatMap(({ address, module }) => [...("loader" in module || "default" in module ? [`GET ${address}`] : []), ...("action" in module ? [`POST ${address}`] : [])]),
    ...publicAnswers.routes.filter(({ method }) => method === "GET" || method === "POST").map(({ method, path }) => `${method} ${path.replace(/:file\{.*json\}/, path.startsWith("/marks") ? ":code.json" : ":slug.json")}`),
  ]);
  const listed = new Set(authorisation.map(name));

  test("no address answers that is not in it", () => expect([...answered].filter((each) => !listed.has(each))).toEqual([]));
  test("no line of it is answered by nothing", () => expect([...listed].filter((each) => !answered.has(each.replace(/^PUT/, "POST")))).toEqual([]));
  test("no line is there twice", () => expect(listed.size).toBe(authorisation.length));
  test("nothing can become somebody else: no address is named so", () => expect([...answered].filter((each) => /impersonat|become|\bas\b|sudo/.test(each))).toEqual([]));
  test("no file of app/routes is without an address", () => expect(routeModules()).toEqual([]));
});
