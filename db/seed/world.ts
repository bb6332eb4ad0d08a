import type { Criterion, Level, Standard } from "#standards/format";
import type { Actor, Membership } from "~/accounts/actor";
import { invite } from "~/accounts/invite.server";
import { addMember, createOrganisation, createPerson, grantRole } from "~/accounts/people.server";
import { type Answer, levelWords } from "~/assessments/answer";
import { answerFacts, firstQuestions } from "~/assessments/answer-facts.server";
import { comment } from "~/assessments/comments.server";
import { statementKeys } from "~/assessments/declaration";
import { heldAnswers } from "~/assessments/draft.server";
import { needsEvidence, needsPlan, waysToShow } from "~/assessments/parts";
import { saveAnswer } from "~/assessments/save.server";
import { giveSection, markSection } from "~/assessments/section-work.server";
import { settleCarried } from "~/assessments/settle.server";
import { startAssessment } from "~/assessments/start.server";
import { setExpiry, stateAward } from "~/evidence/keep-library.server";
import { storeEvidence } from "~/evidence/store.server";
import { decideAndAward } from "~/marks/award.server";
import { issueCertificate } from "~/marks/issue-certificate.server";
import { makeLetter } from "~/marks/make-letter.server";
import { addDays, londonDay, startOfDay } from "~/platform/calendar";
import type { Clock } from "~/platform/clock";
import type { Db } from "~/platform/database.server";
import type { Accepting } from "~/providers/capacity";
import { checkContact } from "~/providers/check-contact.server";
import { confirmCapacity } from "~/providers/confirm-capacity.server";
import { addOffer } from "~/providers/offers.server";
import { stateFacts } from "~/providers/state-facts.server";
import { assignReaders } from "~/review/assign.server";
import { declareConflict } from "~/review/declare.server";
import { confirmReport } from "~/review/fact-check/check-report.server";
import { submitForReview } from "~/review/open.server";
import { rateCriterion } from "~/review/rate.server";
import { recommendReading } from "~/review/recommend.server";
import { noteLook } from "~/review/record/look.server";
import { recordVisit } from "~/review/visits/record-visit.server";
import { applicable } from "~/standards/applies";
import { standardsFolder } from "~/standards/load.server";
import { publishStandards, refusalWords } from "~/standards/publish.server";
import { latestVersions } from "~/standards/versions.server";
import { wordsFor } from "./answers";
import { emailOf, people } from "./cast";
import type { Group } from "./groups";
import { photo, policyPdf } from "./papers";

export type Provider = { group: Group; organisationId: string; slug: string; admin: Actor };
/** Levels by criterion id; what is not named is Met. */
export type Levels = Record<string, Level>;
const system = { system: "demo story" };

/** The people, providers and verbs that stories are told with. Every verb is a real command; one that is refused stops the play. */
export class World {
  readonly actors: Record<string, Actor> = {};
  /** By id of an assessment or a case: what it is answered and read under, whatever is newer since. */
  private under = new Map<string, Standard>();
  constructor(
    readonly db: Db,
    readonly clock: Clock,
  ) {}

  /** The day that many days before the real today, at an hour in London. */
  static day(today: Date, daysAgo: number, hour = 10, minute = 0) {
    return new Date(startOfDay(addDays(londonDay(today), -daysAgo)).getTime() + (hour * 60 + minute) * 60_000);
  }

  async introduceScheme() {
    for (const each of people.filter(({ roles }) => roles)) {
      const actor = await this.person(each.key, each.name, emailOf(each.key));
      for (const role of each.roles!) await grantRole(this.db, this.clock, system, { personId: actor.personId, role });
      actor.roles.push(...each.roles!);
    }
  }

  /** Publishes versions of `standards/` by name, as an operator does. */
  async publish(...names: string[]) {
    const published = await publishStandards(this.db, this.clock, system, standardsFolder, names);
    if (!published.ok) throw new Error(refusalWords(published));
  }

  async join(group: Group): Promise<Provider> {
    const { key, name, area, nation, identifiers = [] } = group;
    const { id, slug } = await createOrganisation(this.db, this.clock, system, { name, area, nation, identifiers });
    const cast = people.filter(({ of }) => of === key).map(({ key, name, title, may }) => ({ key, name, email: emailOf(key), title: title!, role: may! }));
    const members = cast.length > 0 ? cast : [{ key, ...group.contact!, email: emailOf(key), role: "admin" as const }];
    for (const member of members) {
      const actor = await this.person(member.key, member.name, member.email);
      await addMember(this.db, this.clock, system, { organisationId: id, personId: actor.personId, role: member.role, title: member.title });
      actor.memberships.push({ organisationId: id, slug, name, role: member.role, title: member.title, linkWorkerTerm: null } satisfies Membership);
    }
    const admin = this.actors[members.find(({ role }) => role === "admin")!.key]!;
    const provider = { group, organisationId: id, slug, admin };
    await this.sayFacts(provider);
    for (const offer of group.offers) done(await addOffer(this.db, this.clock, admin, { organisationId: id, ...offer }));
    return provider;
  }

  /** States everything about itself, or says again that it is still so. */
  async sayFacts({ organisationId, admin, group }: Provider) {
    done(await stateFacts(this.db, this.clock, admin, organisationId, group.facts));
  }

  async sayRoom({ organisationId, admin }: Provider, accepting: Accepting, waitWeeks: number | null, note = "") {
    done(await confirmCapacity(this.db, this.clock, admin, { organisationId, accepting, waitWeeks, note }));
  }

  /** Insurance that goes out of date in three weeks, counted from the real today, and an award of somebody else's. */
  async keepInLibrary({ organisationId, admin }: Provider, realToday: Date) {
    const name = "Public liability insurance.pdf";
    const { id: fileId } = done(await storeEvidence(this.db, this.clock, admin, { organisationId, name, bytes: policyPdf("Public liability insurance") })).file;
    const today = londonDay(realToday);
    await setExpiry(this.db, this.clock, admin, { organisationId, fileId, expiresOn: addDays(today, 21) });
    done(await stateAward(this.db, this.clock, admin, { organisationId, award: "investing-in-volunteers", number: "IiV 10427", expiresOn: addDays(today, 400) }));
  }

  async testContact({ organisationId }: Provider, by: Actor) {
    for (const route of ["phone", "email"] as const) done(await checkContact(this.db, this.clock, by, { organisationId, route, worked: true }));
  }

  /** Opens a self-assessment and answers the first questions. */
  async start({ organisationId, admin, group }: Provider, standardKey: string, carryFrom?: string) {
    const { assessmentId } = done(await startAssessment(this.db, this.clock, admin, { organisationId, standardKey, carryFrom }));
    const facts = Object.fromEntries(firstQuestions().map(({ key }) => [key, group.facts[key]]));
    done(await answerFacts(this.db, this.clock, admin, { assessmentId, facts }));
    this.under.set(assessmentId, await this.newest(standardKey));
    return assessmentId;
  }

  /** Answers criteria at the levels given, in the voice of the group; all that apply, or the first so many of them. */
  async answer(
    provider: Provider,
    assessmentId: string,
    standardKey: string,
    { levels = {}, from = 0, first, papers = false, by = provider.admin }: { levels?: Levels; from?: number; first?: number; papers?: boolean; by?: Actor } = {},
  ) {
    const criteria = (await this.criteria(provider, assessmentId, standardKey)).slice(from, first);
    for (const criterion of criteria) {
      const answer = await this.answerTo(provider, criterion, levels[criterion.id] ?? 2, papers);
      done(await saveAnswer(this.db, this.clock, by, { assessmentId, criterion: criterion.id, answer, basedOn: 0 }));
    }
  }

  /** Says of answers from last time that they are still true: of all that ask it, or the first so many. */
  async stillTrue({ admin }: Provider, assessmentId: string, { first, by = admin }: { first?: number; by?: Actor } = {}) {
    const asking = (await heldAnswers(this.db, assessmentId)).filter(({ carried }) => carried).sort((a, b) => a.criterion.localeCompare(b.criterion));
    for (const { criterion, version } of asking.slice(0, first)) done(await settleCarried(this.db, this.clock, by, { assessmentId, criterion, basedOn: version }));
  }

  async invite({ organisationId, admin }: Provider, email: string, title: string) {
    done(await invite(this.db, this.clock, admin, { organisationId, email, title, role: "member" }));
  }

  async giveSection(assessmentId: string, section: string, by: Actor, to: Actor) {
    done(await giveSection(this.db, this.clock, by, { assessmentId, section, to: to.personId }));
  }

  async markDone(assessmentId: string, section: string, by: Actor) {
    done(await markSection(this.db, this.clock, by, { assessmentId, section, done: true }));
  }

  async say(assessmentId: string, criterion: string, by: Actor, words: string) {
    done(await comment(this.db, this.clock, by, { id: crypto.randomUUID(), assessmentId, criterion, words }));
  }

  /** Adds to an answer what the group means to do next, in the two months to come. */
  async plan({ admin }: Provider, assessmentId: string, criterion: string, { what, who }: { what: string; who: string }) {
    const [held] = await heldAnswers(this.db, assessmentId, criterion);
    const answer = { ...held!.answer, plan: { what, who, when: addDays(londonDay(this.clock.now()), 60) } };
    done(await saveAnswer(this.db, this.clock, admin, { assessmentId, criterion, answer, basedOn: held!.version }));
  }

  async send({ admin, group }: Provider, assessmentId: string, standardKey: string) {
    const scope = standardKey === "activities-and-services" ? group.offers.map(({ name }) => name) : [];
    const { caseId } = done(await submitForReview(this.db, this.clock, admin, { assessmentId, scope, statements: [...statementKeys] }));
    const version = this.under.get(assessmentId);
    if (version) this.under.set(caseId, version);
    return caseId;
  }

  async assign(caseId: string, assessor: Actor, secondReader: Actor, by = this.actors.moira!) {
    done(await assignReaders(this.db, this.clock, by, { caseId, assessor: assessor.personId, second_reader: secondReader.personId }));
  }

  async declareNone(caseId: string, ...readers: Actor[]) {
    for (const reader of readers) done(await declareConflict(this.db, this.clock, reader, { caseId, words: "none" }));
  }

  /** One who lives near says so, beside their "none": a moderator has to allow it. */
  async tellTie(caseId: string, reader: Actor, words: string) {
    done(await declareConflict(this.db, this.clock, reader, { caseId, words: "none", tie: { kind: "lives_nearby", words } }));
  }

  /** Somebody of the scheme tells of a talk that day with somebody who leads there. */
  async tellOfTalk(caseId: string, by: Actor, criteria: string[], words: string) {
    const day = londonDay(this.clock.now());
    done(await recordVisit(this.db, this.clock, by, { caseId, kind: "conversation_worker", day, criteria, words, willing: true }));
  }

  /** Rates criteria as one reader: all that are theirs, which they then recommend, or the first so many. */
  async rate(
    provider: Provider,
    caseId: string,
    standardKey: string,
    reader: Actor,
    { levels = {}, first, mustHavesOnly = false, recommend = first === undefined }: { levels?: Levels; first?: number; mustHavesOnly?: boolean; recommend?: boolean } = {},
  ) {
    const criteria = (await this.criteria(provider, caseId, standardKey)).filter(({ must_have }) => must_have || !mustHavesOnly);
    await noteLook(this.db, this.clock, reader, { cases: [caseId], what: "case" });
    for (const criterion of criteria.slice(0, first)) {
      const level = levels[criterion.id] ?? 2;
      done(
        await rateCriterion(this.db, this.clock, reader, { caseId, criterion: criterion.id, level, ticks: ticksFor(criterion, level), reason: wordsFor(criterion).reasons[level] }),
      );
    }
    if (recommend) done(await recommendReading(this.db, this.clock, reader, { caseId }));
  }

  /** The group finds its draft report right. */
  async findRight({ admin }: Provider, assessmentId: string) {
    done(await confirmReport(this.db, this.clock, admin, { assessmentId }));
  }

  /** Decides, and has certificate and letter made on the spot, so that they carry the day of the story. */
  async decide(caseId: string, reason: string, by = this.actors.devon!) {
    await noteLook(this.db, this.clock, by, { cases: [caseId], what: "decide" });
    const { decision, mark } = done(await decideAndAward(this.db, this.clock, by, { caseId, reason }));
    if (mark) await issueCertificate(this.db, this.clock, mark.id);
    await makeLetter(this.db, this.clock, decision.id);
    return { decision, mark };
  }

  private async answerTo(provider: Provider, criterion: Criterion, level: Level, papers: boolean): Promise<Answer> {
    const words = wordsFor(criterion);
    const answer: Answer = { level: levelWords[level], how: level === 0 ? words.notYet : words.how };
    if (level >= 2 && needsEvidence(criterion)) {
      const ways = waysToShow(criterion);
      const file = papers && ways.includes("file") ? await this.paper(provider, words.show) : undefined;
      answer.evidence = [
        file
          ? { kind: "file", file, title: words.show, clean: true }
          : ways.includes("words")
            ? { kind: "words", title: words.show, words: words.shown }
            : { kind: "call", title: words.show },
      ];
    }
    if (needsPlan(criterion, answer)) answer.plan = { what: words.plan, who: "secretary", when: addDays(londonDay(this.clock.now()), 60) };
    return answer;
  }

  private async paper({ organisationId, admin }: Provider, title: string) {
    const asPhoto = title.length % 3 === 0;
    const name = `${title
      .replace(/[^A-Za-z0-9 ]/g, "")
      .slice(0, 60)
      .trim()}.${asPhoto ? "png" : "pdf"}`;
    return done(await storeEvidence(this.db, this.clock, admin, { organisationId, name, bytes: asPhoto ? photo(title) : policyPdf(title) })).file.id;
  }

  private async criteria({ group }: Provider, id: string, standardKey: string) {
    return applicable(this.under.get(id) ?? (await this.newest(standardKey)), group.facts);
  }

  private async newest(standardKey: string) {
    return (await latestVersions(this.db, londonDay(this.clock.now()))).find(({ standard }) => standard.key === standardKey)!.standard;
  }

  private async person(key: string, name: string, email: string): Promise<Actor> {
    const personId = await createPerson(this.db, this.clock, system, { email, name });
    this.actors[key] = { personId, name, email, language: "en", memberships: [], roles: [] };
    return this.actors[key];
  }
}

/** The tests a reader ticks for a level: all for Met, all of both for Leading, the first half for Developing, none for Not yet. */
export function ticksFor({ levels: { met, leading } }: Criterion, level: Level) {
  const places = (count: number) => Array.from({ length: count }, (_, i) => i);
  if (level === 0) return { met: [], leading: [] };
  if (level === 1) return { met: places(Math.max(1, Math.floor(met.tests.length / 2))), leading: [] };
  return { met: places(met.tests.length), leading: level === 3 ? places(leading.tests.length) : [] };
}

/** Refused or out of reach means that the story is wrong. */
export function done<T extends { ok: boolean }>(answer: T | undefined): Extract<T, { ok: true }> {
  if (!answer?.ok) throw new Error(`The demo's story is refused: ${JSON.stringify(answer)}`);
  return answer as Extract<T, { ok: true }>;
}
