import { sql } from "drizzle-orm";
import { groups } from "#db/seed/groups";
import { photo } from "#db/seed/papers";
import { stageClock } from "#db/seed/player";
import { done, World } from "#db/seed/world";
import type { Actor } from "~/accounts/actor";
import { askForLink } from "~/accounts/ask-for-link.server";
import { invite } from "~/accounts/invite.server";
import { statementKeys } from "~/assessments/declaration";
import { nothingTyped } from "~/concerns/concern-form";
import { takeConcern } from "~/concerns/take-concern.server";
import { addEndpoint } from "~/followers/change-endpoint.server";
import { follow } from "~/followers/follow.server";
import { proposeChange } from "~/marks/change.server";
import { issueCredential } from "~/marks/credential/issue.server";
import { statusList } from "~/marks/credential/status-list.server";
import { proposeHolderChange } from "~/marks/holders/change-holder.server";
import { allKeys } from "~/marks/keys/find-keys.server";
import { keepLog } from "~/marks/log/checkpoints.server";
import { londonDay } from "~/platform/calendar";
import { clock } from "~/platform/clock.server";
import type { Db } from "~/platform/database.server";
import { taxonomies, taxonomyTerms } from "~/register/openreferral/terms.server";
import { makeSnapshot } from "~/register/snapshot/make-snapshot.server";
import { makeCalibration } from "~/review/calibration/make.server";
import { rateInvented } from "~/review/calibration/rate.server";
import { writeWords } from "~/review/deferral-draft.server";
import { objectToReaders } from "~/review/interests/object.server";
import { lockDetails } from "~/review/privacy/lock-details.server";
import { recommendReading } from "~/review/recommend.server";
import { askForReview } from "~/review/reliability/guidance.server";
import { openConsultation } from "~/standards/drafting/move.server";
import { publishStandards } from "~/standards/publish.server";
import { appealWithPanel } from "./appeals";
import { wordedDraft } from "./drafting";

const RC = "referral-capacity";
const AS = "activities-and-services";
const because = "Said on the telephone, and seen in the papers they sent.";
const agreed = "Every must-have was met, and what people told us matched what we saw.";

/** A day as the three boxes of a form send it. */
const dayParts = (day: Date) => ({ "closes-day": String(day.getUTCDate()), "closes-month": String(day.getUTCMonth() + 1), "closes-year": String(day.getUTCFullYear()) });

/**
 * One of everything, made through the commands: Marsh End holds a mark, has a case being assessed and a draft; Harbour has one case to settle
 * and one to decide. `mine` and `other` are people of the same kind, the second without any business with the first one's things.
 */
export async function oneOfEverything(db: Db) {
  const today = clock.now();
  const stage = stageClock(World.day(today, 60));
  const passes = (daysAgo: number) => stage.set(World.day(today, daysAgo));
  const published = await publishStandards(db, stage, { system: "test" });
  if (!published.ok) throw new Error("The standards of the repository are refused.");
  const world = new World(db, stage);
  await world.introduceScheme();
  const marshEnd = await world.join(groups.marshEnd!);
  const harbour = await world.join(groups.harbour!);
  const { sunil, amara, asha, moira, malcolm, devon, edith, alex, gareth, leila, hollis, pat, dee, ruth, tomasz } = world.actors as Record<string, Actor>;

  const sent = async (provider: typeof marshEnd, standard: string, papers = false) => {
    const assessmentId = await world.start(provider, standard);
    await world.answer(provider, assessmentId, standard, { papers });
    const caseId = await world.send(provider, assessmentId, standard);
    await world.assign(caseId, sunil!, amara!);
    await world.declareNone(caseId, sunil!, amara!);
    return { assessmentId, caseId };
  };
  const rated = async (provider: typeof marshEnd, caseId: string, standard: string, levels = {}, recommend = true) => {
    await world.rate(provider, caseId, standard, sunil!, { levels, recommend });
    await world.rate(provider, caseId, standard, amara!, { mustHavesOnly: true, recommend });
  };

  await world.sayRoom(marshEnd, "open", 2);
  const first = await sent(marshEnd, RC, true);
  await rated(marshEnd, first.caseId, RC);
  await world.findRight(marshEnd, first.assessmentId);
  passes(40);
  const { decision, mark } = await world.decide(first.caseId, agreed);
  const { proposalId } = done(await proposeChange(db, stage, malcolm!, { code: mark!.code, kind: "withdraw", note: because }));
  done(await proposeHolderChange(db, stage, malcolm!, { code: mark!.code, kind: "renamed", identifier: "", name: "Another name", since: "2024-03-01", note: because }));
  const [renaming] = await db.execute<{ id: string }>("select id from organisation_changes");
  const appealId = await appealWithPanel(world, stage, passes, marshEnd, first.assessmentId);
  passes(20);
  const toSettle = await sent(harbour, RC);
  await db.execute(sql`update cases set reading = 'whole' where id = ${toSettle.caseId}`);
  await rated(harbour, toSettle.caseId, RC, { "RC-3.4": 0 }, false);
  const toDecide = await sent(harbour, AS);
  await rated(harbour, toDecide.caseId, AS);
  await world.findRight(harbour, toDecide.assessmentId);
  passes(15);
  const renewed = await world.start(marshEnd, RC, first.assessmentId);
  await world.stillTrue(marshEnd, renewed);
  const off = await world.send(marshEnd, renewed, RC);
  await world.assign(off, sunil!, amara!);
  await world.declareNone(off, sunil!, amara!);
  for (const reader of [sunil!, amara!]) await world.rate(marshEnd, off, RC, reader, { levels: { "RC-4.2": 1 }, mustHavesOnly: reader === amara });
  await world.findRight(marshEnd, renewed);
  await world.decide(off, agreed);
  done(await writeWords(db, stage, pat!, { assessmentId: renewed, criterion: "RC-4.2", words: because }));
  passes(10);
  const toCheck = await world.start(marshEnd, RC, first.assessmentId);
  await world.stillTrue(marshEnd, toCheck);
  const reported = await world.send(marshEnd, toCheck, RC);
  await world.assign(reported, amara!, sunil!);
  await world.declareNone(reported, sunil!, amara!);
  await world.rate(marshEnd, reported, RC, amara!);
  await world.rate(marshEnd, reported, RC, sunil!, { mustHavesOnly: true });
  const assessing = await sent(marshEnd, AS, true);
  const draft = await world.start(marshEnd, RC, first.assessmentId);
  const again = await world.start(harbour, RC, toSettle.assessmentId);
  await world.stillTrue(harbour, again);
  const waitingId = await world.send(harbour, again, RC);
  const hilltop = await world.join(groups.hilltop!);
  const objectedTo = await world.start(hilltop, RC);
  await world.answer(hilltop, objectedTo, RC);
  const objectedCase = await world.send(hilltop, objectedTo, RC);
  await world.assign(objectedCase, amara!, asha!);
  done(await objectToReaders(db, stage, hilltop.admin, { assessmentId: objectedTo, about: ["assessor"], reason: because }));
  passes(1);
  await world.rate(harbour, toSettle.caseId, RC, amara!, { levels: { "RC-5.2": 1 } });
  done(await recommendReading(db, stage, sunil!, { caseId: toSettle.caseId }));
  const practice = done(
    await makeCalibration(db, stage, moira!, {
      invented: "larkfield-repair-shed",
      criteria: ["RC-1.1", "RC-3.4"],
      readers: [sunil!.personId, amara!.personId],
      closesOn: World.day(today, -20).toISOString().slice(0, 10),
    }),
  ).id;
  const practised = done(
    await makeCalibration(db, stage, moira!, {
      invented: "larkfield-repair-shed",
      criteria: ["RC-1.1"],
      readers: [sunil!.personId, amara!.personId],
      closesOn: World.day(today, -20).toISOString().slice(0, 10),
    }),
  ).id;
  for (const reader of [sunil!, amara!])
    done(await rateInvented(db, stage, reader, { id: practised, criterion: "RC-1.1", level: 2, ticks: { met: [], leading: [] }, reason: because }));
  const [rc] = await db.execute<{ id: string }>(sql`select id from standard_versions where key = ${RC} and version = '1.0.0'`);
  const guidance = done(await askForReview(db, stage, moira!, { versionId: rc!.id, criterion: "RC-3.4", reason: because })).id;
  const [older] = await db.execute<{ id: string }>(sql`
    insert into assessments (organisation_id, standard_version_id, state, facts, created_at, created_by)
    select ${marshEnd.organisationId}, id, 'draft', '{"has_link_workers": true}', ${stage.now().toISOString()}, ${pat!.personId} from standard_versions where key = 'link-worker-practice' and version = '1.0.0'
    returning id`);
  await db.execute(sql`
    insert into top_ups (mark_id, criterion, why, facts, opened_at, last_day, state) select id, 'RC-4.2', 'facts_changed', '{}', ${stage.now().toISOString()}, valid_until, 'due' from marks where code = ${mark!.code}`);
  const [file] = await db.execute<{ id: string }>("select id from evidence_files order by uploaded_at, id limit 1");
  const [wordy] = await db.execute<{ id: string }>("select id from evidence_files where media_type = 'application/pdf' order by uploaded_at, id limit 1");
  await askForLink(db, clock, { email: pat!.email, goTo: "/start" });
  const [mail] = await db.execute<{ text: string }>("select text from outbox where cause like 'sign-in:%'");

  done(await invite(db, clock, pat!, { organisationId: marshEnd.organisationId, email: "jo@demo.example", role: "member", title: "volunteer" }));
  const [invitation] = await db.execute<{ text: string }>("select text from outbox where cause like 'invitation:%'");
  const drafted = await wordedDraft(db, clock, edith!, AS, "patch", "AS-1.1");
  const consulted = await wordedDraft(db, clock, edith!, RC, "minor", "RC-1.1");
  done(await openConsultation(db, clock, edith!, { draftId: consulted, until: World.day(today, -30).toISOString().slice(0, 10) }));

  done(await lockDetails(db, stage, sunil!, { caseId: assessing.caseId, criterion: "AS-1.2", what: "answer", sorts: ["name"], place: "The second sentence." }));
  const [locked] = await db.execute<{ id: string }>("select id from privacy_locks");

  // Everybody has an address of their own system, their first, and follows the mark.
  const everybody = [dee!, pat!, sunil!, moira!, devon!, edith!, alex!, gareth!, leila!, hollis!];
  for (const each of everybody) {
    done(await follow(db, clock, each, { code: mark!.code, what: "group" }));
    done(await addEndpoint(db, clock, each, "https://hooks.example/waymark"));
  }
  done(await takeConcern(db, stage, { ...nothingTyped(mark!.code, "world"), words: because }, { from: "192.0.2.7", language: "en" }));
  const [concern] = await db.execute<{ id: string }>("select id from concerns");

  await keepLog(db, clock);
  await makeSnapshot(db, clock);
  await issueCredential(db, clock, mark!.id);
  await statusList(db, clock, 1);

  const slug = marshEnd.slug;
  const [decisionId, code] = [decision.id, mark!.code];
  const reading = assessing.caseId;
  const photoForm = () => {
    const form = new FormData();
    form.set("intent", "add");
    form.set("file", new File([new Uint8Array(photo("shed"))], "shed.png", { type: "image/png" }));
    return form;
  };

  /** What stands for a parameter, by address; `*` where the address says nothing else. */
  const params: Record<string, Record<string, string>> = {
    "*": {
      kid: (await allKeys(db))[0]!.kid,
      day: londonDay(clock.now()),
      number: "1",
      slug,
      decisionId,
      code,
      token: /link\/([\w-]+)/.exec(mail!.text)![1]!,
      key: RC,
      version: "1.0.0",
      range: "1.0.0...1.0.0",
      id: draft,
      criterion: "RC-1.1",
    },
    "/openreferral/services/:id": { id: marshEnd.organisationId },
    "/openreferral/taxonomies/:id": { id: taxonomies("")[0]!.id },
    "/openreferral/taxonomy_terms/:id": { id: taxonomyTerms("")[0]!.id },
    "/fhir/R4/Organization/:id": { id: marshEnd.organisationId },
    "/fhir/R4/HealthcareService/:id": { id: mark!.code },
    "/fhir/R4/VerificationResult/:id": { id: mark!.code },
    "/invitations/:token": { token: /invitations\/([\w-]+)/.exec(invitation!.text)![1]! },
    "/following/endpoints/:number": { number: "1" },
    "/assessments/:id/sent": { id: assessing.assessmentId },
    "/assessments/:id/asked": { id: assessing.assessmentId },
    "/assessments/:id/report": { id: toCheck },
    "/assessments/:id/report/:criterion": { id: toCheck, criterion: "RC-1.1" },
    "/assessments/:id/readers": { id: assessing.assessmentId },
    "/assessments/:id/deferred": { id: renewed },
    "/assessments/:id/deferred/:criterion": { id: renewed, criterion: "RC-4.2" },
    "/organisations/:slug/marks/:code/answers/:criterion": { slug, code, criterion: "RC-4.2" },
    "/assessments/:id/appeal": { id: first.assessmentId },
    "/appeals/:id": { id: appealId },
    "/concerns/:id": { id: concern!.id },
    "/assessments/:id/migrate": { id: older!.id },
    "/evidence/:id": { id: file!.id },
    "/evidence/:id/words": { id: wordy!.id },
    "/standards/:key/consultation/:version": { key: RC, version: "1.1.0" },
    "/consultations/:key/:version/comment": { key: RC, version: "1.1.0" },
    "/standards-desk/drafts/:id": { id: drafted },
    "/standards-desk/drafts/:id/standard": { id: drafted },
    "/standards-desk/drafts/:id/criteria/:criterion": { id: drafted, criterion: "AS-1.1" },
    "/standards-desk/drafts/:id/changes/:change": { id: drafted, change: "1" },
    "/standards-desk/drafts/:id/onto": { id: drafted },
    "/standards-desk/drafts/:id/files.zip": { id: drafted },
    "/cases/:id": { id: reading },
    "/cases/:id/assign": { id: waitingId },
    "/cases/:id/declare": { id: reading },
    "/cases/:id/interests": { id: objectedCase },
    "/cases/:id/rate/:criterion": { id: reading, criterion: "AS-1.1" },
    "/cases/:id/settle/:criterion": { id: toSettle.caseId, criterion: "RC-3.4" },
    "/cases/:id/talk/:criterion": { id: toSettle.caseId, criterion: "RC-5.2" },
    "/cases/:id/recommend": { id: reading },
    "/cases/:id/claims": { id: toDecide.caseId },
    "/cases/:id/questions": { id: reading },
    "/cases/:id/decide": { id: toDecide.caseId },
    "/cases/:id/record": { id: first.caseId },
    "/cases/:id/record.pdf": { id: first.caseId },
    "/cases/:id/lock/:criterion/:what": { id: reading, criterion: "AS-1.1", what: "answer" },
    "/privacy/:id": { id: locked!.id },
    "/privacy/:id/open": { id: locked!.id },
    "/people/:id": { id: asha!.personId },
    "/reliability/reviews/:id": { id: guidance },
    "/calibration/:id": { id: practised },
    "/calibration/:id/:criterion": { id: practice, criterion: "RC-1.1" },
  };
  /** What a person who may would send: it has no mistake that could be answered before asking who they are. */
  const forms: Record<string, Record<string, string | string[]> | FormData> = {
    "/sign-in": { email: "gareth@demo.example" },
    "/demo/sign-in": { email: "gareth@demo.example" },
    "/demo/clock": { now: "reset" },
    "/demo/evidence-stall": { seconds: "0" },
    "/language": { language: "cy", to: "/start" },
    "/sign-in/code": { email: "gareth@demo.example", code: "000000" },
    "/following": { stop: slug },
    "/following/new": { code, what: "mark" },
    "/following/endpoints/new": { url: "https://hooks.example/another" },
    "/following/endpoints/:number": { move: "test" },
    "/organisations/:slug": { intent: "confirm" },
    "/organisations/:slug/facts": { who_for: "Adults" },
    "/organisations/:slug/room": { accepting: "open", wait_weeks: "2" },
    "/organisations/:slug/offers": { intent: "add", name: "Chess", summary: "Tuesdays" },
    "/invitations/:token": { name: "Jo Tarrant" },
    "/organisations/:slug/people": { intent: "invite", email: "sam@demo.example", role: "member", title: "driver" },
    "/organisations/:slug/link-workers": { term: "community_connector" },
    "/organisations/:slug/assessments": { standard: AS },
    "/organisations/:slug/evidence": photoForm(),
    "/organisations/:slug/changes": {
      kind: "funding",
      "happened-day": "1",
      "happened-month": "3",
      "happened-year": "2024",
      words: because,
    },
    "/organisations/:slug/marks/:code/check-in": { facts: "yes" },
    "/organisations/:slug/marks/:code/give-up": { typed: code },
    "/organisations/:slug/marks/:code/answers/:criterion": { move: "words", words: because },
    "/assessments/:id": { intent: "done", section: "RC-1" },
    "/assessments/:id/facts": {},
    "/assessments/:id/criteria/:criterion/comments": { words: "Shall we say how often we ring?" },
    "/assessments/:id/criteria/:criterion": { level: "met", how: "We ring everyone back in two working days.", based_on: "1" },
    "/assessments/:id/criteria/:criterion/evidence": photoForm(),
    "/assessments/:id/files": photoForm(),
    "/assessments/:id/check": { statement: [...statementKeys], statements: [...statementKeys] },
    "/assessments/:id/not-personal": { criterion: "RC-1.1", field: "how", version: "1", reason: "It is our own order number." },
    "/assessments/:id/warnings": { small_numbers: "They are right: we began in May." },
    "/assessments/:id/sent": { intent: "take_back" },
    "/assessments/:id/asked": { move: "save" },
    "/assessments/:id/report": { move: "confirm" },
    "/assessments/:id/report/:criterion": { words: because },
    "/assessments/:id/readers": { about: "assessor", reason: because },
    "/assessments/:id/deferred": {},
    "/assessments/:id/deferred/:criterion": { move: "words", words: because },
    "/assessments/:id/appeal": { move: "withdraw" },
    "/appeals": { year: String(new Date().getFullYear() - 1), words: because },
    "/appeals/:id": { move: "hand_back" },
    "/concerns/new": { group: "Marsh End", words: because, once: "one" },
    "/concerns/:id": { step: "note", words: because },
    "/assessments/:id/migrate": { move: "agree" },
    "/cases/:id": { intent: "test_contact", route: "phone", worked: "yes" },
    "/cases/:id/assign": { assessor: sunil!.personId, second_reader: amara!.personId },
    "/cases/:id/declare": { conflict: "none" },
    "/cases/:id/interests": { intent: "answer", answer: "turn_down", reason: because },
    "/interests": { intent: "state", organisation: "Quarry Lane Choir", kind: "rival", "since-day": "1", "since-month": "3", "since-year": "2024" },
    "/cases/:id/rate/:criterion": { level: "2", met: ["0", "1"], reason: because },
    "/cases/:id/settle/:criterion": { level: "1", reason: because },
    "/cases/:id/talk/:criterion": { level: "1", reason: because },
    "/cases/:id/questions": { move: "add", criterion: "AS-1.1", template: "who", words: "" },
    "/cases/:id/recommend": {},
    "/cases/:id/claims": { claims: "confirm", reason: because },
    "/cases/:id/decide": { reason: agreed },
    "/reliability": { about: `${rc!.id} RC-1.1`, reason: because },
    "/reliability/reviews/:id": { outcome: "nothing", reason: because },
    "/calibration": {
      invented: "larkfield-repair-shed",
      criteria: ["RC-1.1"],
      readers: [sunil!.personId, amara!.personId],
      ...dayParts(World.day(today, -20)),
    },
    "/calibration/:id": { words: because },
    "/calibration/:id/:criterion": { level: "2", met: ["0"], reason: because },
    "/consultations/:key/:version/comment": { about: "RC-1.1", words: "Plainer, thank you." },
    "/standards-desk": { key: AS, part: "minor" },
    "/standards-desk/drafts/:id": { intent: "discard" },
    "/standards-desk/drafts/:id/standard": { made_from: "", title: "Activities and services" },
    "/standards-desk/drafts/:id/criteria/:criterion": { made_from: "", title: "A title" },
    "/standards-desk/drafts/:id/changes/:change": { made_from: "", what: "Said more plainly." },
    "/standards-desk/drafts/:id/onto": { made_from: "1", to: "1.0.0" },
    "/standards-desk/versions/:key/:version": { intent: "propose", reason: because },
    "/retention": { intent: "hold_back", what: marshEnd.group.name, reason: "A court has asked for everything of this group." },
    "/cases/:id/lock/:criterion/:what": { sorts: ["name"], place: "The second sentence." },
    "/privacy/:id": { move: "unlock", reason: because, breach: "no", breach_reason: because },
    "/people/:id": { intent: "give", role: "moderator" },
    "/held-marks/:code/holder": { intent: "decline", change: renaming!.id },
    "/held-marks/:code": { intent: "decline", proposal: proposalId },
  };
  return {
    address: (pattern: string) => pattern.replace(/:(\w+)/g, (_, name: string) => encodeURIComponent(params[pattern]?.[name] ?? params["*"]![name]!)),
    form: (pattern: string) => forms[pattern] ?? {},
    mine: {
      member: dee!,
      admin: pat!,
      assessor: sunil!,
      moderator: moira!,
      decider: devon!,
      editor: edith!,
      platform_admin: alex!,
      commissioner: gareth!,
      privacy_lead: leila!,
      panel: hollis!,
    },
    other: { member: tomasz!, admin: ruth!, assessor: asha!, moderator: malcolm! },
  };
}
