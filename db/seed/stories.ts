import type { Actor } from "~/accounts/actor";
import { discard } from "~/assessments/take-back.server";
import { follow } from "~/followers/follow.server";
import { tellFollowersOfAll } from "~/followers/tell-followers.server";
import { confirmChange, proposeChange, reviewMark, surrenderMark } from "~/marks/change.server";
import { sendCheckIn } from "~/marks/check-ins/send-check-in.server";
import { contactBounced } from "~/marks/reach/contact-bounced.server";
import { askTopUpsOf } from "~/marks/top-ups/open-top-ups.server";
import { londonDay } from "~/platform/calendar";
import { stateFacts } from "~/providers/state-facts.server";
import { takeBackFromReview } from "~/review/take-back.server";
import { appealOf } from "./appeals";
import { doesAbout, tellsUs } from "./concerns";
import { deskStory } from "./desk";
import { newWordings } from "./drafting";
import { deskGroups, type Group, groups } from "./groups";
import { keeping } from "./keeping";
import type { Story } from "./player";
import { practiceStory } from "./practice";
import { askSomebodyIn, shareTheWork } from "./together";
import { done, type Levels, type Provider, type World } from "./world";

const RC = "referral-capacity";
const AS = "activities-and-services";
const LW = "link-worker-practice";

/** Points at something in the demo, by the name that `/demo` marks it with. */
export type Example = { name: string; path: string; words: string };

/** All of the demo's stories. `at(daysAgo, hour)` is a moment before the real today. */
export function stories(world: World, at: (daysAgo: number, hour?: number, minute?: number) => Date, examples: Example[]): Story[] {
  const { actors } = world;
  const point = (name: string, path: string, words: string) => examples.push({ name, path, words });
  const someDeveloping: Levels = { "RC-1.3": 1, "RC-2.2": 1, "RC-2.5": 1, "RC-3.3": 1, "RC-4.1": 1, "RC-4.3": 1, "RC-4.4": 1, "RC-5.1": 1, "RC-5.2": 1 };
  const muchLeading: Levels = { "RC-1.1": 3, "RC-1.2": 3, "RC-2.1": 3, "RC-2.4": 3, "RC-3.1": 3, "RC-4.2": 3 };

  /** A whole case from the first answer to the decision, over about forty days. */
  async function* through(
    provider: Provider,
    key: string,
    decidedDaysAgo: number,
    {
      levels = {},
      readers = [actors.amara!, actors.asha!],
      reason,
      papers = false,
      carryFrom,
    }: { levels?: Levels; readers?: [Actor, Actor] | Actor[]; reason: string; papers?: boolean; carryFrom?: string },
  ) {
    const [assessor, second] = readers as [Actor, Actor];
    yield at(decidedDaysAgo + 45, 19);
    const assessmentId = await world.start(provider, key, carryFrom);
    if (carryFrom) await world.stillTrue(provider, assessmentId);
    else await world.answer(provider, assessmentId, key, { levels, papers });
    yield at(decidedDaysAgo + 40, 20);
    const caseId = await world.send(provider, assessmentId, key);
    yield at(decidedDaysAgo + 38, 9);
    await world.assign(caseId, assessor, second);
    yield at(decidedDaysAgo + 37, 12);
    await world.declareNone(caseId, assessor, second);
    yield at(decidedDaysAgo + 25, 10);
    await world.rate(provider, caseId, key, assessor, { levels });
    yield at(decidedDaysAgo + 20, 15);
    await world.rate(provider, caseId, key, second, { levels, mustHavesOnly: true });
    await world.testContact(provider, assessor);
    yield at(decidedDaysAgo + 12, 18);
    await world.findRight(provider, assessmentId);
    yield at(decidedDaysAgo, 11);
    const { decision, mark } = await world.decide(caseId, reason);
    return { assessmentId, caseId, decision, code: mark?.code ?? "" };
  }
  const join = (group: Group | undefined) => world.join(group!);
  const praise = "Every must-have was met on the day, and what people told us matched what we saw. Thank you for answering so plainly.";

  async function* marshEnd(): Story {
    yield at(320, 18);
    const allotment = await join(groups.marshEnd);
    await world.sayRoom(allotment, "open", 3);
    const { code, caseId } = yield* through(allotment, RC, 257, { reason: praise, papers: true, readers: [actors.amara!, actors.asha!] });
    point("mark-live", `/marks/${code}`, "The allotment’s mark, in force");
    point("case-record", `/cases/${caseId}/record`, "How it came to it: the record of the case, for Moira or Devon");
    for (const daysAgo of [200, 160, 130, 100, 70, 38]) {
      yield at(daysAgo, 8);
      await world.sayRoom(allotment, "open", 2);
    }
    yield at(20, 18);
    await world.sayFacts(allotment);
    yield at(19, 14);
    await world.testContact(allotment, actors.moira!);
    yield at(12, 19);
    const draft = await world.start(allotment, AS);
    await world.answer(allotment, draft, AS, { first: 5 });
    yield at(6, 20);
    await world.sayRoom(allotment, "open", 2);
    point("provider-fresh-capacity", `/providers/${allotment.slug}`, "A group whose room was confirmed this week");
    yield at(4, 19);
    await world.answer(allotment, draft, AS, { from: 5, first: 9, by: actors.dee! });
    point("draft-half-done", `/assessments/${draft}`, "Pat and Dee’s half-done self-assessment");
    yield* shareTheWork(world, at, draft);
  }

  async function* harbour(): Story {
    yield at(430, 9);
    const charity = await join(groups.harbour);
    yield at(405, 16);
    const begun = await world.start(charity, LW);
    await world.answer(charity, begun, LW, { levels: { "LW-2.3": 0 }, papers: true });
    point("draft-to-migrate", `/assessments/${begun}`, "Harbour’s draft of Link worker practice 1.0.0, while a newer version is out");
    yield* through(charity, RC, 180, { levels: muchLeading, reason: "Every must-have met, and much of what you do is an example to others.", papers: true });
    yield at(43, 9);
    await world.sayFacts(charity);
    await world.testContact(charity, actors.malcolm!);
    await world.keepInLibrary(charity, at(0));
    await world.sayRoom(charity, "waiting_list", 3, "Three teams; the harbour team has the shortest wait.");
    point("provider-stale-capacity", `/providers/${charity.slug}`, "A charity whose room nobody has confirmed for six weeks");
    yield at(24, 10);
    await world.plan(charity, begun, "LW-2.3", { what: "Meet as a team every other Thursday, with time to talk over what was hard.", who: "operations manager" });
    yield at(9, 16);
    const mornings = await world.start(charity, AS);
    await world.answer(charity, mornings, AS, { papers: true });
    yield at(3, 11);
    const waiting = await world.send(charity, mornings, AS);
    point("case-waiting", `/cases/${waiting}`, "Harbour’s submission, waiting for its readers");
    yield* askSomebodyIn(world, at, charity);
  }

  /** The versions after the first, each on the day the platform got it. */
  async function* newVersions(): Story {
    yield at(400, 9);
    await world.publish("link-worker-practice@1.1.0");
    yield at(20, 9);
    await world.publish("link-worker-practice@2.0.0");
  }

  async function* tideway(): Story {
    yield at(420, 10);
    const choir = await join(groups.tideway);
    const first = yield* through(choir, RC, 300, {
      levels: someDeveloping,
      reason: "Every must-have is met. Other good practice is still growing, and the letter says what would help next.",
    });
    yield* through(choir, RC, 40, { reason: praise });
    point("mark-superseded", `/marks/${first.code}`, "The choir’s earlier mark, whose place a newer one has taken");
    yield at(10, 21);
    await world.sayRoom(choir, "paused", null, "Full until the Christmas concert.");
  }

  async function* northfield(): Story {
    yield at(250, 10);
    const cafe = await join(groups.northfield);
    const { code } = yield* through(cafe, RC, 150, { reason: praise });
    yield at(30, 11);
    // A commissioner follows the one mark, a GP everything that the group holds.
    done(await follow(world.db, world.clock, actors.gareth!, { code, what: "mark" }));
    done(await follow(world.db, world.clock, actors.farah!, { code, what: "group" }));
    yield at(20, 9);
    await world.sayRoom(cafe, "open", 0);
    const { moira, malcolm } = actors as { moira: Actor; malcolm: Actor };
    yield at(10, 20);
    const first = await tellsUs(world, "192.0.2.21", {
      code,
      words: "The new helper took two of the regulars home in his own car and asked one of them for money for petrol. It did not feel right. They are both in their eighties.",
      contact: "nora.lewis@example.com",
      name: "Nora Lewis",
    });
    yield at(9, 8);
    const second = await tellsUs(world, "192.0.2.22", {
      group: "The repair café in Northfield",
      words: "My neighbour gave the man who drives people home from the café forty pounds. She says he asked for it.",
    });
    yield at(9, 11);
    await doesAbout(world, moira, first, "unsafe", "Money was asked of people in their eighties by somebody who is alone with them. The council is to know today.");
    await doesAbout(
      world,
      moira,
      first,
      "tell_agency",
      "Rang the duty worker at noon and told what we know. They asked us to say nothing to the group until they have been there.",
      {
        agency: "The council’s adult safeguarding team",
      },
    );
    await doesAbout(
      world,
      moira,
      first,
      "reply",
      "Thank you for telling us. We have told the council’s safeguarding team, and they look into it. We have not said who told us, and will not.",
    );
    yield at(9, 14);
    await doesAbout(world, malcolm, second, "name_group", "", { group: code });
    await doesAbout(world, malcolm, second, "looking", "The same helper, it seems, as in the other concern about this group. Looked into together with it.");
    point("concern-with-agency", `/concerns/${first}`, "A concern of which the council was told, as Moira sees it");
    yield at(8, 10);
    const proposed = done(
      await proposeChange(world.db, world.clock, actors.moira!, {
        code,
        kind: "suspend",
        reasonClass: "being_looked_into",
        note: "Two people have told us about the same thing. To be looked into before anyone else is sent there.",
      }),
    );
    yield at(8, 12);
    done(await confirmChange(world.db, world.clock, actors.malcolm!, { code, proposalId: proposed.proposalId }));
    await tellFollowersOfAll(world.db, world.clock);
    point("mark-suspended", `/marks/${code}`, "A mark that is suspended");
    point("following", "/following", "What Gareth follows (sign in as Gareth): the mail about the suspended mark is among those sent");
  }

  async function* copperBeech(): Story {
    yield at(860, 10);
    const walkers = await join(groups.copperBeech);
    const { code, assessmentId } = yield* through(walkers, RC, 770, { reason: praise });
    point("mark-expired", `/marks/${code}`, "A mark that has expired");
    yield at(25, 18);
    const again = await world.start(walkers, RC, assessmentId);
    await world.stillTrue(walkers, again);
    yield at(24, 18);
    const caseId = await world.send(walkers, again, RC);
    yield at(22, 18);
    done(await takeBackFromReview(world.db, world.clock, walkers.admin, { assessmentId: again }));
    point("case-withdrawn", `/cases/${caseId}`, "A case whose group took it back");
  }

  async function* lantern(): Story {
    yield at(400, 10);
    const advice = await join(groups.lantern);
    const { code } = yield* through(advice, RC, 310, { reason: praise });
    yield at(60, 10);
    const proposed = done(
      await proposeChange(world.db, world.clock, actors.malcolm!, {
        code,
        kind: "withdraw",
        note: "The entry in the register that the law asks for has lapsed and will not be renewed.",
      }),
    );
    yield at(59, 10);
    done(await confirmChange(world.db, world.clock, actors.moira!, { code, proposalId: proposed.proposalId }));
    point("mark-withdrawn", `/marks/${code}`, "A mark that was withdrawn");
  }

  async function* brynTeg(): Story {
    yield at(140, 10);
    const garden = await join(groups.brynTeg);
    const { code } = yield* through(garden, RC, 35, {
      levels: { "RC-5.2": 0 },
      reason: "Every must-have met. One point is to be put right within ninety days: count five numbers, and look at them together.",
    });
    yield at(2, 10);
    await world.sayRoom(garden, "open", 1);
    point("mark-conditions", `/marks/${code}`, "A mark with one point still to put right");
  }

  async function* oldMill(): Story {
    yield at(500, 10);
    const lunch = await join(groups.oldMill);
    const { code } = yield* through(lunch, RC, 410, { reason: praise });
    yield at(80, 15);
    done(await surrenderMark(world.db, world.clock, lunch.admin, { code, typed: code }));
    point("mark-surrendered", `/marks/${code}`, "A mark that its group gave up");
    yield at(75, 15);
    const draft = await world.start(lunch, AS);
    yield at(74, 15);
    done(await discard(world.db, world.clock, lunch.admin, draft));
  }

  async function* quayside(): Story {
    yield at(280, 10);
    const befriending = await join(groups.quayside);
    const { code } = yield* through(befriending, RC, 190, { reason: praise });
    yield at(12, 10);
    await world.sayRoom(befriending, "open", 4);
    yield at(5, 10);
    done(
      await reviewMark(world.db, world.clock, actors.moira!, { code, kind: "review", note: "They moved their office last month. To be checked before the next people are sent." }),
    );
    point("mark-under-review", `/marks/${code}`, "A mark that is being reviewed, and still held");
    yield at(1, 21);
    const unread = await tellsUs(world, "192.0.2.23", {
      code,
      words:
        "I’m worried about my mum. Her befriender has not come for five weeks, and nobody rang to say why. When I rang, the man who answered said they had no list of who visits whom.",
      contact: "01632 960911",
    });
    point("concern-unread", `/concerns/${unread}`, "A concern that nobody has read yet, as Moira sees it");
    point("concern-form", `/concerns/new?code=${code}`, "Telling us that something is wrong, as anybody can");
  }

  async function* fernbank(): Story {
    yield at(850, 10);
    const carers = await join(groups.fernbank);
    const { code, assessmentId } = yield* through(carers, RC, 745, { reason: praise });
    yield at(380, 10);
    const insuranceUntil = londonDay(at(-200));
    const said = { factsRight: true, insuranceUntil, notTrue: [], words: "", plan: "The second phone is there, and somebody answers it.", changes: "" };
    done(await sendCheckIn(world.db, world.clock, carers.admin, { slug: carers.slug, code }, said));
    yield at(60, 10);
    const again = await world.start(carers, RC, assessmentId);
    await world.stillTrue(carers, again);
    yield at(30, 10);
    const renewal = await world.send(carers, again, RC);
    point("mark-renewal-being-assessed", `/marks/${code}`, "A mark past its last day, with its renewal being assessed");
    yield at(28, 10);
    await world.assign(renewal, actors.asha!, actors.amara!);
    yield at(27, 10);
    await world.declareNone(renewal, actors.asha!, actors.amara!);
    yield at(5, 10);
    await world.sayRoom(carers, "closed", null, "Back in January.");
  }

  async function* hilltop(): Story {
    yield at(150, 10);
    const dropIn = await join(groups.hilltop);
    const decided = yield* through(dropIn, RC, 31, {
      levels: { "RC-3.4": 0, "RC-1.3": 1, "RC-2.5": 1, "RC-4.4": 1 },
      reason:
        "People are glad you are there, and it shows. One must-have is not there yet: somebody who leads on safeguarding, and steps that everyone knows. With that in place you can send your answers again.",
    });
    yield at(30, 19);
    const activities = await world.start(dropIn, AS);
    await world.answer(dropIn, activities, AS);
    yield at(27, 19);
    const caseId = await world.send(dropIn, activities, AS);
    yield at(26, 10);
    await world.assign(caseId, actors.amara!, actors.asha!);
    yield at(25, 10);
    await world.declareNone(caseId, actors.amara!, actors.asha!);
    yield at(9, 10);
    await world.rate(dropIn, caseId, AS, actors.amara!, { levels: { "AS-1.2": 1 } });
    yield at(5, 15);
    await world.rate(dropIn, caseId, AS, actors.asha!, { mustHavesOnly: true });
    point("report-to-check", `/assessments/${activities}/report`, "A draft report that the drop-in has to check");
    yield at(4, 16);
    await appealOf(world, dropIn, decided);
    point("appeal-waiting", "/appeals", "An appeal that waits for a moderator who had no part in it");
  }

  async function* fenLane(): Story {
    yield at(130, 10);
    const knitters = await join(groups.fenLane);
    yield* through(knitters, RC, 12, {
      levels: { "RC-4.2": 1 },
      reason: "Nearly everything is there. The insurance runs out before the winter. Show us the new schedule for that one point within 28 days. Nothing else is read again.",
    });
  }

  async function* neighbours(): Story {
    yield at(240, 10);
    const ashmere = await join(groups.neighboursAshmere);
    yield at(239, 10);
    const whitcombe = await join(groups.neighboursWhitcombe);
    yield* through(ashmere, RC, 120, { reason: praise });
    yield at(118, 9);
    await world.sayRoom(whitcombe, "open", 1);
    const { code } = yield* through(whitcombe, RC, 60, { reason: praise });
    yield at(20, 9);
    await world.sayRoom(ashmere, "open", 2);
    yield at(9, 9);
    done(await stateFacts(world.db, world.clock, whitcombe.admin, whitcombe.organisationId, { receives_electronic_referrals_with_patient_data: true }));
    await askTopUpsOf(world.db, world.clock, whitcombe.organisationId);
    point("mark-not-covered", `/marks/${code}`, "A mark of a group that has begun something the mark does not cover yet");
    yield at(1, 9);
    done(await contactBounced(world.db, world.clock, { system: "demo story" }, { slug: ashmere.slug, kind: "hard" }));
    point("provider-email-checked", `/providers/${ashmere.slug}`, "A group whose email came back yesterday");
  }

  return [
    newVersions(),
    newWordings(world, at, point),
    marshEnd(),
    harbour(),
    tideway(),
    northfield(),
    copperBeech(),
    lantern(),
    brynTeg(),
    oldMill(),
    quayside(),
    fernbank(),
    hilltop(),
    fenLane(),
    neighbours(),
    keeping(world, at),
    practiceStory(world, at, point),
    ...deskGroups.map((group, place) => deskStory(world, at, point, group, place)),
  ];
}
