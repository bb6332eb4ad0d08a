import { type Context, Hono } from "hono";
import { normaliseCode } from "~/marks/code";
import type { FoundMark } from "~/marks/found-mark";
import { clock } from "~/platform/clock.server";
import { pool } from "~/platform/database.server";
import { settings } from "~/platform/env.server";
import { paths } from "~/platform/paths";
import { factLabels } from "~/standards/facts.server";
import { answer, notACode, problem, publicHeaders, tooMany, unknownCode, wantsJson } from "./answering.server";
import { credentialAnswers } from "./credential/credential-answers.server";
import { registerCsv } from "./csv.server";
import { feedAnswers } from "./feeds/feeds.server";
import { fhir } from "./fhir/fhir.server";
import { health } from "./health.server";
import { keyAnswers } from "./keys.server";
import { askedFrom } from "./limits/asked-from.server";
import { logAnswers } from "./log/answers.server";
import { markByCode, markBySha256 } from "./mark.server";
import { instant, markAnswer } from "./mark-answer";
import { openApi } from "./openapi/openapi.server";
import { openReferral } from "./openreferral/openreferral.server";
import { providerAnswer, registerLine } from "./provider-answer";
import { publicProviderAt } from "./public-providers.server";
import type { RegisterAnswer } from "./public-shapes";
import { notesOn, readSearch, unreadIn } from "./search";
import { searchRegister } from "./search.server";
import { snapshotAnswers } from "./snapshot/answers.server";
import { vcApi } from "./vc-api/vc-api.server";
import { fileToVerify } from "./verifying/file-to-verify.server";
import { verifyFile } from "./verifying/verify-file.server";

/**
 * The public addresses that machines ask for often. No session can be read from here, and no cookie is ever set.
 * Their headers are constant: nothing runs around them. What is cached is asked for again after 30 seconds.
 */
export const publicAnswers = new Hono()
  .route("/", openApi)
  .route("/", keyAnswers)
  .route("/", feedAnswers)
  .route("/", openReferral)
  .route("/", fhir)
  .route("/", logAnswers)
  .route("/", snapshotAnswers)
  .route("/", credentialAnswers)
  // Not in the table of who may what: behind its switch, and answered by 404 without it.
  .all("/credentials/:what", (c) => vcApi.fetch(c.req.raw))
  .all("/presentations/:what", (c) => vcApi.fetch(c.req.raw))
  // The code is not looked up here: the page says what there is to say of any.
  .get("/m/:code", (c) => {
    const typed = c.req.param("code").slice(0, 60);
    const read = normaliseCode(typed);
    const address = paths.mark(read.ok ? read.code : typed);
    return c.body(null, 301, { ...publicHeaders(), Location: c.req.query("lang") === "cy" ? `${address}?lang=cy` : address });
  })
  .get("/marks/:file{[^/]+\\.json}", async (c) => {
    const read = normaliseCode(c.req.param("file").slice(0, -".json".length));
    if (!read.ok) return notACode(c, read.why);
    const mark = await markByCode(read.code);
    return mark ? theMark(c, mark) : unknownCode(c, "No mark has this code", `The code ${read.code} is well formed, but we have never issued it.`);
  })
  .get("/marks", async (c) => {
    const hex = c.req.query("sha256")?.toLowerCase() ?? "";
    if (!/^[0-9a-f]{64}$/.test(hex)) return problem(c, 400, "This is not a SHA-256", "Ask for /marks?sha256= and the 64 hexadecimal digits of the file’s hash.");
    const mark = await markBySha256(hex);
    return mark ? theMark(c, mark) : problem(c, 404, "No mark has this code", "We have issued no document with this hash. It may have been changed since, or be somebody else’s.");
  })
  .get("/providers/:file{[^/]+\\.json}", async (c) => {
    const provider = await publicProviderAt(pool.db, c.req.param("file").slice(0, -".json".length));
    if (!provider) return problem(c, 404, "No provider is published at this address", "Nobody at this address holds a mark or has held one.");
    return answer(c, providerAnswer(provider, clock.now(), settings().baseUrl, factLabels()));
  })
  .get("/register.json", async (c) => {
    const query = new URL(c.req.url).searchParams;
    const search = readSearch(query);
    const now = clock.now();
    const { hits, total, page, pages } = await searchRegister(pool.db, search, now, { confirmedOnly: search.accepting === "yes" });
    // A program that pages until nothing comes must come to nothing; a person is shown the last page instead.
    const results = search.page > pages ? [] : hits.map(({ provider, today }) => registerLine(provider, today, settings().baseUrl));
    const body: RegisterAnswer = {
      as_at: instant(now),
      total,
      page: search.page > pages ? search.page : page,
      pages,
      per_page: search.per_page,
      notes: [...notesOn(search), ...unreadIn(query)],
      results,
    };
    return answer(c, body);
  })
  .get("/register.csv", async (c) => {
    const search = readSearch(new URL(c.req.url).searchParams);
    const { hits } = await searchRegister(pool.db, search, clock.now(), { everything: true, confirmedOnly: search.accepting === "yes" });
    return c.body(registerCsv(hits, settings().baseUrl), 200, {
      ...publicHeaders(),
      "Content-Type": "text/csv; charset=utf-8",
      "Content-Disposition": 'attachment; filename="waymark-register.csv"',
    });
  })
  .post("/verify", async (c, next) => {
    if (!wantsJson(c)) return next();
    const { file, refusal } = await fileToVerify(c.req.raw);
    if (refusal) return problem(c, refusal.status, refusal.sentence, "Send the file in the field file of a multipart form.");
    const said = await verifyFile({ clock, origin: settings().baseUrl, from: askedFrom(c) }, file);
    if (!said.verification) return tooMany(c, said.tooMany);
    return c.json(said.verification, 200, { ...publicHeaders(), "Cache-Control": "no-store" });
  })
  .get("/health/live", (c) => c.json({ status: "ok" }, 200, { ...publicHeaders(), "Cache-Control": "no-store" }))
  .get("/health/ready", async (c) => {
    const found = await health();
    return c.json(found, found.status === "ok" ? 200 : 503, { ...publicHeaders(), "Cache-Control": "no-store" });
  })
  // What we cannot look up is never said to be in force.
  .onError((error, c) => {
    console.error(error);
    return problem(c, 503, "We could not check just now", "Our database does not answer. Try again in a minute; until then, do not rely on an older answer.");
  });

const theMark = (c: Context, mark: FoundMark) => answer(c, markAnswer(mark, clock.now(), settings().baseUrl));
